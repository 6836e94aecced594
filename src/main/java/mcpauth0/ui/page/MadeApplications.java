package mcpauth0.ui.page;

import java.util.List;
import javafx.scene.layout.VBox;
import mcpauth0.auth0.Applications;
import mcpauth0.auth0.Snapshot;
import mcpauth0.setup.Registration.Application;
import mcpauth0.setup.Secret;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.part.CopyField;
import mcpauth0.ui.part.Words;

/**
 * Applications that were made by hand, with what a client must be told: the client ID, and the secret as long as this
 * window knows it. Empty where none was made.
 */
final class MadeApplications extends VBox {

    /** @param client id of the client whose applications are shown; empty for all */
    MadeApplications(Texts texts, Session session, String client) {
        super(12);
        var snapshot = session.snapshot();
        var audience = session.setup().audience();
        if (snapshot != null && audience != null)
            for (var application : session.setup().registration().applications())
                if (client.isEmpty() || client.equals(application.client()))
                    Applications.made(snapshot, audience, application)
                            .ifPresent(made -> add(texts, session, application, made));
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private void add(Texts texts, Session session, Application application, Snapshot.Client made) {
        var box = new VBox(8, Words.heading(texts.get("page.client.made", made.name())),
                new CopyField(texts, texts.get("page.client.client-id"), made.id(), ""));
        box.getStyleClass().add("card");
        if (application.confidential()) {
            var tenant = session.tenant();
            var secret = tenant == null ? List.<Secret>of() : tenant.secretOf(made.id()).stream().toList();
            if (secret.isEmpty())
                box.getChildren().add(Words.secondary(texts.get("page.client.secret.gone")));
            else
                box.getChildren().add(new CopyField(texts, texts.get("page.client.secret"),
                        secret.getFirst().reveal(), texts.get("page.client.secret.note")));
        }
        getChildren().add(box);
    }
}

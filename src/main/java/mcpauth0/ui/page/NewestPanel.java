package mcpauth0.ui.page;

import java.net.URI;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import mcpauth0.http.Build;
import mcpauth0.http.Http;
import mcpauth0.text.Texts;
import mcpauth0.ui.Services;
import mcpauth0.ui.model.Newest;
import mcpauth0.ui.model.Trouble;
import mcpauth0.ui.part.Announcer;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.Problem;
import mcpauth0.ui.part.Words;

/** Asks once whether there is a newer version, when the operator presses the button; it installs nothing. */
final class NewestPanel extends VBox {

    private final Services services;
    private final Texts texts;
    private final String releases;
    private final Button look;
    private final VBox told = new VBox(8);

    /** @param releases the address that tells of the newest one */
    NewestPanel(Services services, String releases) {
        super(8);
        this.services = services;
        this.releases = releases;
        texts = services.texts();
        look = new Button(texts.get("page.about.newest.look"));
        look.setId("look-for-newer");
        look.setOnAction(_ -> ask());
        getChildren().setAll(look, Words.secondary(texts.get("page.about.newest.note", URI.create(releases).getHost())),
                told);
    }

    private void ask() {
        look.setDisable(true);
        var _ = services.work().start(() -> {
            try (var http = new Http(services.network())) {
                return Newest.at(releases, http);
            }
        }, this::tell, thrown -> {
            look.setDisable(false);
            told.getChildren().setAll(new Problem(texts, Trouble.of(thrown)));
        });
    }

    private void tell(Newest newest) {
        look.setDisable(false);
        Note note;
        if (newest.newerThan(Build.version())) {
            note = Note.look(texts.get("page.about.newest.there", newest.version()),
                    texts.get("page.about.newest.there.note", Build.version()));
            var open = new Button(texts.get("page.about.newest.open"));
            open.setOnAction(_ -> Checking.open(services, newest.page()));
            told.getChildren().setAll(note.and(open));
        } else {
            note = Note.good(texts.get("page.about.newest.none", Build.version()),
                    texts.get("page.about.newest.none.note"));
            told.getChildren().setAll(note);
        }
        Announcer.say(this, note.words());
    }
}

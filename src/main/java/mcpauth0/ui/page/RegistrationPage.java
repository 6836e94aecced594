package mcpauth0.ui.page;

import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.Words;

/** How clients become known to the tenant: by registering themselves, or by hand. */
public final class RegistrationPage extends PlainPage {

    private final RadioButton open;
    private final RadioButton leave;
    private final VBox now = new VBox();

    public RegistrationPage(Services services, Session session, Walk walk) {
        super("registration", services, session, walk);
        open = new RadioButton(say("open"));
        open.setId("registration-open");
        leave = new RadioButton(say("leave"));
        leave.setId("registration-leave");
        var group = new ToggleGroup();
        open.setToggleGroup(group);
        leave.setToggleGroup(group);
        body.getChildren().setAll(now, choice(open, "open"), choice(leave, "leave"),
                Note.plain(say("strict"), say("strict.note")));
        session.setupProperty().subscribe(setup -> (setup.dynamicRegistration() ? open : leave).setSelected(true));
        open.selectedProperty().subscribe((_, wanted) -> {
            if (session.setup().dynamicRegistration() != wanted)
                session.setupProperty().set(session.setup().withDynamicRegistration(wanted));
        });
        session.snapshotProperty().subscribe(_ -> tell());
        forward.set(new Forward(texts.get("frame.continue"), walk::next));
    }

    private Node choice(RadioButton button, String id) {
        var box = new VBox(4, button, Words.secondary(say(id + ".note")));
        box.getStyleClass().add("card");
        return box;
    }

    private void tell() {
        var snapshot = session.snapshot();
        now.getChildren().clear();
        if (snapshot != null)
            now.getChildren().add(
                    Words.body(say(snapshot.settings().dynamicRegistration() ? "now.open" : "now.closed")));
        now.setManaged(snapshot != null);
    }

    @Override
    public String step(Texts words, Setup setup) {
        return say(setup.dynamicRegistration() ? "step" : "step.leave");
    }

    @Override
    public Node first() {
        return open.isSelected() ? open : leave;
    }
}

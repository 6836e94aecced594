package mcpauth0.ui.page;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import mcpauth0.setup.Registration;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.RegistrationModel;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.part.Form;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.Words;

/** How clients become known to the tenant: by themselves, by a document, by hand; any of them together. */
public final class RegistrationPage extends PlainPage {

    public static final String ID = "registration";

    private final RegistrationModel model;
    private final CheckBox open;
    private final RadioButton strict;
    private final RadioButton permissive;
    private final VBox rules;
    private final VBox now = new VBox(12);
    private final Form form;
    private final ApplicationList applications;

    public RegistrationPage(Services services, Session session, Walk walk) {
        super(ID, services, session, walk);
        model = new RegistrationModel(session, services.work());
        open = new CheckBox(say("open"));
        open.setId("registration-open");
        open.getStyleClass().add("heading");
        var group = new ToggleGroup();
        strict = rule("strict", group);
        permissive = rule("permissive", group);
        rules = new VBox(4, strict, Words.under(Words.secondary(say("strict.note"))), permissive,
                Words.under(Words.secondary(say("permissive.note"))));
        rules.managedProperty().bind(rules.visibleProperty());
        applications = new ApplicationList(texts, model);
        form = new Form(texts, now, way("open", open, rules),
                way("documents", Words.heading(say("documents")), new DocumentList(texts, model, session)),
                way("by-hand", Words.heading(say("by-hand")), applications));
        body.getChildren().setAll(form);
        open.selectedProperty().subscribe((_, wanted) -> model.change(chosen -> chosen.withDynamic(wanted)));
        permissive.selectedProperty().subscribe((_, wanted) -> model.change(chosen -> chosen.withPermissive(wanted)));
        session.setupProperty().subscribe(this::show);
        session.snapshotProperty().subscribe(_ -> show(session.setup()));
        forward.set(new Forward(texts.get("frame.continue"), this::onward));
    }

    private RadioButton rule(String id, ToggleGroup group) {
        var button = new RadioButton(say(id));
        button.setId("registration-" + id);
        button.setToggleGroup(group);
        return button;
    }

    private Node way(String id, Node head, Node choices) {
        var box = new VBox(8, head, Words.secondary(say(id + ".note")), choices);
        box.getStyleClass().add("card");
        return box;
    }

    private void show(Setup setup) {
        var chosen = setup.registration();
        open.setSelected(chosen.dynamic());
        (chosen.permissive() ? permissive : strict).setSelected(true);
        rules.setVisible(chosen.dynamic() && (model.mayBePermissive() || chosen.permissive()));
        now.getChildren().clear();
        var snapshot = session.snapshot();
        if (snapshot != null)
            now.getChildren().add(
                    Words.body(say(snapshot.settings().dynamicRegistration() ? "now.open" : "now.closed")));
        if (chosen.dynamic() && model.rulesUntold())
            now.getChildren().add(Words.body(say("now.untold")));
        if (model.announcedInVain())
            now.getChildren().add(Note.look(say("in-vain"), say("in-vain.note")));
        if (chosen.none())
            now.getChildren().add(Note.plain(say("none"), say("none.note")));
        now.setManaged(!now.getChildren().isEmpty());
    }

    private void onward() {
        form.clear();
        applications.complain(form);
        if (form.holds())
            walk.next();
    }

    @Override
    public boolean cancelWait() {
        return model.cancel();
    }

    @Override
    public String step(Texts words, Setup setup, boolean passed) {
        return say(step(setup.registration()));
    }

    private static String step(Registration chosen) {
        if (chosen.none())
            return "step.leave";
        var ways = (chosen.dynamic() ? 1 : 0) + (chosen.documents().isEmpty() ? 0 : 1)
                + (chosen.applications().isEmpty() ? 0 : 1);
        if (ways > 1)
            return "step.several";
        return chosen.dynamic() ? "step" : chosen.documents().isEmpty() ? "step.by-hand" : "step.documents";
    }

    @Override
    public Node first() {
        return open;
    }
}

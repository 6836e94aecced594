package mcpauth0.ui.page;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import mcpauth0.setup.Scope;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.model.Trouble;
import mcpauth0.ui.part.CopyField;
import mcpauth0.ui.part.Field;
import mcpauth0.ui.part.Form;
import mcpauth0.ui.part.ScopeTable;
import mcpauth0.ui.part.Words;

/** The API that stands for the server in Auth0: its name, its one unchangeable identifier, what clients may ask for. */
public final class ApiPage extends PlainPage {

    private static final int LONGEST_NAME = 200;

    private final TextField name = new TextField();
    private final Field nameField;
    private final VBox identifier = new VBox(8);
    private final ScopeTable scopes;
    private final Field scopeField;
    private final CheckBox offline;
    private final CheckBox audience;
    private final Form form;

    public ApiPage(Services services, Session session, Walk walk) {
        super("api", services, session, walk);
        nameField = new Field("api-name", say("api-name"), say("api-name.note"), name);
        scopes = new ScopeTable(texts);
        scopeField = new Field("api-scopes", say("scopes"), say("scopes.note"), scopes);
        offline = box("api-offline", say("offline"));
        audience = box("default-audience", say("audience"));
        var expert = new TitledPane(say("expert"),
                new VBox(8, Words.secondary(say("audience.note")), audience, Words.secondary(say("audience.warning"))));
        expert.setAnimated(false);
        expert.setExpanded(false);
        form = new Form(texts, identifier, nameField, scopeField,
                new VBox(4, offline, Words.secondary(say("offline.note"))), expert);
        body.getChildren().setAll(form);
        session.setupProperty().subscribe(this::show);
        forward.set(new Forward(texts.get("frame.continue"), this::onward));
    }

    private static CheckBox box(String id, String text) {
        var box = new CheckBox(text);
        box.setId(id);
        box.setWrapText(true);
        return box;
    }

    @Override
    public String step(Texts words, Setup setup) {
        return setup.api().name().isBlank() ? super.step(words, setup) : setup.api().name();
    }

    @Override
    public Node first() {
        return name;
    }

    /** A name is proposed, so that there is nothing that must be typed. */
    @Override
    public void shown() {
        var setup = session.setup();
        var server = setup.server();
        if (setup.api().name().isBlank() && server != null)
            name.setText(say("name.proposed", server.host()));
    }

    private void show(Setup setup) {
        var value = setup.audience();
        identifier.getChildren().clear();
        if (value != null) {
            var known = session.snapshot();
            var exists = known != null && known.apis().stream().anyMatch(api -> api.identifier().equals(value));
            identifier.getChildren().add(new CopyField(texts, say("identifier"), value,
                    say(setup.resource() == null ? "identifier.typed" : "identifier.named")));
            if (exists)
                identifier.getChildren().add(Words.secondary(say("identifier.exists")));
        }
        var api = setup.api();
        if (!api.name().isBlank() || setup.page() == null)
            name.setText(api.name());
        if (!scopes.values().equals(api.scopes()))
            scopes.set(api.scopes());
        offline.setSelected(api.offlineAccess());
        audience.setSelected(setup.defaultAudience());
    }

    private void onward() {
        form.clear();
        var typed = name.getText().strip();
        if (typed.isEmpty())
            form.complain(nameField, new Trouble("input.api-name-empty", List.of(), null));
        else if (typed.length() > LONGEST_NAME || typed.contains("<") || typed.contains(">"))
            form.complain(nameField, new Trouble("input.api-name", List.of(), null));
        var chosen = scopes.values();
        if (chosen.isEmpty())
            form.complain(scopeField, new Trouble("input.scopes-empty", List.of(), null));
        else if (chosen.stream().map(Scope::value).anyMatch(value -> value.contains(" ") || value.length() > 280))
            form.complain(scopeField, new Trouble("input.scope-space", List.of(), null));
        if (!form.holds())
            return;
        var setup = session.setup();
        session.setupProperty().set(setup.withApi(setup.api().withName(typed).withScopes(chosen)
                .withOfflineAccess(offline.isSelected()))
                .withDefaultAudience(audience.isSelected()));
        walk.next();
    }
}

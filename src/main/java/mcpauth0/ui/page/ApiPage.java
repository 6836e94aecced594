package mcpauth0.ui.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import mcpauth0.auth0.Snapshot;
import mcpauth0.setup.Likeness;
import mcpauth0.setup.Scope;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.ScopesModel;
import mcpauth0.ui.model.ScopesModel.Look;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.model.Trouble;
import mcpauth0.ui.part.Compared;
import mcpauth0.ui.part.CopyField;
import mcpauth0.ui.part.Field;
import mcpauth0.ui.part.Form;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.ScopeProposals;
import mcpauth0.ui.part.ScopeTable;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** The API that stands for the server in Auth0: its name, its one unchangeable identifier, what clients may ask for. */
public final class ApiPage extends PlainPage {

    public static final String ID = "api";

    private static final int LONGEST_NAME = 200;

    private final TextField name = new TextField();
    private final Field nameField;
    private final VBox identifier = new VBox(8);
    private final ScopeTable scopes;
    private final Field scopeField;
    private final ScopesModel advertised;
    private final CheckBox offline;
    private final ApiOptions options;
    private final VBox alike = new VBox(12);
    private final Form form;
    private @Nullable Shown now;

    /** What the fields were filled from: only where that changes are they filled again. */
    private record Shown(@Nullable String audience, Setup.Api api, boolean defaultAudience,
            @Nullable Snapshot snapshot) {
    }

    public ApiPage(Services services, Session session, Walk walk) {
        super(ID, services, session, walk);
        nameField = new Field("api-name", say("api-name"), say("api-name.note"), name);
        scopes = new ScopeTable(texts);
        scopeField = new Field("api-scopes", say("scopes"), say("scopes.note"), scopes);
        advertised = new ScopesModel(session, services.work());
        var proposals = new ScopeProposals(texts, scopes);
        var asking = Words.secondary("");
        asking.managedProperty().bind(asking.textProperty().isNotEmpty());
        advertised.lookProperty().subscribe(look -> {
            asking.setText(told(look));
            proposals.show(look instanceof Look.Told(var told) ? told.all() : List.of());
        });
        offline = box("api-offline", say("offline"));
        options = new ApiOptions(texts);
        alike.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(alike.getChildren()));
        form = new Form(texts, identifier, alike, nameField, new VBox(12, scopeField, asking, proposals),
                new VBox(4, offline, Words.under(Words.secondary(say("offline.note")))), options);
        body.getChildren().setAll(form);
        session.setupProperty().subscribe(this::show);
        session.snapshotProperty().subscribe((_, _) -> show(session.setup()));
        forward.set(new Forward(texts.get("frame.continue"), this::onward));
    }

    private static CheckBox box(String id, String text) {
        var box = new CheckBox(text);
        box.setId(id);
        box.setMnemonicParsing(false);
        box.setWrapText(true);
        return box;
    }

    @Override
    public String step(Texts words, Setup setup, boolean passed) {
        return setup.api().name().isBlank() ? super.step(words, setup, passed) : setup.api().name();
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
        if (setup.api().name().isBlank() && name.getText().isBlank() && server != null)
            name.setText(say("name.proposed", server.host()));
        advertised.ask();
    }

    @Override
    public boolean cancelWait() {
        return advertised.cancel();
    }

    /** What there is to say beside the proposals; empty for nothing. */
    private String told(Look look) {
        return switch (look) {
            case Look.NotYet _ -> "";
            case Look.Busy _ -> say("asking");
            case Look.Told(var found) when found.failure() != null -> say("unasked");
            case Look.Told(var found) -> found.all().isEmpty() ? say("no-proposals") : "";
        };
    }

    private void show(Setup setup) {
        var value = setup.audience();
        var next = new Shown(value, setup.api(), setup.defaultAudience(), session.snapshot());
        if (next.equals(now))
            return;
        now = next;
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
        options.show(setup, session.snapshot());
        alike.getChildren().setAll(alike(setup));
    }

    /** APIs that somebody may have meant for this server: each is compared with it, and can be replaced. */
    private List<Node> alike(Setup setup) {
        var audience = setup.audience();
        var known = session.snapshot();
        if (audience == null || known == null)
            return List.of();
        return known.apis().stream().filter(api -> !api.system())
                .flatMap(api -> Likeness.of(audience, api.identifier()).map(how -> alike(api, audience, how)).stream())
                .toList();
    }

    private Node alike(Snapshot.Api api, String audience, Likeness how) {
        var replace = box("replace-" + api.id(), say("alike.replace", api.name()));
        replace.setUserData(api.identifier());
        replace.setSelected(api.identifier().equals(session.setup().api().replaces()));
        replace.selectedProperty().subscribe((_, wanted) -> {
            if (wanted)
                replacements().filter(other -> !other.equals(replace)).forEach(other -> other.setSelected(false));
        });
        return Note.look(say("alike", api.name()), say("alike.note", how.at() + 1))
                .and(new Compared(say("alike.server"), audience, say("alike.api"), api.identifier(), how.at()))
                .and(replace).and(Words.secondary(say("alike.replace.note")));
    }

    private Stream<CheckBox> replacements() {
        return alike.lookupAll(".check-box").stream().map(CheckBox.class::cast);
    }

    /** The identifier of the API that shall be replaced. */
    private @Nullable String replaced(Setup setup) {
        return alike.getChildren().isEmpty()
                ? setup.api().replaces()
                : replacements().filter(CheckBox::isSelected).map(box -> String.valueOf(box.getUserData())).findFirst()
                        .orElse(null);
    }

    private Optional<Trouble> wrongName() {
        var typed = name.getText().strip();
        if (typed.isEmpty())
            return Optional.of(new Trouble("input.api-name-empty", List.of(), null));
        return typed.length() > LONGEST_NAME || typed.contains("<") || typed.contains(">")
                ? Optional.of(new Trouble("input.api-name", List.of(), null))
                : Optional.empty();
    }

    private Optional<Trouble> wrongScopes() {
        var chosen = scopes.values();
        if (chosen.isEmpty())
            return Optional.of(new Trouble("input.scopes-empty", List.of(), null));
        return chosen.stream().map(Scope::value).anyMatch(value -> value.contains(" ") || value.length() > 280)
                ? Optional.of(new Trouble("input.scope-space", List.of(), null))
                : Optional.empty();
    }

    private void onward() {
        form.clear();
        wrongName().ifPresent(trouble -> form.complain(nameField, trouble));
        wrongScopes().ifPresent(trouble -> form.complain(scopeField, trouble));
        options.check(form);
        if (!form.holds())
            return;
        keep();
        walk.next();
    }

    @Override
    public void hidden() {
        if (wrongName().isEmpty() && wrongScopes().isEmpty() && options.good())
            keep();
    }

    private void keep() {
        var setup = options.into(session.setup());
        session.setupProperty().set(setup.withApi(setup.api().withName(name.getText().strip())
                .withScopes(scopes.values()).withOfflineAccess(offline.isSelected()).replacing(replaced(setup))));
    }
}

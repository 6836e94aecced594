package mcpauth0.ui.page;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import mcpauth0.export.Export;
import mcpauth0.export.Exports;
import mcpauth0.export.HandOver;
import mcpauth0.export.ResourceMetadata;
import mcpauth0.http.Json;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.Mark;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.model.Standing;
import mcpauth0.ui.part.CopyButton;
import mcpauth0.ui.part.CopyField;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.RawText;
import mcpauth0.ui.part.Words;

/** What the MCP server must be told: as values, as a file, and as the document that it has to publish. */
public final class ConfigurationPage extends PlainPage {

    public static final String ID = "configuration";

    /** The one format that is shown; it stays when the set-up changes. */
    private final ObjectProperty<Export> chosen = new SimpleObjectProperty<>(Exports.all().getFirst());

    public ConfigurationPage(Services services, Session session, Walk walk) {
        super(ID, services, session, walk);
        forward.set(new Forward(texts.get("page.configuration.next"), walk::next));
        session.setupProperty().subscribe(_ -> show());
        session.practiceProperty().subscribe((_, _) -> show());
    }

    @Override
    public String step(Texts words, Setup setup, boolean passed) {
        return words.get(Standing.of(session).configuration(passed).key());
    }

    @Override
    public Mark stands(boolean passed) {
        return Standing.of(session).configuration(passed).mark();
    }

    private void show() {
        switch (HandOver.of(session.setup())) {
            case Parsed.Good<HandOver>(var facts) -> {
                body.getChildren().setAll(Words.heading(say("files")),
                        new FormatChoice(services, facts, chosen), values(facts), document(facts));
                if (session.practiceProperty().get() != null)
                    body.getChildren().addFirst(Note.plain(say("practice"), say("practice.note")));
            }
            case Parsed.Bad<HandOver>(_, var values) -> body.getChildren().setAll(missing(values.getFirst()));
        }
    }

    private Node missing(String page) {
        var go = new Button(texts.get("page.configuration.missing." + page + ".go"));
        go.setOnAction(_ -> walk.detour(page));
        var box = new VBox(8, Words.body(texts.get("page.configuration.missing." + page)), go);
        box.getStyleClass().add("panel");
        return box;
    }

    private Node values(HandOver facts) {
        return new VBox(12, Words.heading(say("values")), Words.body(texts.get("page.configuration.exact")),
                field("issuer", facts.issuer()), field("audience", facts.audience()),
                field("jwks", facts.jwksUri()), field("metadata", facts.resourceMetadataUrl()),
                field("scopes", String.join(" ", facts.scopes())));
    }

    private Node field(String id, String value) {
        return new CopyField(texts, texts.get("page.configuration." + id), value,
                texts.get("page.configuration." + id + ".note"));
    }

    /** RFC 9728 §2, with the issuer to the byte, its slash included. */
    private Node document(HandOver facts) {
        var challenge = "WWW-Authenticate: " + ResourceMetadata.challenge(facts);
        return new VBox(12,
                text(texts.get("page.configuration.document"),
                        texts.get("page.configuration.document.note", facts.resourceMetadataUrl()),
                        Json.pretty(ResourceMetadata.document(facts))),
                text(texts.get("page.configuration.challenge"), texts.get("page.configuration.challenge.note"),
                        challenge));
    }

    private Node text(String name, String note, String text) {
        return new VBox(4, Words.heading(name), Words.secondary(note), new RawText(text, name),
                new CopyButton(texts, name, () -> text));
    }

    @Override
    public List<Button> buttons() {
        return List.of();
    }
}

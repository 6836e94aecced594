package mcpauth0.ui.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import mcpauth0.export.Export;
import mcpauth0.export.Exports;
import mcpauth0.export.HandOver;
import mcpauth0.http.Json;
import mcpauth0.setup.Parsed;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.part.CopyButton;
import mcpauth0.ui.part.CopyField;
import mcpauth0.ui.part.Words;

/** What the MCP server must be told: as values, as a file, and as the document that it has to publish. */
public final class ConfigurationPage extends PlainPage {

    public static final String ID = "configuration";

    public ConfigurationPage(Services services, Session session, Walk walk) {
        super(ID, services, session, walk);
        forward.set(new Forward(texts.get("page.configuration.next"), walk::next));
        session.setupProperty().subscribe(_ -> show());
    }

    private void show() {
        switch (HandOver.of(session.setup())) {
            case Parsed.Good<HandOver>(var facts) ->
                body.getChildren().setAll(values(facts), document(facts), file(facts));
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
        return new VBox(12, Words.body(texts.get("page.configuration.exact")),
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
        var json = Json.object().put("resource", facts.audience());
        json.putArray("authorization_servers").add(facts.issuer());
        var scopes = json.putArray("scopes_supported");
        facts.scopes().forEach(scopes::add);
        json.putArray("bearer_methods_supported").add("header");
        var challenge = "WWW-Authenticate: Bearer resource_metadata=\"%s\", scope=\"%s\""
                .formatted(facts.resourceMetadataUrl(), String.join(" ", facts.scopes()));
        return new VBox(12,
                text(texts.get("page.configuration.document"),
                        texts.get("page.configuration.document.note", facts.resourceMetadataUrl()),
                        Json.pretty(json)),
                text(texts.get("page.configuration.challenge"), texts.get("page.configuration.challenge.note"),
                        challenge));
    }

    private Node file(HandOver facts) {
        var box = new VBox(12, Words.heading(texts.get("page.configuration.files")));
        for (var export : Exports.all()) {
            var written = export.write(facts, texts);
            var saved = Words.secondary("");
            saved.managedProperty().bind(saved.textProperty().isNotEmpty());
            var save = new Button(texts.get("page.configuration.save"));
            var name = texts.get("export." + export.id() + ".name");
            save.setAccessibleText(texts.get("page.configuration.save.what", name));
            save.setOnAction(_ -> services.files().save(name, export.fileName(),
                    file -> save(export, written, file, saved::setText)));
            var line = new FlowPane(8, 4, new CopyButton(texts, name, () -> written), save);
            box.getChildren().add(new VBox(4, Words.body(name), area(name, written), line, saved));
        }
        return box;
    }

    private void save(Export export, String text, Path file, java.util.function.Consumer<String> told) {
        var _ = services.work().start(() -> Files.writeString(file, text),
                done -> told.accept(texts.get("page.configuration.saved", done)),
                thrown -> told.accept(texts.get("page.configuration.not-saved", export.fileName(),
                        thrown instanceof IOException && thrown.getMessage() != null ? thrown.getMessage() : "")));
    }

    private Node text(String name, String note, String text) {
        return new VBox(4, Words.heading(name), Words.secondary(note), area(name, text),
                new CopyButton(texts, name, () -> text));
    }

    private static TextArea area(String name, String text) {
        var area = new TextArea(text);
        area.setEditable(false);
        area.setWrapText(true);
        area.getStyleClass().add("raw");
        area.setAccessibleText(name);
        area.setPrefRowCount(Math.clamp(text.lines().mapToInt(line -> 1 + line.length() / 80).sum(), 1, 16));
        return area;
    }

    @Override
    public List<Button> buttons() {
        return List.of();
    }
}

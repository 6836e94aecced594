package mcpauth0.ui.page;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import mcpauth0.auth0.Applications;
import mcpauth0.export.connect.Entry;
import mcpauth0.export.connect.Paste;
import mcpauth0.export.connect.Pastes;
import mcpauth0.setup.McpUrl;
import mcpauth0.text.Texts;
import mcpauth0.ui.Services;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.part.CopyButton;
import mcpauth0.ui.part.CopyField;
import mcpauth0.ui.part.RawText;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is put into a client, each with its button: address, command, file, link. */
final class PasteList extends VBox {

    private final Services services;
    private final Texts texts;
    private final String client;

    PasteList(Services services, Session session, String client, McpUrl server) {
        super(12);
        this.services = services;
        this.client = client;
        texts = services.texts();
        var entry = new Entry(server, session.setup().api().name(), made(session, client));
        for (var paste : Pastes.of(client, entry))
            getChildren().add(switch (paste) {
                case Paste.Address(var text) ->
                    new CopyField(texts, texts.get("page.client.address"), text, texts.get("page.client.address.note"));
                case Paste.Command(var use, var text) -> command(use, text);
                case Paste.File(var name, var text) -> file(name, text);
                case Paste.Link(var text, var opens) -> link(text, opens);
            });
    }

    /** The first application that was made for this client; null for none. */
    private static Entry.@Nullable Application made(Session session, String client) {
        var snapshot = session.snapshot();
        var audience = session.setup().audience();
        if (snapshot == null || audience == null)
            return null;
        return session.setup().registration().applications().stream()
                .filter(application -> application.client().equals(client))
                .flatMap(application -> Applications.made(snapshot, audience, application).stream()
                        .map(found -> new Entry.Application(found.id(), application.confidential())))
                .findFirst().orElse(null);
    }

    private Node command(Paste.Use use, String text) {
        var note = "page.client." + client + "." + use.id();
        return new CopyField(texts, texts.get("paste.command." + use.id()), text,
                texts.has(note) ? texts.get(note) : "");
    }

    private Node file(String name, String text) {
        var label = texts.get("paste.file", name);
        var note = text.contains(Entry.SECRET)
                ? texts.get("paste.file.secret", Entry.SECRET)
                : texts.get("paste.file.note");
        return new VBox(4, label(label), Words.secondary(note), new RawText(text, label),
                new CopyButton(texts, label, () -> text));
    }

    private Node link(String text, boolean opens) {
        if (!opens)
            return new CopyField(texts, texts.get("paste.link"), text, texts.get("paste.link.note"));
        var open = new Button(texts.get("paste.link.open", texts.get("client." + client + ".name")),
                new FontIcon(Feather.EXTERNAL_LINK));
        open.setId("open-client");
        open.setOnAction(_ -> Checking.open(services, text));
        return new VBox(8, open, new CopyField(texts, texts.get("paste.link.filled"), text,
                texts.get("paste.link.filled.note")));
    }

    private static Node label(String text) {
        var label = Words.body(text);
        label.getStyleClass().add("field-label");
        return label;
    }
}

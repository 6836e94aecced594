package mcpauth0.ui.part;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What one agrees to with a deep check: what is sent to the server, what is written, what stays in the logs. */
public final class DeepTerms extends VBox {

    private final Texts texts;
    private final StringBuilder spoken = new StringBuilder();

    /** @param tenant in which the decoy is made; null where nothing is written */
    public DeepTerms(Texts texts, @Nullable String tenant) {
        super(8);
        this.texts = texts;
        getStyleClass().addAll("panel", "terms");
        getChildren().setAll(
                term(Feather.SEND, say("sent"), say("sent.note")),
                tenant == null
                        ? term(Feather.EDIT_3, say("written.nothing"), say("written.nothing.note"))
                        : term(Feather.EDIT_3, say("written", tenant), say("written.note")),
                term(Feather.FILE_TEXT, say("logged"), say("logged.note")),
                Words.secondary(say("needs")));
        spoken.append(say("needs"));
    }

    private String say(String key, Object... values) {
        return texts.get("page.check.deep." + key, values);
    }

    private Node term(Ikon icon, String what, String note) {
        spoken.append(what).append(": ").append(note).append(' ');
        var head = Words.body(what);
        head.getStyleClass().add("field-label");
        var words = new VBox(2, head, Words.secondary(note));
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(12, new FontIcon(icon), words);
    }

    /** All of it, for a control that it explains. */
    public String spoken() {
        return spoken.toString();
    }
}

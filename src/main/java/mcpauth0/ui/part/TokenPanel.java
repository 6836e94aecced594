package mcpauth0.ui.part;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.VBox;
import mcpauth0.text.Texts;

/** What the token of the sign-in says: who signed in, for whom it is, what it allows, until when. */
public final class TokenPanel extends VBox {

    /** @param sentences one fact each */
    public TokenPanel(List<String> sentences, Texts texts) {
        super(4);
        getStyleClass().add("panel");
        getChildren().add(Words.heading(texts.get("part.token")));
        for (var sentence : sentences) {
            var line = Words.body(sentence);
            line.setAccessibleRole(AccessibleRole.TEXT);
            getChildren().add(line);
        }
    }
}

package mcpauth0.ui.part;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Trouble;

/**
 * Questions under each other, with one place above them that says what is wrong when the operator goes on. It takes the
 * focus and leads to the fields, in the same words as stand there.
 */
public final class Form extends VBox {

    private final Texts texts;
    private final VBox summary = new VBox(4);
    private final Map<Field, Trouble> troubles = new LinkedHashMap<>();

    public Form(Texts texts, Node... questions) {
        super(20);
        this.texts = texts;
        summary.getStyleClass().add("problem");
        summary.setId("error-summary");
        summary.setFocusTraversable(true);
        summary.setVisible(false);
        summary.managedProperty().bind(summary.visibleProperty());
        getStyleClass().add("form");
        getChildren().add(summary);
        getChildren().addAll(questions);
    }

    /** Takes all complaints back; call before checking the answers again. */
    public void clear() {
        troubles.keySet().forEach(field -> field.complain(""));
        troubles.clear();
        summary.setVisible(false);
    }

    public void complain(Field field, Trouble trouble) {
        troubles.put(field, trouble);
        field.complain(texts.get(trouble.key() + ".problem", trouble.values()) + " "
                + texts.get(trouble.key() + ".cure", trouble.values()));
    }

    /** Whether nothing is wrong; otherwise shows what is, and takes the focus there. */
    public boolean holds() {
        if (troubles.isEmpty())
            return true;
        summary.getChildren().setAll(Words.heading(texts.get("frame.problem")));
        troubles.forEach((field, trouble) -> {
            var link = new Hyperlink(texts.get(trouble.key() + ".problem", trouble.values()));
            link.setWrapText(true);
            link.setOnAction(_ -> field.control().requestFocus());
            summary.getChildren().add(link);
        });
        var all = new ArrayList<>(List.of(texts.get("frame.problem") + "."));
        troubles.values().forEach(trouble -> all.add(texts.get(trouble.key() + ".problem", trouble.values())));
        summary.setAccessibleText(String.join(" ", all));
        Announcer.say(this, summary.getAccessibleText());
        summary.setVisible(true);
        summary.requestFocus();
        return false;
    }
}

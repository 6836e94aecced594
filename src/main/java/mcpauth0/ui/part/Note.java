package mcpauth0.ui.part;

import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.ui.model.Mark;

/** A fact worth a frame: fine, or to be looked at. */
public final class Note extends HBox {

    private final VBox content = new VBox(4);

    private Note(String style) {
        super(10);
        getStyleClass().addAll("note", style);
        HBox.setHgrow(content, Priority.ALWAYS);
    }

    public static Note good(String title, String text) {
        return new Note("note-good").with(new MarkShape(Mark.GOOD), title, text);
    }

    public static Note look(String title, String text) {
        return new Note("note-look").with(new MarkShape(Mark.LOOK), title, text);
    }

    public static Note plain(String title, String text) {
        return new Note("note-plain").with(null, title, text);
    }

    /** All that it says, for a screen reader. */
    public String words() {
        return content.getChildren().stream().filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText()).collect(Collectors.joining(" "));
    }

    private Note with(@org.jspecify.annotations.Nullable Node mark, String title, String text) {
        content.getChildren().add(Words.heading(title));
        if (!text.isEmpty())
            content.getChildren().add(Words.body(text));
        if (mark != null)
            getChildren().add(mark);
        getChildren().add(content);
        return this;
    }

    /** Puts more below the words. */
    public Note and(Node more) {
        content.getChildren().add(more);
        return this;
    }
}

package mcpauth0.ui.part;

import javafx.scene.TraversalDirection;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** A question with its answer: label, explanation, control, and what is wrong with the answer. */
public final class Field extends VBox {

    private final Control control;
    private final Label error = Words.body("");
    private final String help;

    /** @param note what it is or where to find it; empty for none */
    public Field(String id, String label, String note, Control control) {
        super(4);
        this.control = control;
        this.help = note;
        getStyleClass().add("field");
        control.setId(id);
        control.setAccessibleText(label);
        control.setAccessibleHelp(note);
        if (control instanceof TextArea area)
            area.addEventFilter(KeyEvent.KEY_PRESSED, key -> leave(area, key));
        var title = new Label(label);
        title.getStyleClass().add("field-label");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.setLabelFor(control);
        error.getStyleClass().setAll("label", "field-error");
        error.setId(id + "-error");
        error.visibleProperty().bind(error.textProperty().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        getChildren().add(title);
        if (!note.isEmpty())
            getChildren().add(Words.secondary(note));
        getChildren().addAll(error, control);
    }

    /** Tab would be typed into an area, and the keyboard never come out of it. */
    private static void leave(TextArea area, KeyEvent key) {
        if (key.getCode() == KeyCode.TAB && !key.isControlDown()) {
            key.consume();
            area.requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    public Control control() {
        return control;
    }

    /** Says what is wrong; an empty text takes that back. */
    public void complain(String text) {
        error.setText(text);
        getStyleClass().remove("field-bad");
        if (!text.isEmpty())
            getStyleClass().add("field-bad");
        control.setAccessibleHelp(text.isEmpty() ? help : text);
    }
}

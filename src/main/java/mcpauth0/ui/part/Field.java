package mcpauth0.ui.part;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
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

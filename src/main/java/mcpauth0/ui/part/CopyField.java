package mcpauth0.ui.part;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.text.Texts;

/** A value that must arrive byte for byte: shown whole, selectable, and copied with one button. */
public final class CopyField extends VBox {

    private final RawText field;

    /** @param note what it means or where it goes; empty for none */
    public CopyField(Texts texts, String label, String value, String note) {
        super(4);
        getStyleClass().add("copy-field");
        field = new RawText(value, label);
        HBox.setHgrow(field, Priority.ALWAYS);
        var title = new Label(label);
        title.getStyleClass().add("field-label");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.setLabelFor(field);
        var line = new HBox(8, field, new CopyButton(texts, label, field::getText));
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(title);
        if (!note.isEmpty())
            getChildren().add(Words.secondary(note));
        getChildren().add(line);
    }

    public String value() {
        return field.getText();
    }
}

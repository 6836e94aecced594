package mcpauth0.ui.part;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mcpauth0.text.Texts;

/** A value that must arrive byte for byte: shown whole, selectable, and copied with one button. */
public final class CopyField extends VBox {

    private static final double GAP = 8;

    private final RawText field;

    /** @param note what it means or where it goes; empty for none */
    public CopyField(Texts texts, String label, String value, String note) {
        super(4);
        getStyleClass().add("copy-field");
        field = new RawText(value, label);
        var title = new Label(label);
        title.getStyleClass().add("field-label");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.setLabelFor(field);
        var copy = new CopyButton(texts, label, field::getText);
        var line = new HBox(GAP, field, copy);
        // A box asks how high it is at the width that it would like, before it is given what is left.
        field.prefWidthProperty().bind(line.widthProperty().subtract(copy.widthProperty()).subtract(GAP));
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

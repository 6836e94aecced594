package mcpauth0.ui.part;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

/** Two strings under each other, with the first character marked in which they differ. */
public final class Compared extends GridPane {

    /** @param differsAt index of that character */
    public Compared(String oneName, String one, String otherName, String other, int differsAt) {
        setHgap(12);
        setVgap(4);
        getStyleClass().add("compared-box");
        line(0, oneName, one, differsAt);
        line(1, otherName, other, differsAt);
    }

    private void line(int row, String name, String text, int at) {
        var title = new Label(name);
        title.setMinWidth(USE_PREF_SIZE);
        var end = Math.min(at, text.length());
        var value = new HBox(plain(text.substring(0, end)));
        if (end < text.length()) {
            var differs = plain(text.substring(end, end + 1));
            differs.getStyleClass().add("compared-differs");
            value.getChildren().addAll(differs, plain(text.substring(end + 1)));
        } else {
            var nothing = plain(" ");
            nothing.getStyleClass().add("compared-differs");
            value.getChildren().add(nothing);
        }
        value.setAccessibleText(name + ": " + text);
        addRow(row, title, value);
    }

    private static Label plain(String text) {
        var label = new Label(text);
        label.getStyleClass().add("compared");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}

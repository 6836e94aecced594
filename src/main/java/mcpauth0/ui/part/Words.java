package mcpauth0.ui.part;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Running text: it wraps, and is never cut. */
public final class Words {

    private Words() {
    }

    public static Label body(String text) {
        return of(text, "body");
    }

    /** Smaller and quieter: what explains something else. */
    public static Label secondary(String text) {
        return of(text, "secondary");
    }

    public static Label heading(String text) {
        return of(text, "heading");
    }

    /** What explains a box to tick: under its words. */
    public static VBox under(Node... explaining) {
        var box = new VBox(4, explaining);
        box.getStyleClass().add("indented");
        return box;
    }

    private static Label of(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}

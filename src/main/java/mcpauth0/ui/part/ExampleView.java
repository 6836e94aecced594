package mcpauth0.ui.part;

import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import mcpauth0.text.Texts;

/** A button that unfolds what is right on the wire, and the place where it unfolds, ready to copy. */
final class ExampleView {

    private static final int MOST_LINES = 16;

    private final ToggleButton button;
    private final VBox place;

    /** @param title of the finding that it cures */
    ExampleView(String example, String title, Texts texts) {
        button = new ToggleButton(texts.get("part.example"));
        button.setAccessibleText(texts.get("part.example.of", title));
        button.setMinWidth(VBox.USE_PREF_SIZE);
        var area = new TextArea(example);
        area.setEditable(false);
        area.setWrapText(true);
        area.getStyleClass().add("raw");
        area.setAccessibleText(texts.get("part.example.of", title));
        area.setPrefRowCount(Math.clamp(example.lines().count() + 1, 2, MOST_LINES));
        var copy = new CopyButton(texts, texts.get("part.example.of", title), () -> example);
        copy.getStyleClass().add("small");
        place = new VBox(6, Words.secondary(texts.get("part.example.note")), area, copy);
        place.visibleProperty().bind(button.selectedProperty());
        place.managedProperty().bind(place.visibleProperty());
    }

    ToggleButton button() {
        return button;
    }

    VBox place() {
        return place;
    }
}

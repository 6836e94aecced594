package mcpauth0.ui.part;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import mcpauth0.text.Texts;

/** A button that unfolds what is right on the wire, and the place where it unfolds, ready to copy. */
final class ExampleView {

    private final ToggleButton button;
    private final VBox place = new VBox(6);

    /** @param title of the finding that it cures */
    ExampleView(String example, String title, Texts texts) {
        button = new ToggleButton(texts.get("part.example"));
        button.setAccessibleText(texts.get("part.example.of", title));
        button.setMinWidth(VBox.USE_PREF_SIZE);
        place.setVisible(false);
        place.managedProperty().bind(place.visibleProperty());
        button.selectedProperty().subscribe(open -> {
            if (open && place.getChildren().isEmpty())
                fill(example, texts.get("part.example.of", title), texts);
            place.setVisible(open);
            if (open)
                Unfolded.tell(button, place);
        });
    }

    private void fill(String example, String name, Texts texts) {
        var copy = new CopyButton(texts, name, () -> example);
        copy.getStyleClass().add("small");
        place.getChildren().setAll(Words.secondary(texts.get("part.example.note")), new RawText(example, name), copy);
    }

    ToggleButton button() {
        return button;
    }

    VBox place() {
        return place;
    }
}

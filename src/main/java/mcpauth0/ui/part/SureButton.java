package mcpauth0.ui.part;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A button that asks each time before it does something. It stays in its place below the pointer while it asks. */
public final class SureButton extends VBox {

    private static final double LONG_ROW = 640;

    private final Button button;
    private final VBox place = new VBox();
    private final FlowPane line = new FlowPane(8, 8);
    private final Supplier<String> label;
    private final BooleanProperty possible = new SimpleBooleanProperty(true);

    /** @param question made anew for each press, with what its two buttons do: close it, or close it and do the deed */
    public SureButton(String id, Supplier<String> label, Asking question, Runnable deed) {
        super(8);
        this.label = label;
        button = new Button(label.get());
        button.setId(id);
        button.setWrapText(true);
        button.setMinHeight(USE_PREF_SIZE);
        button.disableProperty().bind(possible.not().or(Bindings.isNotEmpty(place.getChildren())));
        place.managedProperty().bind(Bindings.isNotEmpty(place.getChildren()));
        button.setOnAction(_ -> {
            var asked = question.ask(this::keep, () -> {
                close();
                deed.run();
            });
            place.getChildren().setAll(asked);
            asked.begin();
        });
        line.getChildren().setAll(button);
        getChildren().setAll(line, place);
    }

    /** The last of a row of small buttons; what it asks stands below the row. */
    public SureButton after(List<Button> others) {
        button.getStyleClass().add("small");
        line.setPrefWrapLength(LONG_ROW);
        line.getChildren().addAll(0, others);
        return this;
    }

    /** Makes the question. */
    @FunctionalInterface
    public interface Asking {
        Question ask(Runnable no, Runnable yes);
    }

    private void keep() {
        close();
        button.requestFocus();
    }

    private void close() {
        place.getChildren().clear();
    }

    /** It is about something else now, or about nothing: takes the question back. */
    public void renew(boolean nowPossible) {
        close();
        possible.set(nowPossible);
        button.setText(label.get());
    }
}

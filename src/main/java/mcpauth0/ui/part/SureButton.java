package mcpauth0.ui.part;

import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** A button that asks each time before it does something. It stays in its place below the pointer while it asks. */
public final class SureButton extends VBox {

    private final Button button;
    private final VBox place = new VBox();
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
        getChildren().setAll(button, place);
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

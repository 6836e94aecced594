package mcpauth0.ui.part;

import atlantafx.base.theme.Styles;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** A button that asks once more before it deletes, and then says what that means. */
public final class SureButton extends Button {

    private final Supplier<String> first;
    private final Region what;

    /** @param what says what it means; not in sight before the first press */
    public SureButton(String id, Supplier<String> first, Supplier<String> second, Region what, Runnable deed) {
        super(first.get());
        this.first = first;
        this.what = what;
        what.setVisible(false);
        what.managedProperty().bind(what.visibleProperty());
        setId(id);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        setOnAction(_ -> {
            if (what.isVisible())
                deed.run();
            else {
                what.setVisible(true);
                setText(second.get());
                getStyleClass().add(Styles.DANGER);
            }
        });
    }

    /** Takes the question back: it is about something else now. */
    public void ask() {
        what.setVisible(false);
        setText(first.get());
        getStyleClass().remove(Styles.DANGER);
    }
}

package mcpauth0.ui.part;

import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/** A row that behaves as a button and, unlike one, grows with text that wraps. */
final class RowButton extends HBox {

    private final Runnable pressed;

    RowButton(Runnable pressed) {
        super(8);
        this.pressed = pressed;
        getStyleClass().add("row-button");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(_ -> {
            requestFocus();
            pressed.run();
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                pressed.run();
            }
        });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE)
            pressed.run();
        else
            super.executeAccessibleAction(action, parameters);
    }
}

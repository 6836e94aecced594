package mcpauth0;

import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A keyboard and nothing else: every stroke goes to whatever has the keyboard, as the system would send it. */
record Keys(OpenWindow window) {

    /** More than any page has. */
    private static final int MOST = 200;

    void press(KeyCode code) throws Exception {
        stroke(code, false, false);
    }

    void shift(KeyCode code) throws Exception {
        stroke(code, true, false);
    }

    /** An access key. */
    void alt(KeyCode code) throws Exception {
        stroke(code, false, true);
    }

    private void stroke(KeyCode code, boolean shift, boolean alt) throws Exception {
        OpenWindow.onScreen(() -> {
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED))
                send(new KeyEvent(type, KeyEvent.CHAR_UNDEFINED, code.getChar(), code, shift, false, alt, false));
            return true;
        });
        window.restful();
    }

    /** Types into what has the keyboard. */
    void type(String text) throws Exception {
        OpenWindow.onScreen(() -> {
            for (var one : text.codePoints().mapToObj(Character::toString).toList())
                send(new KeyEvent(KeyEvent.KEY_TYPED, one, "", KeyCode.UNDEFINED, false, false, false, false));
            return true;
        });
    }

    /** Goes on with Tab until what has this id has the keyboard. */
    void tabTo(String id) throws Exception {
        var passed = window.focused();
        for (var i = 0; !window.focused().equals(id); i++) {
            if (i == MOST)
                throw new AssertionError("Tab does not lead from " + passed + " to " + id);
            press(KeyCode.TAB);
        }
    }

    private void send(KeyEvent event) {
        window.settle();
        Objects.requireNonNull(window.scene.getFocusOwner()).fireEvent(event);
        window.settle();
    }
}

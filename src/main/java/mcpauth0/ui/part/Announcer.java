package mcpauth0.ui.part;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;

/**
 * Tells a screen reader what has come about elsewhere on the screen, without taking the keyboard from where it is: another
 * page, a result, a problem. There is one in a window, and whatever stands in that window finds it.
 *
 * <p>The toolkit has no live regions. This is a label that nobody sees, whose text changes: Windows and macOS are told of it as
 * of a change of its name. What their screen readers then say is tried by hand.
 */
public final class Announcer extends Label {

    private static final int KEPT = 50;

    private final Deque<String> said = new ArrayDeque<>();

    public Announcer() {
        setId("announcer");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(false);
        setMouseTransparent(true);
        setManaged(false);
        setOpacity(0);
        sceneProperty().subscribe((before, now) -> {
            if (before != null)
                before.getProperties().remove(Announcer.class);
            if (now != null)
                now.getProperties().put(Announcer.class, this);
        });
    }

    /** Says it now, where the node stands in a window that has an announcer. */
    public static void say(Node from, String words) {
        var scene = from.getScene();
        if (scene != null && of(scene) instanceof Announcer here)
            here.say(words);
    }

    /** Says it as soon as the node stands in a window, and once. */
    static void sayWhenShown(Node from, String words) {
        from.sceneProperty().subscribe((before, now) -> {
            if (before == null && now != null)
                say(from, words);
        });
    }

    private static Object of(Scene scene) {
        return Objects.requireNonNullElse(scene.getProperties().get(Announcer.class), scene);
    }

    /** Says it now. */
    public void say(String words) {
        if (words.isBlank())
            return;
        said.addLast(words);
        if (said.size() > KEPT)
            said.removeFirst();
        setAccessibleText(words);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /** What was said, the newest last. */
    public List<String> said() {
        return Collections.unmodifiableList(said.stream().toList());
    }
}

package mcpauth0.ui.part;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;

/** Tells the frame that a button has opened something below it, so that both are brought into sight. */
public final class Unfolded extends Event {

    private static final long serialVersionUID = 1;

    public static final EventType<Unfolded> OPENED = new EventType<>(Event.ANY, "UNFOLDED");

    private final transient Node place;

    private Unfolded(Node place) {
        super(OPENED);
        this.place = place;
    }

    /** What was opened. */
    public Node place() {
        return place;
    }

    /** @param button stays in sight */
    static void tell(Node button, Node place) {
        fireEvent(button, new Unfolded(place));
    }
}

package mcpauth0.ui.part;

import java.util.Iterator;
import javafx.scene.layout.VBox;

/** A column that is empty, but for its head, until its pieces are done: a long one then keeps no frame waiting. */
abstract class Piecemeal extends VBox {

    /** Each puts one thing at the end. To be done once. */
    abstract Iterator<Runnable> pieces();
}

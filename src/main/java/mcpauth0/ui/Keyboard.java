package mcpauth0.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * What has the keyboard is in sight; and when a page takes away what had it, the page's main button has it, or the page
 * itself while there is none, or none that Enter may press.
 */
final class Keyboard {

    /** What stays free above and below it. */
    private static final int MARGIN = 24;

    private final ScrollPane scroll;
    private final Node page;
    private final Button main;
    private boolean lost;
    private @Nullable Node owner;
    private boolean seen;
    private boolean grown;

    Keyboard(ScrollPane scroll, Node page, Button main) {
        this.scroll = scroll;
        this.page = page;
        this.main = main;
        page.layoutBoundsProperty().subscribe((_, _) -> grown = true);
        Runnable follow = this::follow;
        scroll.sceneProperty().subscribe((before, scene) -> {
            if (before != null)
                before.removePostLayoutPulseListener(follow);
            if (scene != null)
                scene.addPostLayoutPulseListener(follow);
        });
    }

    /** What comes above it may push it out of sight; what the operator scrolled away from stays away. */
    private void follow() {
        var here = owner;
        if (here == null || !within(here))
            return;
        if (grown && seen)
            show(here);
        else
            seen = scroll.localToScene(scroll.getLayoutBounds()).intersects(here.localToScene(here.getLayoutBounds()));
        grown = false;
    }

    /** When a node goes or is hidden, the toolkit gives its keyboard to nobody, and then to whatever comes first in the window. */
    void moved(@Nullable Node before, @Nullable Node now) {
        owner = now;
        seen = false;
        if (now == null)
            lost = before != null && (before.getScene() == null || hidden(before));
        else if (lost) {
            lost = false;
            start();
        } else if (within(now))
            show(now);
    }

    private static boolean hidden(@Nullable Node node) {
        return node != null && (!node.isVisible() || hidden(node.getParent()));
    }

    /** Where a page begins that names no place of its own: never on a button that writes, lest a second Enter press it. */
    void start() {
        (main.isVisible() && main.isDefaultButton() ? main : page).requestFocus();
    }

    /** Enter in a box presses the main button, as it does everywhere else; Space is what ticks. */
    void enter(KeyEvent event) {
        var box = event.getTarget() instanceof CheckBox || event.getTarget() instanceof RadioButton;
        if (box && event.getCode() == KeyCode.ENTER && main.isVisible() && main.isDefaultButton()) {
            event.consume();
            main.fire();
        }
    }

    private boolean within(Node node) {
        for (var parent = node.getParent(); parent != null; parent = parent.getParent())
            if (parent.equals(page))
                return true;
        return false;
    }

    /** Shows what a button has opened, as much as there is room for with the button still in sight. */
    void reveal(Node button, Node opened) {
        show(button, opened);
    }

    private void show(Node node) {
        show(node, node);
    }

    /** Moves the page by as little as shows all of it, or its beginning where it is higher than the window. */
    private void show(Node first, Node last) {
        seen = true;
        // It may have come just now, and have no place yet.
        scroll.applyCss();
        scroll.layout();
        var height = scroll.getViewportBounds().getHeight();
        var hidden = scroll.getContent().getLayoutBounds().getHeight() - height;
        if (hidden <= 0)
            return;
        var top = scroll.getVvalue() * hidden;
        var low = Math.max(top, place(last).getMaxY() + MARGIN - height);
        scroll.setVvalue(Math.clamp(Math.min(low, place(first).getMinY() - MARGIN) / hidden, 0, 1));
    }

    private Bounds place(Node node) {
        return scroll.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }
}

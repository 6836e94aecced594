package mcpauth0.ui;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Mark;
import org.jspecify.annotations.Nullable;

/**
 * One page of the window. It is made once and kept, so that coming back finds everything as it was. A page knows neither
 * the pages beside it nor the frame around it: it is given {@link Services}, the {@code Session} and the {@link Walk}.
 */
public interface Page {

    /** Kebab case; names the texts {@code page.<id>.*}, the picture and the place to resume at. */
    String id();

    /** The page, which may be made only now. */
    default Page itself() {
        return this;
    }

    /** What stands above the body; changes with what the page knows. */
    ObservableValue<Heading> heading();

    /** Everything below the heading. The frame scrolls it when the window is small. */
    Node body();

    /** The main button; null for a page that has none. */
    ObservableValue<@Nullable Forward> forward();

    /** Whether the main button leads to the beginning; then nothing else in the bar does. */
    default boolean closes() {
        return false;
    }

    /** Further buttons, left of Back. */
    default List<Button> buttons() {
        return List.of();
    }

    /**
     * The second line of its step in the rail: what was chosen, how it stands, or what it is about.
     *
     * @param passed whether the operator went on from it
     */
    default String step(Texts texts, Setup setup, boolean passed) {
        return texts.get("page." + id() + ".step");
    }

    /**
     * How its step stands in the rail. A page that asks is good once it was passed; one whose step can be seen to be good
     * or bad goes by that alone.
     *
     * @param passed whether the operator went on from it, and is not on it now
     */
    default Mark stands(boolean passed) {
        return passed ? Mark.GOOD : Mark.TO_DO;
    }

    /** Whether it has something to ask; a step that has not keeps its place in the rail and is passed over. */
    default boolean wanted(Setup setup) {
        return true;
    }

    /** Where the keyboard starts; null for the main button. */
    default @Nullable Node first() {
        return null;
    }

    /** The page has come to the front. */
    default void shown() {
        // Most pages are ready as they are.
    }

    /** The operator goes to another page: what was entered is kept, where it is good. */
    default void hidden() {
        // Most pages keep what is entered as it is entered.
    }

    /**
     * The operator wants to leave. Where that would break something off that writes, the page asks first, and says what
     * stays.
     *
     * @param go leaves
     * @return whether it asks
     */
    default boolean asksBefore(Runnable go) {
        return false;
    }

    /**
     * The operator pressed Escape: end the wait that is under way.
     *
     * @return whether there was one
     */
    default boolean cancelWait() {
        return false;
    }

    /** What stands at the top of a page. */
    record Heading(String title, String lead) {
        public static Heading of(Texts texts, String page) {
            return new Heading(texts.get("page." + page + ".title"), texts.get("page." + page + ".lead"));
        }
    }

    /**
     * The main button. It is never disabled: pressed too early, {@code action} says what is missing.
     *
     * @param label verb first
     * @param writes whether it changes something outside; Enter alone then does not press it
     */
    record Forward(String label, Runnable action, boolean writes) {
        public Forward(String label, Runnable action) {
            this(label, action, false);
        }
    }
}

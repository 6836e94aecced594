package mcpauth0.ui;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/** A page beside the set-up that is made when somebody first goes there: the window need not wait for it. */
final class Later implements Page {

    private final String id;
    private final Supplier<Page> maker;
    private @Nullable Page made;

    Later(String id, Supplier<Page> maker) {
        this.id = id;
        this.maker = maker;
    }

    private Page page() {
        var page = made;
        if (page == null) {
            page = maker.get();
            made = page;
        }
        return page;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ObservableValue<Heading> heading() {
        return page().heading();
    }

    @Override
    public Node body() {
        return page().body();
    }

    @Override
    public ObservableValue<@Nullable Forward> forward() {
        return page().forward();
    }

    @Override
    public boolean closes() {
        return page().closes();
    }

    @Override
    public List<Button> buttons() {
        return page().buttons();
    }

    @Override
    public @Nullable Node first() {
        return page().first();
    }

    @Override
    public void shown() {
        page().shown();
    }

    @Override
    public void hidden() {
        page().hidden();
    }

    @Override
    public boolean asksBefore(Runnable go) {
        return page().asksBefore(go);
    }

    @Override
    public boolean cancelWait() {
        return page().cancelWait();
    }
}

package mcpauth0.ui;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Mark;
import org.jspecify.annotations.Nullable;

/** A page that is made when it is first wanted: the window, which opens on another, need not wait for it. */
final class Later<P extends Page> implements Page {

    private final String id;
    private final Supplier<P> maker;
    private @Nullable P made;

    Later(String id, Supplier<P> maker) {
        this.id = id;
        this.maker = maker;
    }

    @Override
    public P itself() {
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
        return itself().heading();
    }

    @Override
    public Node body() {
        return itself().body();
    }

    @Override
    public ObservableValue<@Nullable Forward> forward() {
        return itself().forward();
    }

    @Override
    public boolean closes() {
        return itself().closes();
    }

    @Override
    public List<Button> buttons() {
        return itself().buttons();
    }

    @Override
    public String step(Texts texts, Setup setup, boolean passed) {
        return itself().step(texts, setup, passed);
    }

    @Override
    public Mark stands(boolean passed) {
        return itself().stands(passed);
    }

    @Override
    public boolean wanted(Setup setup) {
        return itself().wanted(setup);
    }

    @Override
    public @Nullable Node first() {
        return itself().first();
    }

    @Override
    public void shown() {
        itself().shown();
    }

    @Override
    public void hidden() {
        itself().hidden();
    }

    @Override
    public boolean asksBefore(Runnable go) {
        return itself().asksBefore(go);
    }

    @Override
    public boolean cancelWait() {
        return itself().cancelWait();
    }
}

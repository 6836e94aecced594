package mcpauth0.ui;

import java.io.IOException;
import java.util.Objects;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Setup;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.model.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * The set-ups of this computer, and the one under way: beginning one, going on with it at the page where it was left,
 * practising.
 */
public final class Setups {

    private final Session session;
    private final Route route;
    private final Keeping keeping;
    private final Wizard wizard;

    Setups(Session session, Route route, Keeping keeping, Wizard wizard) {
        this.session = session;
        this.route = route;
        this.keeping = keeping;
        this.wizard = wizard;
    }

    /** Those that are kept. */
    public Shelf shelf() {
        return keeping.shelf();
    }

    /** Begins one, new or read from a file; what stands before its page is taken as done. */
    public void begin(Setup setup) {
        session.forget();
        keeping.beginAnew();
        resume(setup);
    }

    /**
     * Goes on with one of the shelf, where it was left.
     *
     * @param page where to; null for where it was left
     */
    public void goOn(Shelf.Item item, @Nullable String page) {
        if (!(item.setup() instanceof Parsed.Good<Setup>(var setup)))
            throw new IllegalArgumentException(item.id());
        if (keeping.underWay(item)) {
            wizard.show(Objects.requireNonNullElse(page, String.valueOf(session.setup().page())));
            return;
        }
        session.forget();
        keeping.takeOff(item);
        resume(setup);
        if (page != null)
            wizard.show(page);
    }

    /** A page of the set-up can be come to past the first page; that of an earlier day is then gone on with. */
    void takeUp() {
        if (session.practice() == null && !keeping.underWay())
            keeping.takeOff().ifPresent(setup -> {
                session.setupProperty().set(setup);
                route.didBefore(setup.page());
            });
    }

    private void resume(Setup setup) {
        var first = route.beginAt(setup.page(), setup).id();
        session.setupProperty().set(setup.withPage(first));
        wizard.turnTo(first);
    }

    /** Takes one off the shelf. @throws IOException when its file cannot be moved */
    public void remove(Shelf.Item item) throws IOException {
        keeping.remove(item);
    }

    /** Begins to practise on a pair that has just been started. */
    public void practise(Practice.Pair pair) throws IOException {
        keeping.beginAnew();
        session.practiseOn(pair);
        resume(session.setup());
    }

    /** Whether there is a practice to go on with. */
    public boolean practising() {
        return session.practice() != null && keeping.underWay();
    }

    /** Back to the page at which practice was left. */
    public void practiseOn() {
        wizard.show(Objects.requireNonNull(session.setup().page()));
    }

    /** Ends practice and goes back to the beginning, to the real set-up if one was saved. */
    public void leavePractice() {
        session.forget();
        route.forget();
        wizard.turnTo(route.home().id());
    }
}

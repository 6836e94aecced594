package mcpauth0.ui;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import mcpauth0.ui.model.History;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.page.FailurePage;
import mcpauth0.ui.page.FinishPage;
import mcpauth0.ui.page.HomePage;
import org.jspecify.annotations.Nullable;

/**
 * The page in front, and the way from one to the next along the {@link Route}. The set-up is kept whenever a page is left;
 * {@link Setups} begins it and goes on with it.
 */
public final class Wizard implements Walk {

    private static final Logger LOG = Logger.getLogger(Wizard.class.getName());

    private final Session session;
    private final Route route;
    private final Keeping keeping;
    private final Setups setups;
    private final ReadOnlyObjectWrapper<Page> page;
    private final Frame frame;
    private @Nullable String detourFrom;
    private @Nullable String cameFrom;

    public Wizard(Services services, Session session) {
        this.session = session;
        this.keeping = new Keeping(services, session, this::kept);
        this.route = new Route(Pages.steps(services, session, this), Pages.beside(services, session, this));
        this.setups = new Setups(session, route, keeping, this);
        this.page = new ReadOnlyObjectWrapper<>(route.home());
        page.get().shown();
        this.frame = new Frame(services, session, this);
        session.historyProperty().subscribe((_, now) -> {
            if (!now.equals(History.NONE))
                keeping.keep();
        });
    }

    private void kept(boolean well) {
        frame.saved(well);
    }

    /** What goes into the scene. */
    public Parent root() {
        return frame;
    }

    /** The page in front. */
    public ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    public Page page() {
        return page.get();
    }

    /** Makes every page, one a frame, so that nobody waits who turns to one; called once the first is on the screen. */
    public void makeReady(Work work) {
        var _ = work.inPieces(route.all().stream().<Runnable>map(one -> one::itself).iterator());
    }

    /** The pages of the set-up, which stand in the rail. */
    public List<Page> steps() {
        return route.steps();
    }

    /** Every page, those of the set-up first. */
    public List<Page> all() {
        return route.all();
    }

    public boolean inRail(Page one) {
        return route.hasStep(one);
    }

    public boolean done(Page one) {
        return route.done(one);
    }

    /** Whether the operator may go there from the rail: it is done, or the first that is not. */
    public boolean reachable(Page one) {
        return route.reachable(one, session.setup());
    }

    /** Whether the operator is past it, although it had nothing to ask. */
    public boolean passedOver(Page one) {
        return route.passedOver(one, page.get());
    }

    /** Whether it has something to ask in this set-up. */
    public boolean wanted(Page one) {
        return one.wanted(session.setup());
    }

    @Override
    public void next() {
        var here = page.get();
        route.did(here);
        var back = detourFrom;
        detourFrom = null;
        if (back != null)
            show(back);
        else if (inRail(here))
            route.after(here, session.setup()).ifPresentOrElse(next -> show(next.id()), () -> show(FinishPage.ID));
        else
            home();
    }

    @Override
    public void leap(String id) {
        route.didBefore(id);
        show(id);
    }

    @Override
    public void back() {
        var here = page.get();
        var back = inRail(here) ? detourFrom : cameFrom;
        detourFrom = null;
        if (back != null)
            show(back);
        else if (inRail(here))
            route.before(here, session.setup()).ifPresentOrElse(before -> show(before.id()), this::home);
        else
            home();
    }

    @Override
    public void detour(String id) {
        page.get().hidden();
        detourFrom = page.get().id();
        front(id);
    }

    @Override
    public void show(String id) {
        page.get().hidden();
        turnTo(id);
    }

    @Override
    public void home() {
        show(route.home().id());
    }

    /** To that page, whatever became of the set-up that the one before belonged to. */
    void turnTo(String id) {
        detourFrom = null;
        front(id);
    }

    private void front(String id) {
        var next = route.page(id);
        page.get().cancelWait();
        cameFrom = page.get().id();
        if (inRail(next)) {
            setups.takeUp();
            session.setupProperty().set(session.setup().withPage(id));
        }
        keeping.keep();
        page.set(next);
        next.shown();
    }

    /** Leaves the page in front, after a question where something would be broken off. */
    public void leave(Runnable go) {
        if (!page.get().asksBefore(go))
            go.run();
    }

    /** The window is to be closed: what was entered on the page in front is kept before. */
    public void close(Runnable close) {
        leave(() -> {
            page.get().hidden();
            keeping.keep(close);
        });
    }

    /** The set-ups of this computer, and the one under way. */
    public Setups setups() {
        return setups;
    }

    /** Shows what nobody expected, and the way back to where it happened. Never throws. */
    public void fail(Throwable thrown) {
        LOG.log(Level.SEVERE, "unexpected", thrown);
        try {
            session.breakDown(thrown, page.get().id().equals(FailurePage.ID) ? HomePage.ID : page.get().id());
            show(FailurePage.ID);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "while telling of it", e);
        }
    }
}

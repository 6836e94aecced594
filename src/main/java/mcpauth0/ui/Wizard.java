package mcpauth0.ui;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TenantDomain;
import mcpauth0.ui.model.History;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.model.Shelf;
import mcpauth0.ui.page.FailurePage;
import mcpauth0.ui.page.FinishPage;
import mcpauth0.ui.page.HomePage;
import org.jspecify.annotations.Nullable;

/**
 * The order of the pages and the way through them. The set-up is saved whenever a page is left, with what became of it,
 * and going on begins at the page where it was left. Practice is never saved: its tenant is gone with the window.
 */
public final class Wizard implements Walk {

    private static final Logger LOG = Logger.getLogger(Wizard.class.getName());

    private final Services services;
    private final Session session;
    private final Shelf shelf;
    private final List<Page> steps;
    private final List<Page> beside;
    private final Set<String> done = new HashSet<>();
    private final ReadOnlyObjectWrapper<Page> page;
    private final Frame frame;
    /** What is to be on the shelf, by id; whoever writes takes the newest. */
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    /** Id of the set-up under way; null while nothing of it was saved. */
    private @Nullable String shelved;
    private @Nullable String detourFrom;
    private @Nullable String cameFrom;

    public Wizard(Services services, Session session) {
        this.services = services;
        this.session = session;
        this.shelf = new Shelf(services.state());
        this.steps = Pages.steps(services, session, this);
        this.beside = Pages.beside(services, session, this);
        this.page = new ReadOnlyObjectWrapper<>(beside.getFirst());
        this.frame = new Frame(services, session, this);
        session.historyProperty().subscribe((_, now) -> {
            if (!now.equals(History.NONE))
                save();
        });
        page.get().shown();
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

    /** The pages of the set-up, which stand in the rail. */
    public List<Page> steps() {
        return steps;
    }

    /** Every page, those of the set-up first. */
    public List<Page> all() {
        return java.util.stream.Stream.concat(steps.stream(), beside.stream()).toList();
    }

    public boolean inRail(Page one) {
        return steps.contains(one);
    }

    public boolean done(Page one) {
        return done.contains(one.id());
    }

    /** Whether the operator may go there from the rail: it is done, or the first that is not. */
    public boolean reachable(Page one) {
        return wanted(one) && (done(one) || steps.subList(0, steps.indexOf(one)).stream()
                .allMatch(before -> done(before) || !wanted(before)));
    }

    /** Whether the operator is past it, although it had nothing to ask. */
    public boolean passedOver(Page one) {
        return steps.subList(steps.indexOf(one), steps.size()).stream()
                .anyMatch(after -> done(after) || after.equals(page.get()));
    }

    /** Whether it has something to ask in this set-up. */
    public boolean wanted(Page one) {
        return one.wanted(session.setup());
    }

    @Override
    public void next() {
        var here = page.get();
        var at = steps.indexOf(here);
        done.add(here.id());
        var back = detourFrom;
        detourFrom = null;
        if (back != null)
            show(back);
        else if (at >= 0)
            steps.subList(at + 1, steps.size()).stream().filter(this::wanted).findFirst()
                    .ifPresentOrElse(next -> show(next.id()), () -> show(FinishPage.ID));
        else
            home();
    }

    @Override
    public void leap(String id) {
        done.addAll(before(id));
        show(id);
    }

    @Override
    public void back() {
        var at = steps.indexOf(page.get());
        var back = at >= 0 ? detourFrom : cameFrom;
        detourFrom = null;
        if (back != null)
            show(back);
        else if (at > 0)
            steps.subList(0, at).reversed().stream().filter(this::wanted).findFirst()
                    .ifPresentOrElse(before -> show(before.id()), this::home);
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

    /** To that page, whatever became of the set-up that the one before belonged to. */
    private void turnTo(String id) {
        detourFrom = null;
        front(id);
    }

    private void front(String id) {
        var next = all().stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id));
        page.get().cancelWait();
        cameFrom = page.get().id();
        if (inRail(next)) {
            takeUp();
            session.setupProperty().set(session.setup().withPage(id));
        }
        save();
        page.set(next);
        next.shown();
    }

    /** A page of the set-up can be come to past the first page; that of an earlier day is then gone on with. */
    private void takeUp() {
        if (session.practice() != null || underWay())
            return;
        var open = session.tenant();
        shelf.all().stream().filter(item -> item.setup() instanceof Parsed.Good)
                .min(Comparator.comparing(item -> open == null || !open.domain().equals(tenant(item))))
                .ifPresent(item -> {
                    var setup = ((Parsed.Good<Setup>) item.setup()).value();
                    takeOff(item);
                    session.setupProperty().set(setup);
                    done.addAll(before(setup.page()));
                });
    }

    private static @Nullable TenantDomain tenant(Shelf.Item item) {
        return ((Parsed.Good<Setup>) item.setup()).value().tenant();
    }

    /** From now on it is the one under way. */
    private void takeOff(Shelf.Item item) {
        shelved = item.id();
        session.historyProperty().set(item.history());
    }

    private List<String> before(@Nullable String id) {
        return steps.subList(0, at(id)).stream().map(Page::id).toList();
    }

    /** Its place in the rail; the first for what is not there. */
    private int at(@Nullable String id) {
        return Math.max(steps.stream().map(Page::id).toList().indexOf(id), 0);
    }

    @Override
    public void home() {
        show(beside.getFirst().id());
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
            save(close);
        });
    }

    /** Begins a set-up, new or read from a file; what stands before its page is taken as done. */
    public void begin(Setup setup) {
        session.forget();
        shelved = null;
        resume(setup);
    }

    /**
     * Goes on with a set-up of the shelf, where it was left.
     *
     * @param page where to; null for where it was left
     */
    public void goOn(Shelf.Item item, @Nullable String page) {
        if (!(item.setup() instanceof Parsed.Good<Setup>(var setup)))
            throw new IllegalArgumentException(item.id());
        if (item.id().equals(shelved) && underWay())
            show(Objects.requireNonNullElse(page, String.valueOf(session.setup().page())));
        else {
            session.forget();
            takeOff(item);
            resume(setup);
            if (page != null)
                show(page);
        }
    }

    /** The set-ups of this computer. */
    public Shelf shelf() {
        return shelf;
    }

    /** Whether that is the set-up under way. */
    public boolean underWay(Shelf.Item item) {
        return item.id().equals(shelved) && underWay();
    }

    /** Takes a set-up off the shelf. @throws IOException when its file cannot be moved */
    public void remove(Shelf.Item item) throws IOException {
        if (item.id().equals(shelved)) {
            session.forget();
            shelved = null;
        }
        shelf.remove(item.id());
    }

    /** Begins to practise on a pair that has just been started. */
    public void practise(Practice.Pair pair) throws IOException {
        shelved = null;
        session.practiseOn(pair);
        resume(session.setup());
    }

    private void resume(Setup setup) {
        var first = steps.subList(at(setup.page()), steps.size()).stream().filter(one -> one.wanted(setup)).findFirst()
                .orElse(steps.getFirst()).id();
        done.clear();
        done.addAll(before(first));
        session.setupProperty().set(setup.withPage(first));
        turnTo(first);
    }

    /** Whether there is a practice to go on with. */
    public boolean practising() {
        return session.practice() != null && underWay();
    }

    /** Back to the page at which practice was left. */
    public void practiseOn() {
        show(Objects.requireNonNull(session.setup().page()));
    }

    /** Whether there is a set-up under way, to go on with. */
    public boolean underWay() {
        return session.setup().page() != null;
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

    /** Ends practice and goes back to the beginning, to the real set-up if one was saved. */
    public void leavePractice() {
        session.forget();
        done.clear();
        turnTo(beside.getFirst().id());
    }

    private void save() {
        save(() -> {
            // Nobody waits for it.
        });
    }

    /** @param then whether or not it could be saved */
    private void save(Runnable then) {
        var setup = session.setup();
        var blank = setup.server() == null && setup.tenant() == null && shelved == null;
        if (session.practice() != null || setup.page() == null || blank) {
            then.run();
            return;
        }
        var id = Optional.ofNullable(shelved).orElseGet(() -> shelf.place(kept.keySet()));
        shelved = id;
        kept.put(id, new Kept(setup, session.historyProperty().get()));
        var _ = services.work().start(() -> {
            synchronized (shelf) {
                var newest = Objects.requireNonNull(kept.get(id));
                shelf.put(id, newest.setup(), newest.history());
            }
            return true;
        }, _ -> saved(true, then), _ -> saved(false, then));
    }

    private void saved(boolean well, Runnable then) {
        frame.saved(well);
        then.run();
    }

    private record Kept(Setup setup, History history) {
    }
}

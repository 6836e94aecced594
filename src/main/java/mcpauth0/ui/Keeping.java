package mcpauth0.ui;

import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TenantDomain;
import mcpauth0.ui.model.History;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.model.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * Which set-up of the shelf is under way, and keeping it there with what became of it. Practice is never kept: its tenant
 * is gone with the window.
 */
final class Keeping {

    private final Work work;
    private final Session session;
    private final Shelf shelf;
    private final Consumer<Boolean> told;
    /** What is to be on the shelf, by id; whoever writes takes the newest. */
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    /** Id of the set-up under way; null while nothing of it was kept. */
    private @Nullable String current;

    /** @param told whether it could be kept, each time */
    Keeping(Services services, Session session, Consumer<Boolean> told) {
        this.work = services.work();
        this.session = session;
        this.shelf = new Shelf(services.state());
        this.told = told;
    }

    Shelf shelf() {
        return shelf;
    }

    /** Whether a set-up is under way, to go on with. */
    boolean underWay() {
        return session.setup().page() != null;
    }

    /** Whether it is that one. */
    boolean underWay(Shelf.Item item) {
        return item.id().equals(current) && underWay();
    }

    /** What is under way from now on was never kept. */
    void beginAnew() {
        current = null;
    }

    /** From now on it is the one under way. */
    void takeOff(Shelf.Item item) {
        current = item.id();
        session.historyProperty().set(item.history());
    }

    /** Takes off the first that can be read: of the open tenant, or else the newest; empty where there is none. */
    Optional<Setup> takeOff() {
        var open = session.tenant();
        return shelf.all().stream().filter(item -> item.setup() instanceof Parsed.Good)
                .min(Comparator.comparing(item -> open == null || !open.domain().equals(tenant(item))))
                .map(item -> {
                    takeOff(item);
                    return ((Parsed.Good<Setup>) item.setup()).value();
                });
    }

    private static @Nullable TenantDomain tenant(Shelf.Item item) {
        return ((Parsed.Good<Setup>) item.setup()).value().tenant();
    }

    /** Takes a set-up off the shelf for good. @throws IOException when its file cannot be moved */
    void remove(Shelf.Item item) throws IOException {
        if (item.id().equals(current)) {
            session.forget();
            current = null;
        }
        shelf.remove(item.id());
    }

    void keep() {
        keep(() -> {
            // Nobody waits for it.
        });
    }

    /** @param then whether or not it could be kept */
    void keep(Runnable then) {
        var setup = session.setup();
        var blank = setup.server() == null && setup.tenant() == null && current == null;
        if (session.practice() != null || setup.page() == null || blank) {
            then.run();
            return;
        }
        var id = Optional.ofNullable(current).orElseGet(() -> shelf.place(kept.keySet()));
        current = id;
        kept.put(id, new Kept(setup, session.historyProperty().get()));
        var _ = work.start(() -> {
            synchronized (shelf) {
                var newest = Objects.requireNonNull(kept.get(id));
                shelf.put(id, newest.setup(), newest.history());
            }
            return true;
        }, _ -> ended(true, then), _ -> ended(false, then));
    }

    private void ended(boolean well, Runnable then) {
        told.accept(well);
        then.run();
    }

    private record Kept(Setup setup, History history) {
    }
}

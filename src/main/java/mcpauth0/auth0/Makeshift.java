package mcpauth0.auth0;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.plan.Journal;
import org.jspecify.annotations.Nullable;

/**
 * What is made in a tenant only for the length of a test: written down before, deleted on closing, or by {@link #sweep}
 * after a crash.
 */
final class Makeshift implements AutoCloseable {

    /**
     * One kind of such things.
     *
     * @param step as the journal names it; only one of a kind is there at a time
     * @param traces paths of what belongs to the one of that name, in the order of deleting
     */
    record Kind(String step, BiFunction<Snapshot, String, List<String>> traces) {
    }

    private final Kind kind;
    private final Tenant tenant;
    private final Journal journal;
    private final Journal.@Nullable Hold hold;
    private final String entry;
    private final String name;
    private final List<String> made = new ArrayList<>();
    private boolean whole;
    private boolean nothing;
    private List<String> leftBehind = List.of();

    private Makeshift(Kind kind, Tenant tenant, Journal journal, Journal.@Nullable Hold hold, String entry,
            String name) {
        this.kind = kind;
        this.tenant = tenant;
        this.journal = journal;
        this.hold = hold;
        this.entry = entry;
        this.name = name;
    }

    /**
     * Writes down that it is about to be made.
     *
     * @param change its target is the name that nothing else in the tenant has
     * @throws FailureException when that cannot be written
     */
    static Makeshift begin(Kind kind, Tenant tenant, Journal journal, Change.Write change) throws FailureException {
        try {
            var hold = journal.hold(kind.step());
            return new Makeshift(kind, tenant, journal, hold, journal.intend(kind.step(), change), change.target());
        } catch (IOException e) {
            throw new Failure.Unexpected(e).asException(null);
        }
    }

    /** A part of it is there; parts are deleted in the opposite order. */
    void made(String path) {
        made.addFirst(path);
    }

    /** Every part is there and known. */
    void complete() throws FailureException {
        whole = true;
        try {
            journal.done(entry, Json.object());
        } catch (IOException e) {
            throw new Failure.Unexpected(e).asException(null);
        }
    }

    /** It was refused, so that there is nothing to delete. */
    void nothing() throws FailureException {
        nothing = true;
        try {
            journal.failed(entry);
        } catch (IOException e) {
            throw new Failure.Unexpected(e).asException(null);
        }
    }

    /**
     * Deletes what earlier runs left; gives the names of what could not be deleted. Leaves everything alone while another
     * process has one in use.
     */
    static List<String> sweep(Kind kind, Tenant tenant, Journal journal) throws FailureException {
        try (var hold = journal.hold(kind.step())) {
            var left = hold == null
                    ? List.<Journal.Entry>of()
                    : journal.entries().stream().filter(entry -> entry.step().equals(kind.step()))
                            .filter(entry -> switch (entry.state()) {
                                case OPEN, DONE -> true;
                                case FAILED, UNDONE -> false;
                            }).toList();
            if (left.isEmpty())
                return List.of();
            var snapshot = tenant.snapshot();
            var remains = new ArrayList<String>();
            for (var entry : left) {
                var failed = delete(tenant, kind.traces().apply(snapshot, entry.target()));
                if (failed.isEmpty())
                    journal.undone(entry.id());
                remains.addAll(failed);
            }
            return List.copyOf(remains);
        } catch (IOException e) {
            throw new Failure.Unexpected(e).asException(null);
        }
    }

    /** Gives those that are still there. */
    private static List<String> delete(Tenant tenant, List<String> paths) {
        var failed = new ArrayList<String>();
        for (var path : paths)
            try {
                tenant.call(new Change.Call("DELETE", path, null));
            } catch (FailureException e) {
                var gone = e.failure() instanceof Failure.Refused(var status, var _) && status == 404;
                if (!gone)
                    failed.add(path);
            }
        return failed;
    }

    /** Deletes everything again; {@link #leftBehind} tells what resisted. Never throws. */
    @Override
    public void close() {
        // A cancelled run must leave nothing either.
        var interrupted = Thread.interrupted();
        try {
            if (!nothing) {
                journal.undoing(entry);
                var paths = whole ? List.copyOf(made) : kind.traces().apply(tenant.snapshot(), name);
                leftBehind = delete(tenant, paths);
                if (leftBehind.isEmpty())
                    journal.undone(entry);
            }
        } catch (FailureException | IOException e) {
            leftBehind = made.isEmpty() ? List.of(name) : List.copyOf(made);
        } finally {
            if (hold != null)
                hold.close();
            if (interrupted)
                Thread.currentThread().interrupt();
        }
    }

    /** What could not be deleted, as paths of the Management API; empty before closing. The next sweep tries again. */
    List<String> leftBehind() {
        return leftBehind;
    }
}

package mcpauth0.auth0;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.plan.Journal;
import mcpauth0.plan.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Deletes applications that nobody uses any more, one by one, each written down with its settings before. An application
 * could also be put to sleep by taking its grant types from it; but only deleting gives its place back, for want of which
 * people clean up, and whoever is still there registers anew.
 *
 * <p>Taking it back makes the application again with the same settings and a new id: whoever used the old id has to
 * connect anew.
 */
public final class Retirement {

    static final String STEP = "retire-client";

    private static final String MARKER = "mcp_auth0_setup_restored";

    /** What a POST takes; an id, secrets and what Auth0 decides itself are not among it. */
    private static final List<String> NOT_AGAIN = List.of("client_id", "external_client_id", "global");

    private final Tenant tenant;
    private final Journal journal;

    /**
     * How it ended.
     *
     * @param done names of those that were dealt with
     * @param spared names of those that changed since they were shown, or were used; they are as they were
     * @param left names of those that it did not come to
     * @param failure why it stopped; null where it came to its end, or was cancelled
     */
    public record Result(List<String> done, List<String> spared, List<String> left, @Nullable Failure failure) {
        public Result {
            done = List.copyOf(done);
            spared = List.copyOf(spared);
            left = List.copyOf(left);
        }
    }

    public Retirement(Tenant tenant, Journal journal) {
        this.tenant = tenant;
        this.journal = journal;
    }

    /** The permissions that it needs beside reading. */
    public static List<String> permissions() {
        return List.of("delete:clients");
    }

    /** The permissions that taking it back needs. */
    public static List<String> undoPermissions() {
        return List.of("create:clients");
    }

    /** One of the two things that are done one by one. */
    @FunctionalInterface
    private interface Deed<T> {
        /** @return false where it was left as it is */
        boolean on(T one) throws FailureException, IOException;
    }

    /**
     * Reads everything again first: what changed or was used since it was shown stays.
     *
     * @param cancelled asked before each
     */
    public Result retire(List<ThirdParty> chosen, Progress progress, BooleanSupplier cancelled) {
        return held(chosen.stream().map(ThirdParty::name).toList(), progress, () -> {
            var now = Registrations.read(tenant).groups().stream().flatMap(group -> group.members().stream()).toList();
            return each(chosen, ThirdParty::name, progress, cancelled, one -> {
                var same = now.stream().anyMatch(other -> other.id().equals(one.id())
                        && other.settings().equals(one.settings()) && isUsedNoMore(one, other));
                if (same)
                    delete(one);
                return same;
            });
        });
    }

    private static boolean isUsedNoMore(ThirdParty shown, ThirdParty now) {
        return now.seen() == null || now.seen().equals(shown.seen());
    }

    private void delete(ThirdParty one) throws FailureException, IOException {
        var fields = new ArrayList<Change.Field>();
        one.settings().properties()
                .forEach(field -> fields.add(new Change.Field(field.getKey(), field.getValue(), null)));
        var call = new Change.Call("DELETE", Part.CLIENTS.path() + "/" + one.id(), null);
        var entry = journal.intend(STEP, new Change.Write(one.name(), fields, permissions(), List.of(call), List.of()));
        try {
            tenant.call(call);
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Refused)
                journal.failed(entry);
            throw e;
        }
        journal.done(entry, Json.object());
    }

    /** Those that were retired and not made again, the newest last. */
    public static List<Journal.Entry> retired(List<Journal.Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.step().equals(STEP) && entry.state() == Journal.State.DONE).toList();
    }

    /** Makes them again, each with a new id. */
    public Result restore(List<Journal.Entry> chosen, Progress progress, BooleanSupplier cancelled) {
        return held(chosen.stream().map(Journal.Entry::target).toList(), progress,
                () -> each(chosen, Journal.Entry::target, progress, cancelled, entry -> {
                    journal.undoing(entry.id());
                    tenant.call(new Change.Call("POST", Part.CLIENTS.path(), again(entry)));
                    journal.undone(entry.id());
                    return true;
                }));
    }

    private static ObjectNode again(Journal.Entry entry) {
        var body = Json.object();
        entry.change().fields().stream().filter(field -> !NOT_AGAIN.contains(field.name()))
                .forEach(field -> body.set(field.name(), field.before()));
        // The other mode is given to tenants by their age, and cannot be asked for.
        if (!body.path("third_party_security_mode").asText().equals("strict"))
            body.remove("third_party_security_mode");
        body.withObjectProperty("client_metadata").put(MARKER, entry.id());
        return body;
    }

    /** Finds out by reading what became of those that a crash or a lost answer left open. */
    public void settle() throws FailureException, IOException {
        var open = journal.entries().stream()
                .filter(entry -> entry.step().equals(STEP) && entry.state() == Journal.State.OPEN).toList();
        if (open.isEmpty())
            return;
        var clients = tenant.snapshot().clients();
        for (var entry : open) {
            var id = Part.CLIENTS.path() + "/";
            var deleted = entry.change().calls().getFirst().path();
            if (entry.receipt() != null && clients.stream().anyMatch(client -> client.raw().path("client_metadata")
                    .path(MARKER).asText().equals(entry.id())))
                journal.undone(entry.id());
            else if (clients.stream().anyMatch(client -> deleted.equals(id + client.id())))
                journal.failed(entry.id());
            else
                journal.done(entry.id(), Json.object());
        }
    }

    @FunctionalInterface
    private interface Work {
        Result run() throws FailureException, IOException;
    }

    private Result held(List<String> names, Progress progress, Work work) {
        try (var hold = journal.hold(STEP)) {
            if (hold == null)
                return new Result(List.of(), List.of(), names, new Failure.Cancelled());
            tenant.onPause(progress::waiting);
            settle();
            return work.run();
        } catch (FailureException e) {
            return new Result(List.of(), List.of(), names, e.failure());
        } catch (IOException e) {
            return new Result(List.of(), List.of(), names, new Failure.Unexpected(e));
        }
    }

    private static <T> Result each(List<T> all, java.util.function.Function<T, String> name, Progress progress,
            BooleanSupplier cancelled, Deed<T> deed) {
        var done = new ArrayList<String>();
        var spared = new ArrayList<String>();
        Failure failure = null;
        var n = 0;
        for (; n < all.size() && failure == null && !cancelled.getAsBoolean(); n++) {
            var one = name.apply(all.get(n));
            progress.starting(one, n, all.size());
            try {
                (deed.on(all.get(n)) ? done : spared).add(one);
                progress.proven(one, n, all.size());
            } catch (FailureException e) {
                failure = e.failure();
            } catch (IOException e) {
                failure = new Failure.Unexpected(e);
            }
        }
        var reached = failure == null ? n : n - 1;
        return new Result(done, spared, all.subList(reached, all.size()).stream().map(name).toList(), failure);
    }
}

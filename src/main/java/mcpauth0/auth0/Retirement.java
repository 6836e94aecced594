package mcpauth0.auth0;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
     * @param failure why it stopped; null where it came to its end, was cancelled, or was not begun
     * @param busy whether it was not begun because another window or process changes this tenant now
     */
    public record Result(List<String> done, List<String> spared, List<String> left, @Nullable Failure failure,
            boolean busy) {
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
                    // A second import would change what somebody else has imported meanwhile.
                    if (document(entry).isEmpty() || again(entry, tenant.seen()).isEmpty())
                        tenant.call(call(entry));
                    journal.undone(entry.id());
                    return true;
                }));
    }

    /** What was imported from a document is imported again: made from its settings, it would be another client. */
    private static Change.Call call(Journal.Entry entry) {
        return document(entry).map(ImportClientDocuments::register)
                .orElseGet(() -> new Change.Call("POST", Part.CLIENTS.path(), body(entry)));
    }

    private static Optional<String> document(Journal.Entry entry) {
        return entry.change().fields().stream().filter(field -> field.name().equals(ImportClientDocuments.FIELD))
                .flatMap(field -> Optional.ofNullable(field.before()).stream()).map(value -> value.asText(""))
                .filter(text -> !text.isEmpty()).findFirst();
    }

    /** Below {@code /api/v2/}, as it was before it was deleted. */
    static String path(Journal.Entry entry) {
        return entry.change().calls().getFirst().path();
    }

    /** The application that stands for a retired one again: by its mark, or by its document, which only one can have. */
    static Optional<Snapshot.Client> again(Journal.Entry entry, Snapshot now) {
        var document = document(entry);
        return now.clients().stream().filter(client -> document.isPresent()
                ? document.get().equals(client.document()) && !path(entry).equals(path(client))
                : client.raw().path("client_metadata").path(MARKER).asText().equals(entry.id())).findFirst();
    }

    private static String path(Snapshot.Client client) {
        return Part.CLIENTS.path() + "/" + client.id();
    }

    private static ObjectNode body(Journal.Entry entry) {
        var body = Json.object();
        entry.change().fields().stream().filter(field -> !NOT_AGAIN.contains(field.name()))
                .forEach(field -> body.set(field.name(), field.before()));
        // The other mode is given to tenants by their age, and cannot be asked for.
        if (!body.path("third_party_security_mode").asText().equals("strict"))
            body.remove("third_party_security_mode");
        body.withObjectProperty("client_metadata").put(MARKER, entry.id());
        return body;
    }

    /**
     * Finds out by reading what became of those that a crash or a lost answer left open. Leaves everything as it is where
     * another process is at work: what looks left open may be under way there.
     */
    public void settle() throws FailureException, IOException {
        try (var hold = journal.hold(Journal.CHANGES)) {
            if (hold != null)
                settleAlone();
        }
    }

    private void settleAlone() throws FailureException, IOException {
        var open = journal.entries().stream()
                .filter(entry -> entry.step().equals(STEP) && entry.state() == Journal.State.OPEN).toList();
        if (open.isEmpty())
            return;
        var now = tenant.snapshot();
        for (var entry : open) {
            if (entry.receipt() != null && again(entry, now).isPresent())
                journal.undone(entry.id());
            else if (now.object(path(entry)) != null)
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
        try (var hold = journal.hold(Journal.CHANGES)) {
            if (hold == null)
                return new Result(List.of(), List.of(), names, null, true);
            tenant.onPause(progress::waiting);
            settleAlone();
            tenant.refresh();
            return work.run();
        } catch (FailureException e) {
            return new Result(List.of(), List.of(), names, e.failure(), false);
        } catch (IOException e) {
            return new Result(List.of(), List.of(), names, new Failure.Unexpected(e), false);
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
        return new Result(done, spared, all.subList(reached, all.size()).stream().map(name).toList(), failure, false);
    }
}

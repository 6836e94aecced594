package mcpauth0.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
        return planOf(setup, steps.stream().filter(step -> step.wanted(setup)).toList(), true);
    }

    /**
     * That step with those of its needs that are not met yet, whether the set-up asks for them or not.
     *
     * @throws IllegalArgumentException when there is no such step
     */
    public Plan planFor(Setup setup, String stepId) throws FailureException {
        var wanted = new LinkedHashSet<String>();
        collect(stepId, wanted);
        target.refresh();
        var all = planOf(setup, steps.stream().filter(step -> wanted.contains(step.id())).toList(), true);
        return new Plan(domain, setup, all.items().stream()
                .filter(item -> item.step().equals(stepId) || !(item.change() instanceof Change.Nothing)).toList());
    }

    private void collect(String stepId, Set<String> into) {
        if (into.add(stepId))
            step(stepId).needs().forEach(need -> collect(need, into));
    }

    /** @param counted with what is only told */
    private Plan planOf(Setup setup, List<Step<T, ?>> chosen, boolean counted) throws FailureException {
        var items = new ArrayList<Plan.Item>();
        for (var step : chosen)
            items.add(new Plan.Item(step.id(), counted ? counted(step, setup) : change(step, setup)));
        return new Plan(domain, setup, items);
    }

    private <S> Change counted(Step<T, S> step, Setup setup) throws FailureException {
        return step.plan(setup, step.count(target, setup, step.read(target, setup)));
    }

    private <S> Change change(Step<T, S> step, Setup setup) throws FailureException {
        return step.plan(setup, step.read(target, setup));
    }

    private Step<T, ?> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step " + id));
    }

    /**
     * Does what was approved, and nothing if that is no longer what would be planned. What this program has done of it
     * already, before it was stopped, is no drift. Blocks; interrupting the thread cancels between two changes.
     *
     * @throws IllegalArgumentException when the plan is for another tenant
     */
    public Outcome apply(Plan approved, Progress progress) {
        if (!approved.tenant().equals(domain))
            throw new IllegalArgumentException("a plan for " + approved.tenant() + ", not for " + domain);
        var ids = approved.writes().stream().map(Plan.Item::step).toList();
        return alone(new Course(progress, ids), course -> apply(approved, course));
    }

    private Outcome apply(Plan approved, Course course) {
        Plan now;
        try {
            target.refresh();
            settle();
            var chosen = approved.items().stream().<Step<T, ?>>map(item -> step(item.step())).toList();
            now = planOf(approved.setup(), chosen, false);
            if (!sameOrOurs(approved, now))
                return new Outcome.Drifted(planOf(approved.setup(), chosen, true));
        } catch (FailureException e) {
            return course.failed(e.failure());
        }
        for (var refusal : now.refusals())
            return course.halted(refusal.step(), refusal.change());
        var lacking = now.scopes().stream().filter(scope -> !target.permissions().contains(scope)).toList();
        if (!lacking.isEmpty())
            return new Outcome.Lacking(lacking);
        course.only(now.writes().stream().map(Plan.Item::step).toList());
        for (var item : now.writes()) {
            var end = course.change(item.step(),
                    () -> write(step(item.step()), approved.setup(), (Change.Write) item.change()));
            if (end != null)
                return end;
        }
        target.confirm();
        return course.proven(id -> change(step(id), approved.setup()));
    }

    /** Whether nobody but this program has changed anything since; it may have been stopped in the middle. */
    private boolean sameOrOurs(Plan approved, Plan now) {
        var entries = journal.entries().stream().filter(entry -> entry.state() == Journal.State.DONE).toList();
        var resumed = approved.items().stream().anyMatch(item -> begun(item, entries));
        for (var i = 0; i < approved.items().size(); i++) {
            var before = approved.items().get(i);
            var after = now.items().get(i).change();
            var ours = begun(before, entries) && before.change() instanceof Change.Write write && write.leaves(after);
            if (!ours && !(resumed ? before.change().does(after) : before.change().agrees(after)))
                return false;
        }
        return true;
    }

    private static boolean begun(Plan.Item item, List<Journal.Entry> entries) {
        return item.change() instanceof Change.Write write && entries.stream().anyMatch(
                entry -> entry.step().equals(item.step()) && entry.change().calls().equals(write.calls()));
    }

    /** Gives what is still to be done, which is nothing when all went well. */
    private <S> Change write(Step<T, S> step, Setup setup, Change.Write change) throws FailureException, IOException {
        var id = journal.intend(step.id(), change);
        var sent = 0;
        try {
            for (var call : change.calls()) {
                target.send(call);
                sent++;
            }
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Refused(var status, _)) {
                target.refresh();
                // What was refused was not done, and what is there all the same is somebody else's.
                settle(step, id, change.first(status < 500 ? sent : sent + 1));
            }
            throw e;
        }
        settle(step, id, change);
        return step.plan(setup, step.read(target, setup));
    }

    private <S> void settle(Step<T, S> step, String id, Change.Write change) throws FailureException, IOException {
        var receipt = step.receipt(change, step.read(target, change));
        if (receipt == null)
            journal.failed(id);
        else
            journal.done(id, receipt);
    }

    /**
     * What taking changes back would do, the newest first. Sends GET requests alone.
     *
     * @param changeIds ids of journal entries; all that are done, when empty
     */
    public List<Reversal> planUndo(List<String> changeIds) throws FailureException {
        target.refresh();
        var reversals = new ArrayList<Reversal>();
        var entries = done(changeIds);
        var ahead = takingBack(Map.of()).ahead(entries);
        for (var entry : entries)
            reversals.add(new Reversal(entry, ahead.getOrDefault(entry.id(), new Change.Nothing())));
        return reversals;
    }

    private List<Journal.Entry> done(List<String> changeIds) {
        return journal.entries().reversed().stream().filter(entry -> entry.state() == Journal.State.DONE)
                .filter(entry -> changeIds.isEmpty() || changeIds.contains(entry.id())).filter(this::known).toList();
    }

    private TakingBack<T> takingBack(Map<String, Newer.Choice> choices) {
        return new TakingBack<>(target, this::step, this::known, journal, choices);
    }

    /** As {@link #undo(List, Map, Progress)} where nothing was chosen. */
    public Outcome undo(List<String> changeIds, Progress progress) {
        return undo(changeIds, Map.of(), progress);
    }

    /**
     * Takes changes back, the newest first, each where it still is as it was written or the operator has chosen. What has
     * to be chosen first, and what something else needs, is held back while the others are taken back.
     *
     * @param changeIds ids of journal entries; all that are done, when empty
     * @param choices by id
     */
    public Outcome undo(List<String> changeIds, Map<String, Newer.Choice> choices, Progress progress) {
        return alone(new Course(progress, List.of()), course -> undo(changeIds, takingBack(choices), course));
    }

    private Outcome undo(List<String> changeIds, TakingBack<T> takingBack, Course course) {
        List<Journal.Entry> entries;
        var needed = new LinkedHashSet<String>();
        try {
            target.refresh();
            settle();
            entries = done(changeIds);
            for (var change : takingBack.ahead(entries).values())
                if (change instanceof Change.Write write)
                    needed.addAll(write.scopes());
        } catch (FailureException e) {
            return course.failed(e.failure());
        }
        needed.removeAll(target.permissions());
        if (!needed.isEmpty())
            return new Outcome.Lacking(List.copyOf(needed));
        course.only(entries.stream().map(Journal.Entry::step).toList());
        var gone = new ArrayList<Journal.Entry>();
        Outcome.NotSettled held = null;
        for (var entry : entries) {
            var end = course.change(entry.step(), () -> takingBack.take(entry));
            if (end == null)
                gone.add(entry);
            else if (end instanceof Outcome.NotSettled halt && !(halt.still() instanceof Change.Write))
                held = held == null ? halt : held;
            else
                return end;
        }
        target.confirm();
        var outcome = course.proven(id -> takingBack.remains(id, gone));
        return held != null && outcome instanceof Outcome.Proven ? course.halted(held.step(), held.still()) : outcome;
    }

    private boolean known(Journal.Entry entry) {
        return steps.stream().anyMatch(step -> step.id().equals(entry.step()));
    }

    /**
     * Finds out by reading what became of changes that a crash or a lost answer left open; gives all entries. Leaves
     * everything as it is where another process is at work.
     */
    public List<Journal.Entry> recover() throws FailureException {
        try (var hold = journal.hold(Journal.CHANGES)) {
            if (hold != null) {
                target.refresh();
                settle();
            }
            return journal.entries();
        } catch (IOException | UncheckedIOException e) {
            throw new Failure.Unexpected(e).asException(null);
        }
    }

    private void settle() throws FailureException {
        try {
            for (var entry : journal.entries())
                if (entry.state() == Journal.State.OPEN && known(entry))
                    settle(step(entry.step()), entry);
        } catch (IOException e) {
            throw new Failure.Unexpected(e).asException(null);
        }
    }

    private void settle(Step<T, ?> step, Journal.Entry entry) throws FailureException, IOException {
        var receipt = entry.receipt();
        if (receipt == null)
            settle(step, entry.id(), entry.change());
        else if (takingBack(Map.of()).of(entry) instanceof Change.Nothing)
            journal.undone(entry.id());
        else
            journal.done(entry.id(), receipt);
    }

    private Outcome alone(Course course, Function<Course, Outcome> work) {
        try (var hold = journal.hold(Journal.CHANGES)) {
            if (hold == null)
                return new Outcome.Busy();
            target.onPause(course.progress()::waiting);
            return course.run(() -> work.apply(course));
        } catch (IOException | UncheckedIOException e) {
            return course.failed(new Failure.Unexpected(e));
        }
    }
}

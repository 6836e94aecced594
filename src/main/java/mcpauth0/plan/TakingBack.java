package mcpauth0.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;

/**
 * Takes single changes back, each where it still is as it was written or the operator has chosen.
 *
 * @param steps by id
 * @param known whether there is a step for that entry
 * @param choices by the id of the journal's entry
 */
record TakingBack<T extends Remote>(T target, Function<String, Step<T, ?>> steps, Predicate<Journal.Entry> known,
        Journal journal, Map<String, Newer.Choice> choices) {

    /** What it would write now. */
    Change of(Journal.Entry entry) throws FailureException {
        var step = steps.apply(entry.step());
        return plan(step, entry, chosen(step, entry));
    }

    private <S> Change plan(Step<T, S> step, Journal.Entry entry, Newer newer) throws FailureException {
        var receipt = entry.receipt();
        return receipt == null ? new Change.Nothing() : step.planUndo(receipt, step.read(target, receipt), newer);
    }

    /** A choice that was made for other values than are there now does not hold. */
    private Newer chosen(Step<T, ?> step, Journal.Entry entry) throws FailureException {
        var choice = choices.get(entry.id());
        return choice != null && choice.seen().equals(plan(step, entry, Newer.ASK)) ? choice.newer() : Newer.ASK;
    }

    /**
     * What taking each back would write once all that this program changed later is taken back: what is newer because
     * this program itself made it later is nobody else's.
     *
     * @param wanted by the id of the journal's entry, the newest first
     */
    Map<String, Change> ahead(List<Journal.Entry> wanted) throws FailureException {
        var changes = new LinkedHashMap<String, Change>();
        var calls = new ArrayList<Change.Call>();
        for (var entry : journal.entries().reversed())
            if (changes.size() < wanted.size() && entry.state() == Journal.State.DONE && known.test(entry))
                try {
                    var change = ahead(steps.apply(entry.step()), entry, calls);
                    if (wanted.contains(entry))
                        changes.put(entry.id(), change);
                    if (change instanceof Change.Write write)
                        calls.addAll(write.calls());
                } catch (FailureException e) {
                    // What is not asked for may be out of reach.
                    if (wanted.contains(entry) || !(e.failure() instanceof Failure.Refused))
                        throw e;
                }
        return changes;
    }

    private <S> Change ahead(Step<T, S> step, Journal.Entry entry, List<Change.Call> calls) throws FailureException {
        var receipt = entry.receipt();
        if (receipt == null)
            return new Change.Nothing();
        var state = step.foresee(step.read(target, receipt), calls);
        var change = step.planUndo(receipt, state, Newer.ASK);
        var choice = choices.get(entry.id());
        return choice != null && choice.seen().equals(change)
                ? step.planUndo(receipt, state, choice.newer())
                : change;
    }

    /** Writes it; gives what is still to be done, or stands against it. */
    Change take(Journal.Entry entry) throws FailureException, IOException {
        return take(steps.apply(entry.step()), entry);
    }

    private <S> Change take(Step<T, S> step, Journal.Entry entry) throws FailureException, IOException {
        var newer = chosen(step, entry);
        var change = plan(step, entry, newer);
        var choice = choices.get(entry.id());
        if (choice != null && choice.newer() == Newer.KEEP && newer == Newer.ASK && change instanceof Change.Write)
            return choice.seen();
        var receipt = entry.receipt();
        if (change instanceof Change.Diverged && receipt != null
                && !change.equals(ahead(List.of(entry)).get(entry.id()))) {
            // This program's own later changes are in the way, and were not taken back.
            var hindrance = step.hindrance(receipt, step.read(target, receipt), newer);
            if (hindrance.isPresent())
                return hindrance.get();
        }
        if (change instanceof Change.Write write && receipt != null) {
            var hindrance = step.hindrance(receipt, step.read(target, receipt), newer);
            if (hindrance.isPresent())
                return hindrance.get();
            journal.undoing(entry.id());
            for (var call : write.calls())
                target.send(call);
            change = plan(step, entry, newer);
        }
        if (change instanceof Change.Nothing)
            journal.undone(entry.id());
        return change;
    }

    /**
     * What of that step's changes is there again. What is older may have been taken back since, so that a value which is
     * no longer the written one is fine.
     */
    Change remains(String step, List<Journal.Entry> gone) throws FailureException {
        for (var entry : gone)
            if (entry.step().equals(step) && of(entry) instanceof Change.Write write)
                return write;
        return new Change.Nothing();
    }
}

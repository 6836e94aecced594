package mcpauth0.plan;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mcpauth0.http.FailureException;

/**
 * Takes single changes back, each where it still is as it was written or the operator has chosen.
 *
 * @param steps by id
 * @param choices by the id of the journal's entry
 */
record TakingBack<T extends Remote>(T target, Function<String, Step<T, ?>> steps, Journal journal,
        Map<String, Newer.Choice> choices) {

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
     * What it would write once those were taken back: a value that is newer because this program itself wrote it later is
     * put back by them, and is nobody else's.
     *
     * @param newer what is taken back before it
     */
    Change after(List<Reversal> newer, Journal.Entry entry) throws FailureException {
        var change = of(entry);
        if (!(change instanceof Change.Diverged(var target, var fields)))
            return change;
        var ours = newer.stream().map(Reversal::change).filter(Change.Write.class::isInstance)
                .map(Change.Write.class::cast).filter(write -> write.target().equals(target))
                .flatMap(write -> write.fields().stream()).map(Change.Field::name).collect(Collectors.toSet());
        return fields.stream().allMatch(field -> ours.contains(field.name()))
                ? plan(steps.apply(entry.step()), entry, Newer.REPLACE)
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
        if (choice != null && newer == Newer.ASK && change instanceof Change.Write)
            return choice.seen();
        var receipt = entry.receipt();
        if (change instanceof Change.Write write && receipt != null) {
            var hindrance = step.hindrance(receipt, step.read(target, receipt));
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

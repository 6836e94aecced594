package mcpauth0.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import org.jspecify.annotations.Nullable;

/** How far one applying, or undoing, has come. */
final class Course {

    private final Progress progress;
    private final Turn turn = new Turn();
    private final List<String> done = new ArrayList<>();
    private List<String> all;

    Course(Progress progress, List<String> all) {
        this.progress = progress;
        this.all = all;
    }

    /** One change: gives what is still to be written afterwards. */
    @FunctionalInterface
    interface Deed {
        Change act() throws FailureException, IOException;
    }

    @FunctionalInterface
    interface Look {
        Change at(String step) throws FailureException;
    }

    Progress progress() {
        return progress;
    }

    Outcome run(Supplier<Outcome> work) {
        return turn.take(work);
    }

    /** The steps that it really is about. */
    void only(List<String> steps) {
        all = steps;
    }

    /** Does the next one; null when all is well. */
    @Nullable
    Outcome change(String step, Deed deed) {
        if (!turn.mayChange())
            return cancelled();
        try {
            progress.starting(step, done.size(), all.size());
            var still = deed.act();
            if (!(still instanceof Change.Nothing))
                return halted(step, still);
            progress.proven(step, done.size(), all.size());
            done.add(step);
            return null;
        } catch (FailureException e) {
            return new Outcome.Stopped(step, e.failure(), List.copyOf(done), left());
        } catch (IOException e) {
            return new Outcome.Stopped(step, new Failure.Unexpected(e), List.copyOf(done), left());
        } finally {
            turn.changed();
        }
    }

    /** Looks once more at everything that was done. */
    Outcome proven(Look look) {
        for (var step : List.copyOf(done))
            try {
                var still = look.at(step);
                if (!(still instanceof Change.Nothing)) {
                    done.remove(step);
                    return new Outcome.NotSettled(step, still, List.copyOf(done), List.of());
                }
            } catch (FailureException e) {
                return e.failure() instanceof Failure.Cancelled
                        ? cancelled()
                        : new Outcome.Stopped(step, e.failure(), List.copyOf(done), List.of());
            }
        return new Outcome.Proven(List.copyOf(done));
    }

    Outcome halted(String step, Change still) {
        return new Outcome.NotSettled(step, still, List.copyOf(done), left());
    }

    /** Before the first change, or where the journal cannot be had. */
    Outcome failed(Failure failure) {
        return failure instanceof Failure.Cancelled
                ? cancelled()
                : new Outcome.Stopped(all.isEmpty() ? "" : all.getFirst(), failure, List.copyOf(done), left());
    }

    private Outcome cancelled() {
        return new Outcome.Cancelled(List.copyOf(done), left());
    }

    /** What was neither done nor begun, and what was begun in vain. */
    private List<String> left() {
        var left = new ArrayList<>(all);
        done.forEach(left::remove);
        return List.copyOf(left);
    }
}

package mcpauth0.ui.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mcpauth0.auth0.Steps;
import mcpauth0.auth0.Tenant;
import mcpauth0.http.Failure;
import mcpauth0.plan.Applier;
import mcpauth0.plan.Journal;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Plan;
import mcpauth0.plan.Progress;
import mcpauth0.ui.Work;
import org.jspecify.annotations.Nullable;

/** What would change, changing it, and taking it back. Only {@link #apply} and {@link #undo} write. */
public final class ReviewModel {

    /** Where that stands. */
    public sealed interface Stage {

        record Reading() implements Stage {
        }

        /** It could not be read; nothing was written. */
        record Unread(Trouble why) implements Stage {
        }

        /** To be approved; {@code drifted} when the tenant changed since the operator saw the last plan. */
        record Ready(Plan plan, boolean drifted) implements Stage {
        }

        /** What would be taken back, to be chosen and approved. */
        record Choosing(TakeBack takeBack) implements Stage {
        }

        /**
         * Under way.
         *
         * @param plan what is applied; null while taking back
         * @param proven ids of the steps that are done
         * @param current id of the step that is being done, null between two
         * @param count how many there are; 0 while that is not known
         */
        record Working(@Nullable Plan plan, List<String> proven, @Nullable String current, int count,
                long pauseSeconds) implements Stage {
            public Working {
                proven = List.copyOf(proven);
            }
        }

        /**
         * It ended.
         *
         * @param plan what was applied; null after taking back
         * @param done ids of the steps that are done, also those from before it stopped and went on
         */
        record Ended(@Nullable Plan plan, Outcome outcome, List<String> done) implements Stage {
            public Ended {
                done = List.copyOf(done);
            }
        }
    }

    private final Session session;
    private final Work work;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Stage.Reading());
    private boolean undoable;
    private @Nullable Future<?> underWay;
    private volatile @Nullable Thread writer;

    public ReviewModel(Session session, Work work) {
        this.session = session;
        this.work = work;
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    public Stage stage() {
        return stage.get();
    }

    public boolean working() {
        return stage.get() instanceof Stage.Working;
    }

    /** Reads the tenant and plans, after settling what a crash may have left open. */
    public void read() {
        if (working())
            return;
        end();
        stage.set(new Stage.Reading());
        var setup = session.setup();
        var cure = session.cureProperty().get();
        underWay = work.start(() -> {
            var applier = session.applier();
            applier.recover();
            return new Read(cure == null ? applier.plan(setup) : applier.planFor(setup, cure), changed());
        }, read -> {
            undoable = read.undoable();
            stage.set(new Stage.Ready(read.plan(), false));
        }, thrown -> stage.set(new Stage.Unread(Trouble.ofTenant(thrown))));
    }

    private record Read(Plan plan, boolean undoable) {
    }

    private boolean changed() throws IOException {
        return session.journal().entries().stream()
                .anyMatch(entry -> entry.state() == Journal.State.DONE && Steps.has(entry.step()));
    }

    /** Writes what the plan on the screen says. */
    public void apply() {
        if (!(stage.get() instanceof Stage.Ready(var plan, _)) || plan.writes().isEmpty())
            return;
        apply(plan, List.of());
    }

    private void apply(Plan plan, List<String> earlier) {
        run(plan, earlier, plan.writes().size(), applier -> applier.apply(plan, progress(plan, earlier.size())));
    }

    /** Goes on with what was approved, after it stopped in the middle. */
    public void resume() {
        if (stage.get() instanceof Stage.Ended(var plan, _, var done) && plan != null)
            apply(plan, done);
    }

    /** Whether this program had changed something in the tenant that was still there when it was read. */
    public boolean undoable() {
        return undoable;
    }

    /** Reads what taking back would do, so that it can be approved. */
    public void takeBack() {
        if (working())
            return;
        end();
        stage.set(new Stage.Reading());
        underWay = work.start(() -> {
            var applier = session.applier();
            applier.recover();
            return applier.planUndo(List.of());
        }, reversals -> stage.set(new Stage.Choosing(new TakeBack(reversals))),
                thrown -> stage.set(new Stage.Unread(Trouble.ofTenant(thrown))));
    }

    /** Takes back what was chosen on the screen, the newest first. */
    public void undo() {
        if (!(stage.get() instanceof Stage.Choosing(var takeBack)) || takeBack.ids().isEmpty())
            return;
        var ids = takeBack.ids();
        var choices = takeBack.choices();
        run(null, List.of(), ids.size(), applier -> applier.undo(ids, choices, progress(null, 0)));
    }

    private void run(@Nullable Plan plan, List<String> earlier, int count, Function<Applier<Tenant>, Outcome> deed) {
        stage.set(new Stage.Working(plan, earlier, null, count, 0));
        underWay = work.start(() -> {
            writer = Thread.currentThread();
            try {
                return deed.apply(session.applier());
            } finally {
                writer = null;
            }
        }, outcome -> ended(plan, earlier, outcome),
                thrown -> stage.set(new Stage.Unread(Trouble.ofTenant(thrown))));
    }

    private void ended(@Nullable Plan plan, List<String> earlier, Outcome outcome) {
        underWay = null;
        var done = Stream.concat(earlier.stream(), outcome.done().stream()).toList();
        undoable = undoable || !done.isEmpty();
        if (outcome instanceof Outcome.Drifted(var now) && plan != null)
            stage.set(new Stage.Ready(now, true));
        else
            stage.set(new Stage.Ended(plan, outcome, done));
        look();
    }

    /** Other pages tell how the tenant is; what was read before it was changed is no longer so. */
    private void look() {
        var tenant = session.tenant();
        if (tenant == null)
            return;
        var _ = work.start(tenant::snapshot, snapshot -> {
            if (tenant.equals(session.tenant()))
                session.snapshotProperty().set(snapshot);
        }, _ -> {
            // The old picture stays.
        });
    }

    /** Stops, between two changes where some are under way: what was begun is finished, and the outcome says so. */
    public void cancel() {
        if (working()) {
            var thread = writer;
            if (thread != null)
                thread.interrupt();
        } else {
            end();
            if (stage.get() instanceof Stage.Reading)
                stage.set(new Stage.Unread(Trouble.of(new Failure.Cancelled(), null)));
        }
    }

    private void end() {
        var future = underWay;
        underWay = null;
        if (future != null)
            future.cancel(true);
    }

    private Progress progress(@Nullable Plan plan, int earlier) {
        return new Progress() {
            @Override
            public void starting(String step, int index, int count) {
                now(working -> new Stage.Working(plan, working.proven(), step, count + earlier, 0));
            }

            @Override
            public void proven(String step, int index, int count) {
                now(working -> {
                    var all = new ArrayList<>(working.proven());
                    all.add(step);
                    return new Stage.Working(plan, all, null, count + earlier, 0);
                });
            }

            @Override
            public void waiting(java.time.Duration pause) {
                now(working -> new Stage.Working(plan, working.proven(), working.current(), working.count(),
                        Math.max(1, pause.toSeconds())));
            }

            private void now(Function<Stage.Working, Stage> next) {
                work.onScreen(() -> {
                    if (stage.get() instanceof Stage.Working working)
                        stage.set(next.apply(working));
                });
            }
        };
    }
}

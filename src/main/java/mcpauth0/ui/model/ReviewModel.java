package mcpauth0.ui.model;

import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
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
import mcpauth0.plan.Reversal;
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
         */
        record Working(@Nullable Plan plan, Pace pace) implements Stage {
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
    private final @Nullable String step;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Stage.Reading());
    private boolean undoable;
    private volatile List<String> remaining = List.of();
    private final UnderWay underWay;

    public ReviewModel(Session session, Work work) {
        this(session, work, null);
    }

    /** @param step that is planned alone, with what it needs; null for the whole set-up */
    public ReviewModel(Session session, Work work, @Nullable String step) {
        this.session = session;
        this.work = work;
        this.step = step;
        underWay = new UnderWay(work);
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
        stage.set(new Stage.Reading());
        var setup = session.setup();
        underWay.read(() -> {
            var applier = session.applier();
            applier.recover();
            return new Read(step == null ? applier.plan(setup) : applier.planFor(setup, step), inPlace().size());
        }, read -> {
            undoable = read.inPlace() > 0;
            placed(read.inPlace());
            if (step == null && read.plan().writes().isEmpty() && read.plan().refusals().isEmpty())
                settled();
            stage.set(new Stage.Ready(read.plan(), false));
        }, thrown -> stage.set(new Stage.Unread(Trouble.ofTenant(thrown))));
    }

    private record Read(Plan plan, int inPlace) {
    }

    private void placed(int changes) {
        session.historyProperty().set(session.historyProperty().get().inPlace(changes));
    }

    private List<String> inPlace() throws IOException {
        return session.journal().entries().stream()
                .filter(entry -> entry.state() == Journal.State.DONE && Steps.has(entry.step()))
                .map(Journal.Entry::step).toList();
    }

    /** Steps whose changes were still in the tenant when the last change to it ended. */
    public List<String> remaining() {
        return remaining;
    }

    /** Writes what the plan on the screen says. */
    public void apply() {
        if (!(stage.get() instanceof Stage.Ready(var plan, _)) || plan.writes().isEmpty())
            return;
        apply(plan, List.of());
    }

    private void apply(Plan plan, List<String> earlier) {
        run(plan, earlier, plan.writes().size(), (applier, progress) -> applier.apply(plan, progress));
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

    /** Reads what taking back would do, so that it can be chosen and approved. */
    public void takeBack() {
        takeBack(TakeBack::new);
    }

    /** The same, with the newest change of that step chosen already. */
    public void takeBack(String one) {
        takeBack(reversals -> new TakeBack(reversals).choosing(one));
    }

    private void takeBack(Function<List<Reversal>, TakeBack> choice) {
        if (working())
            return;
        stage.set(new Stage.Reading());
        underWay.read(() -> {
            var applier = session.applier();
            applier.recover();
            return applier.planUndo(List.of());
        }, reversals -> stage.set(new Stage.Choosing(choice.apply(reversals))),
                thrown -> stage.set(new Stage.Unread(Trouble.ofTenant(thrown))));
    }

    /** Takes back what was chosen on the screen, the newest first. */
    public void undo() {
        if (!(stage.get() instanceof Stage.Choosing(var takeBack)) || takeBack.ids().isEmpty())
            return;
        var ids = takeBack.ids();
        var choices = takeBack.choices();
        run(null, List.of(), ids.size(), (applier, progress) -> applier.undo(ids, choices, progress));
    }

    private void run(@Nullable Plan plan, List<String> earlier, int count,
            BiFunction<Applier<Tenant>, Progress, Outcome> deed) {
        var start = Pace.start(earlier, count);
        stage.set(new Stage.Working(plan, start));
        var progress = start.told(work, pace -> {
            if (working())
                stage.set(new Stage.Working(plan, pace));
        });
        underWay.write(() -> {
            var outcome = deed.apply(session.applier(), progress);
            remaining = inPlace();
            return outcome;
        }, outcome -> ended(plan, earlier, outcome),
                thrown -> stage.set(new Stage.Unread(Trouble.ofTenant(thrown))));
    }

    private void ended(@Nullable Plan plan, List<String> earlier, Outcome outcome) {
        var done = Stream.concat(earlier.stream(), outcome.done().stream()).toList();
        undoable = !remaining.isEmpty();
        placed(remaining.size());
        if (!outcome.done().isEmpty())
            session.changed();
        if (step != null && !done.isEmpty())
            session.overtake();
        if (plan == null && !outcome.done().isEmpty())
            session.historyProperty().set(session.historyProperty().get().takenBack());
        else if (outcome instanceof Outcome.Proven && step == null)
            settled();
        if (outcome instanceof Outcome.Drifted(var now) && plan != null)
            stage.set(new Stage.Ready(now, true));
        else
            stage.set(new Stage.Ended(plan, outcome, done));
        look();
    }

    /** The tenant is as the set-up wants it. */
    private void settled() {
        session.historyProperty()
                .set(session.historyProperty().get().settled(session.reach().network().clock().instant()));
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
        if (working())
            underWay.interrupt();
        else {
            underWay.end();
            if (stage.get() instanceof Stage.Reading)
                stage.set(new Stage.Unread(Trouble.of(new Failure.Cancelled(), null)));
        }
    }
}

package mcpauth0.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mcpauth0.auth0.Creation;
import mcpauth0.auth0.Departure;
import mcpauth0.auth0.OwnGrant;
import mcpauth0.auth0.Retirement;
import mcpauth0.auth0.ThirdParty;
import mcpauth0.http.Failure;
import mcpauth0.plan.Progress;
import mcpauth0.ui.Work;
import org.jspecify.annotations.Nullable;

/** What comes after the set-up. Only {@link #retire}, {@link #restore}, {@link #depart} and {@link #close} write. */
public final class CareModel {

    /** Where that stands. */
    public sealed interface Stage {

        /** @param pauseSeconds what the tenant's limit on requests costs; 0 for nothing */
        record Reading(long pauseSeconds) implements Stage {
        }

        record Unread(Trouble why) implements Stage {
        }

        record Ready(Care care) implements Stage {
        }

        /**
         * Under way.
         *
         * @param deed {@code retiring}, {@code restoring}, {@code leaving} or {@code closing}
         * @param current what is being done, empty for nothing in particular
         * @param count how many there are; 0 while that is not known
         */
        record Working(String deed, String current, int index, int count, long pauseSeconds) implements Stage {
        }

        /** Applications were retired, or made again. */
        record Retired(Retirement.Result result, boolean restored) implements Stage {
        }

        record Left(Departure.Result result) implements Stage {
        }

        /** This program is out. {@code until}: when the token that it had runs out. */
        record Closed(Instant until) implements Stage {
        }
    }

    private final Session session;
    private final Work work;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Stage.Reading(0));
    private @Nullable Future<?> underWay;
    private volatile boolean cancelled;
    private volatile @Nullable Thread writer;

    public CareModel(Session session, Work work) {
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

    /** Reads the tenant, its log and the journal, after settling what a crash may have left open. */
    public void read() {
        if (working())
            return;
        end();
        stage.set(new Stage.Reading(0));
        var tenant = session.tenant();
        if (tenant != null)
            tenant.onPause(pause -> work.onScreen(() -> {
                if (stage.get() instanceof Stage.Reading)
                    stage.set(new Stage.Reading(seconds(pause)));
            }));
        underWay = work.start(() -> Care.read(session), care -> stage.set(new Stage.Ready(care)), this::unread);
    }

    private static long seconds(Duration pause) {
        return Math.max(1, pause.toSeconds());
    }

    private void unread(Throwable thrown) {
        underWay = null;
        stage.set(new Stage.Unread(Trouble.of(thrown)));
    }

    /** Deletes these applications, one by one. */
    public void retire(List<ThirdParty> chosen) {
        if (stage.get() instanceof Stage.Ready(var care) && !chosen.isEmpty())
            run("retiring", chosen.size(), () -> new Retirement(care.tenant(), session.journal()).retire(chosen,
                    progress("retiring"), () -> cancelled), result -> stage.set(new Stage.Retired(result, false)));
    }

    /** Makes everything again that was retired, each with a new id. */
    public void restore() {
        if (!(stage.get() instanceof Stage.Ready) && !(stage.get() instanceof Stage.Retired))
            return;
        var tenant = session.tenant();
        if (tenant != null)
            run("restoring", 0, () -> {
                var journal = session.journal();
                return new Retirement(tenant, journal).restore(Retirement.retired(journal.entries()),
                        progress("restoring"), () -> cancelled);
            }, result -> stage.set(new Stage.Retired(result, true)));
    }

    /** Takes everything back that this program has changed and made. */
    public void depart() {
        if (stage.get() instanceof Stage.Ready(var care))
            run("leaving", care.applied().size(),
                    () -> new Departure(care.tenant(), session.journal(), session.applier(),
                            care.testClients()).run(progress("leaving")),
                    result -> {
                        if (result.failure() == null)
                            forget(care.testClients().keySet(), result.remains());
                        stage.set(new Stage.Left(result));
                        session.snapshotProperty().set(null);
                    });
    }

    /** The next sign-in registers anew. */
    private void forget(Set<String> testClients, List<Creation> remains) {
        var store = session.clients();
        store.all().stream().filter(client -> testClients.contains(client.clientId())
                && remains.stream().noneMatch(one -> one.id().equals(client.clientId())))
                .forEach(client -> store.forget(client.issuer()));
    }

    /** Deletes what lets this program in, and forgets its token. */
    public void close(OwnGrant own) {
        if (stage.get() instanceof Stage.Ready(var care))
            run("closing", 0, () -> {
                own.delete(care.tenant());
                return own;
            }, _ -> {
                session.snapshotProperty().set(null);
                session.tenantProperty().set(null);
                stage.set(new Stage.Closed(own.expires()));
            });
    }

    private <T> void run(String deed, int count, Callable<T> what, Consumer<T> done) {
        cancelled = false;
        stage.set(new Stage.Working(deed, "", 0, count, 0));
        underWay = work.start(() -> {
            writer = Thread.currentThread();
            try {
                return what.call();
            } finally {
                writer = null;
            }
        }, result -> {
            underWay = null;
            done.accept(result);
        }, this::unread);
    }

    /** Stops between two changes where some are under way: what was begun is finished. */
    public void cancel() {
        if (stage.get() instanceof Stage.Working(var deed, _, _, _, _)) {
            cancelled = true;
            var thread = writer;
            // Taking back knows how to stop between two changes; what is done one by one asks before each.
            if (thread != null && deed.equals("leaving"))
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

    private Progress progress(String deed) {
        return new Progress() {
            @Override
            public void starting(String step, int index, int count) {
                now(_ -> new Stage.Working(deed, step, index, count, 0));
            }

            @Override
            public void proven(String step, int index, int count) {
                now(_ -> new Stage.Working(deed, "", index + 1, count, 0));
            }

            @Override
            public void waiting(Duration pause) {
                now(working -> new Stage.Working(deed, working.current(), working.index(), working.count(),
                        seconds(pause)));
            }

            private void now(java.util.function.Function<Stage.Working, Stage> next) {
                work.onScreen(() -> {
                    if (stage.get() instanceof Stage.Working working)
                        stage.set(next.apply(working));
                });
            }
        };
    }
}

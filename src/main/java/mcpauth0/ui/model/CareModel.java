package mcpauth0.ui.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;
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

        /** Under way. {@code deed}: {@code retiring}, {@code restoring}, {@code leaving} or {@code closing}. */
        record Working(String deed, Pace pace) implements Stage {
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
    private final UnderWay underWay;
    private volatile boolean cancelled;

    public CareModel(Session session, Work work) {
        this.session = session;
        this.work = work;
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

    /** Reads the tenant, its log and the journal, after settling what a crash may have left open. */
    public void read() {
        if (working())
            return;
        stage.set(new Stage.Reading(0));
        var tenant = session.tenant();
        if (tenant != null)
            tenant.onPause(pause -> work.onScreen(() -> {
                if (stage.get() instanceof Stage.Reading)
                    stage.set(new Stage.Reading(Pace.seconds(pause)));
            }));
        underWay.read(() -> Care.read(session), care -> {
            if (!care.drifts().isEmpty())
                session.overtake();
            session.historyProperty().set(session.historyProperty().get()
                    .looked(session.reach().network().clock().instant(), care.drifts()).inPlace(care.applied().size()));
            stage.set(new Stage.Ready(care));
        }, this::unread);
    }

    private void unread(Throwable thrown) {
        stage.set(new Stage.Unread(Trouble.ofTenant(thrown)));
    }

    /** Deletes these applications, one by one. */
    public void retire(List<ThirdParty> chosen) {
        if (stage.get() instanceof Stage.Ready(var care) && !chosen.isEmpty())
            run("retiring", chosen.size(), progress -> new Retirement(care.tenant(), session.journal()).retire(chosen,
                    progress, () -> cancelled), result -> stage.set(new Stage.Retired(result, false)));
    }

    /** Makes everything again that was retired, each with a new id. */
    public void restore() {
        if (stage.get() instanceof Stage.Ready(var care))
            run("restoring", care.retired().size(), progress -> {
                var journal = session.journal();
                return new Retirement(care.tenant(), journal).restore(Retirement.retired(journal.entries()), progress,
                        () -> cancelled);
            }, result -> stage.set(new Stage.Retired(result, true)));
    }

    /** Takes everything back that this program has changed and made. */
    public void depart() {
        if (stage.get() instanceof Stage.Ready(var care))
            run("leaving", care.applied().size(),
                    progress -> new Departure(care.tenant(), session.journal(), session.applier(),
                            care.testClients()).run(progress),
                    result -> {
                        session.overtake();
                        session.changed();
                        if (result.failure() == null || !result.undone().done().isEmpty())
                            session.historyProperty().set(session.historyProperty().get().takenBack()
                                    .inPlace(result.steps().size()));
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
            run("closing", 0, _ -> {
                own.delete(care.tenant());
                return own;
            }, _ -> {
                session.snapshotProperty().set(null);
                session.tenantProperty().set(null);
                stage.set(new Stage.Closed(own.expires()));
            });
    }

    private interface Deed<T> {
        T on(Progress progress) throws Exception;
    }

    private <T> void run(String deed, int count, Deed<T> what, Consumer<T> done) {
        cancelled = false;
        var start = Pace.start(List.of(), count);
        stage.set(new Stage.Working(deed, start));
        var progress = start.told(work, pace -> {
            if (working())
                stage.set(new Stage.Working(deed, pace));
        });
        underWay.write(() -> what.on(progress), done, this::unread);
    }

    /** Stops between two changes where some are under way: what was begun is finished. */
    public void cancel() {
        if (stage.get() instanceof Stage.Working(var deed, _)) {
            cancelled = true;
            // Taking back knows how to stop between two changes; what is done one by one asks before each.
            if (deed.equals("leaving"))
                underWay.interrupt();
        } else {
            underWay.end();
            if (stage.get() instanceof Stage.Reading)
                stage.set(new Stage.Unread(Trouble.of(new Failure.Cancelled(), null)));
        }
    }
}

package mcpauth0.ui.model;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.diagnose.Checkup;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.login.LogStory;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.oauth.UserAgent;
import mcpauth0.ui.Work;
import org.jspecify.annotations.Nullable;

/** One check after another of one server: what is under way, and what the last one found. */
public final class CheckModel {

    /** Where the check stands. */
    public sealed interface Phase {

        record Ready() implements Phase {
        }

        record Running(Instant since) implements Phase {
        }

        record Finished(Report report) implements Phase {
        }

        /** It could not be run to its end; {@link Failure.Cancelled} when the operator stopped it. */
        record Stopped(Failure failure) implements Phase {
        }
    }

    /**
     * A sign-in that waits for a person.
     *
     * @param opened false where no browser could be opened
     * @param logged whether the tenant's log is looked at meanwhile
     * @param story what the log says so far; null for nothing
     */
    public record SignIn(String address, boolean opened, boolean logged, @Nullable LogStory story) {
    }

    /** Does one run; blocks. */
    @FunctionalInterface
    public interface Run {

        /** @param heard told of each exchange that has ended, on threads of the run */
        Report run(CheckOptions options, Checkup.Watcher watcher, Consumer<Exchange> heard) throws Exception;

        /** After a cure: looks again at what it can have altered. One that cannot do that looks at everything. */
        default Report again(CheckOptions options, Before before, Checkup.Watcher watcher, Consumer<Exchange> heard)
                throws Exception {
            return run(options, watcher, heard);
        }
    }

    /** What a run saw that has ended, and what went over the wire. */
    public record Before(Observations seen, List<Exchange> exchanges) {
        public Before {
            exchanges = List.copyOf(exchanges);
        }
    }

    private static final Duration LOGIN = Duration.ofMinutes(5);

    private final Work work;
    private final Clock clock;
    private final Run run;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Ready());
    private final ReadOnlyObjectWrapper<Way> way = new ReadOnlyObjectWrapper<>(Way.UNTRODDEN);
    private final ReadOnlyObjectWrapper<@Nullable Exchange> heard = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SignIn> signIn = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Report> last = new ReadOnlyObjectWrapper<>();
    /** What the run told and nobody was told yet: it finds things by the hundred, and faster than they can be drawn. */
    private final Queue<Runnable> untold = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean telling = new AtomicBoolean();
    private @Nullable Future<?> underWay;
    private @Nullable Observations seen;
    private Way gone = Way.UNTRODDEN;
    private int round;

    public CheckModel(Work work, Clock clock, Run run) {
        this.work = work;
        this.clock = clock;
        this.run = run;
    }

    /** Begins; one that is under way already goes on. The login may take five minutes. */
    public void start(CheckOptions options) {
        start(options, null);
    }

    /** After a cure: looks again at what it can have altered, and at everything where nothing was seen before. */
    public void again(CheckOptions options) {
        var saw = seen;
        var report = last.get();
        start(options, saw == null || report == null ? null : new Before(saw, report.exchanges()));
    }

    private void start(CheckOptions options, @Nullable Before before) {
        if (running())
            return;
        var mine = ++round;
        gone = Way.UNTRODDEN;
        way.set(gone);
        heard.set(null);
        signIn.set(null);
        phase.set(new Phase.Running(clock.instant()));
        var agent = options.userAgent();
        var watched = options.within(options.timeout(), LOGIN)
                .withUserAgent(agent == null ? null : watched(agent, mine));
        var watcher = new Checkup.Watcher() {
            @Override
            public void begins(Station station) {
                news(mine, () -> {
                    gone = gone.beginning(station);
                    if (station.compareTo(Station.SIGN_IN) > 0)
                        signIn.set(null);
                });
            }

            @Override
            public void finds(Report.Finding finding) {
                news(mine, () -> gone = gone.finding(finding));
            }

            @Override
            public void sees(Observations all) {
                news(mine, () -> seen = all);
            }

            @Override
            public void looksAtTheLog() {
                logged(mine, null);
            }

            @Override
            public void reads(LogStory story) {
                logged(mine, story);
            }
        };
        Consumer<Exchange> listener = exchange -> news(mine, () -> heard.set(exchange));
        underWay = work.start(
                () -> before == null
                        ? run.run(watched, watcher, listener)
                        : run.again(watched, before, watcher, listener),
                this::ended, thrown -> end(new Phase.Stopped(failureOf(thrown))));
    }

    private void ended(Report report) {
        tell();
        last.set(report);
        gone = Way.of(report.findings());
        way.set(gone);
        end(new Phase.Finished(report));
    }

    private void end(Phase how) {
        underWay = null;
        signIn.set(null);
        phase.set(how);
    }

    /** Ends the run; what it was about to ask is not asked any more. */
    public void cancel() {
        if (!running())
            return;
        round++;
        var future = underWay;
        if (future != null)
            future.cancel(true);
        end(new Phase.Stopped(new Failure.Cancelled()));
    }

    /** Forgets what was found, as when another server is chosen. */
    public void forget() {
        cancel();
        seen = null;
        last.set(null);
        gone = Way.UNTRODDEN;
        way.set(gone);
        heard.set(null);
        phase.set(new Phase.Ready());
    }

    public boolean running() {
        return phase.get() instanceof Phase.Running;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public Phase phase() {
        return phase.get();
    }

    public ReadOnlyObjectProperty<Way> wayProperty() {
        return way.getReadOnlyProperty();
    }

    /** The exchange that ended last in this run; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Exchange> heardProperty() {
        return heard.getReadOnlyProperty();
    }

    /** The sign-in that is waited for; null while none is. */
    public ReadOnlyObjectProperty<@Nullable SignIn> signInProperty() {
        return signIn.getReadOnlyProperty();
    }

    /** What the last finished run found; it stays while the next is under way. */
    public ReadOnlyObjectProperty<@Nullable Report> lastProperty() {
        return last.getReadOnlyProperty();
    }

    /** How long the run under way has taken; zero while none is. */
    public Duration elapsed() {
        return phase.get() instanceof Phase.Running(var since)
                ? Duration.between(since, clock.instant())
                : Duration.ZERO;
    }

    private void news(int ofRound, Runnable change) {
        untold.add(() -> {
            if (ofRound == round && running())
                change.run();
        });
        if (telling.compareAndSet(false, true))
            work.onNextFrame(this::tell);
    }

    private void tell() {
        telling.set(false);
        for (var news = untold.poll(); news != null; news = untold.poll())
            news.run();
        way.set(gone);
    }

    private void logged(int mine, @Nullable LogStory story) {
        news(mine, () -> {
            var waiting = signIn.get();
            if (waiting != null)
                signIn.set(new SignIn(waiting.address(), waiting.opened(), true, story));
        });
    }

    /** A browser that does not open ends nothing: the address is on the screen and can be copied. */
    private UserAgent watched(UserAgent agent, int mine) {
        return new UserAgent() {
            @Override
            public void visit(String url) throws IOException {
                news(mine, () -> signIn.set(new SignIn(url, true, false, null)));
                try {
                    agent.visit(url);
                } catch (Stopped e) {
                    throw e;
                } catch (IOException _) {
                    news(mine, () -> signIn.set(new SignIn(url, false, false, null)));
                }
            }

            @Override
            public String words(String key) {
                return agent.words(key);
            }
        };
    }

    private static Failure failureOf(Throwable thrown) {
        return switch (thrown) {
            case FailureException e -> e.failure();
            case InterruptedException _ -> new Failure.Cancelled();
            default -> new Failure.Unexpected(thrown);
        };
    }
}

package mcpauth0.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.diagnose.Checkup;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Scene;
import mcpauth0.diagnose.Station;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import mcpauth0.http.Network;
import mcpauth0.oauth.UserAgent;
import mcpauth0.ui.Specimens;
import mcpauth0.ui.Work;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckModelTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);
    private static final CheckOptions OPTIONS = CheckOptions.of(Specimens.SERVER);

    @Test
    void showsEachStationAsItIsFoundAndTheReportAtTheEnd() {
        var seen = new ArrayList<Mark>();
        var report = Specimens.oneBroken();
        var model = model((_, watcher, heard) -> {
            watcher.begins(Station.NAME);
            watcher.finds(Specimens.holds("net-dns-nxdomain"));
            watcher.begins(Station.TLS);
            heard.accept(Specimens.exchanges().getFirst());
            return report;
        });
        model.wayProperty().subscribe(way -> seen.add(way.mark(Station.NAME)));

        model.start(OPTIONS);

        assertThat(seen).startsWith(Mark.TO_DO, Mark.RUNNING).contains(Mark.GOOD);
        assertThat(model.phase()).isEqualTo(new CheckModel.Phase.Finished(report));
        assertThat(model.wayProperty().get().mark(Station.VALIDATION)).isEqualTo(Mark.BROKEN);
        assertThat(model.lastProperty().get()).isNotNull();
    }

    @Test
    void offersTheAddressWhileTheSignInWaitsAndTakesItAwayAfterwards() {
        var offered = new ArrayList<CheckModel.@Nullable SignIn>();
        var model = model((options, watcher, _) -> {
            var agent = options.userAgent();
            watcher.begins(Station.SIGN_IN);
            if (agent != null)
                agent.visit("https://acme-dev.eu.auth0.com/authorize?state=x");
            watcher.begins(Station.TOKEN);
            return Specimens.healthy();
        });
        model.signInProperty().subscribe(now -> {
            offered.add(now);
        });

        model.start(OPTIONS.withUserAgent(_ -> {
            // A browser that opened.
        }));

        assertThat(offered).contains(
                new CheckModel.SignIn("https://acme-dev.eu.auth0.com/authorize?state=x", true, false, null));
        assertThat(model.signInProperty().get()).isNull();
    }

    @Test
    void goesOnWaitingWhenNoBrowserOpens() {
        var offered = new ArrayList<CheckModel.@Nullable SignIn>();
        var model = model((options, _, _) -> {
            var agent = options.userAgent();
            if (agent != null)
                agent.visit("https://acme-dev.eu.auth0.com/authorize");
            return Specimens.healthy();
        });
        model.signInProperty().subscribe(now -> {
            offered.add(now);
        });

        model.start(OPTIONS.withUserAgent(_ -> {
            throw new IOException("no browser");
        }));

        assertThat(offered)
                .contains(new CheckModel.SignIn("https://acme-dev.eu.auth0.com/authorize", false, false, null));
        assertThat(model.phase()).isInstanceOf(CheckModel.Phase.Finished.class);
    }

    @Test
    void aStandInThatMeetsADeadEndEndsTheLogin() {
        var model = model((options, _, _) -> {
            var agent = options.userAgent();
            if (agent != null)
                agent.visit("https://acme-dev.eu.auth0.com/authorize");
            return Specimens.healthy();
        });

        model.start(OPTIONS.withUserAgent(_ -> {
            throw new UserAgent.Stopped(Specimens.exchanges().getFirst(), "access_denied", "no");
        }));

        assertThat(model.phase()).isInstanceOfSatisfying(CheckModel.Phase.Stopped.class,
                stopped -> assertThat(stopped.failure()).isInstanceOf(Failure.Unexpected.class));
    }

    @Test
    void hearsNothingOfARunThatWasCancelled() {
        var later = new ArrayDeque<Runnable>();
        var watchers = new ArrayList<Checkup.Watcher>();
        var model = new CheckModel(new Work(later::add, Runnable::run), CLOCK, (_, watcher, _) -> {
            watchers.add(watcher);
            return Specimens.healthy();
        });
        model.start(OPTIONS);
        model.cancel();
        later.forEach(Runnable::run);
        watchers.forEach(watcher -> watcher.begins(Station.SESSION));

        assertThat(model.phase()).isEqualTo(new CheckModel.Phase.Stopped(new Failure.Cancelled()));
        assertThat(model.wayProperty().get()).isEqualTo(Way.UNTRODDEN);
        assertThat(model.lastProperty().get()).isNull();
    }

    /** By the hundred at its end: telling of each by itself takes longer than a frame may. */
    @Test
    void whatIsFoundBetweenTwoFramesIsToldOnceAndNothingIsLostAtTheEnd() {
        var frames = new ArrayDeque<Runnable>();
        var seen = new ArrayList<Integer>();
        var again = new ArrayList<CheckModel.Before>();
        var findings = Specimens.closed().findings();
        var model = new CheckModel(new Work(Runnable::run, Runnable::run, frames::add), CLOCK, new CheckModel.Run() {
            @Override
            public Report run(CheckOptions options, Checkup.Watcher watcher, Consumer<Exchange> heard) {
                findings.forEach(watcher::finds);
                frames.remove().run();
                findings.forEach(watcher::finds);
                watcher.sees(new Observations(new Scene(Specimens.SERVER, CLOCK.instant(), false, null, false, false,
                        Network.Patience.USUAL), Map.of()));
                return Specimens.closed();
            }

            @Override
            public Report again(CheckOptions options, CheckModel.Before before, Checkup.Watcher watcher,
                    Consumer<Exchange> heard) {
                again.add(before);
                return Specimens.healthy();
            }
        });
        model.wayProperty().subscribe(way -> {
            seen.add(way.findings().size());
        });

        model.start(OPTIONS);

        assertThat(seen).containsExactly(0, findings.size(), 2 * findings.size(), findings.size());
        model.again(OPTIONS);
        assertThat(again).as("what it saw was told before its end").hasSize(1);
    }

    @Test
    void keepsWhatTheLastRunFoundWhenTheNextIsStopped() {
        var reports = new ArrayDeque<>(List.of(Specimens.healthy()));
        var model = model((_, _, _) -> {
            if (reports.isEmpty())
                throw new Failure.TimedOut("mcp.acme.dev", java.time.Duration.ofSeconds(10)).asException(null);
            return reports.remove();
        });
        model.start(OPTIONS);
        model.start(OPTIONS);

        assertThat(model.phase()).isInstanceOfSatisfying(CheckModel.Phase.Stopped.class,
                stopped -> assertThat(stopped.failure()).isInstanceOf(Failure.TimedOut.class));
        assertThat(model.lastProperty().get()).isNotNull();
    }

    private static CheckModel model(CheckModel.Run run) {
        return new CheckModel(Work.immediate(), CLOCK, run);
    }
}

package mcpauth0.auth0;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import mcpauth0.auth0.ManagementAccess.Entry;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.Seen;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Trust;
import mcpauth0.plan.Applier;
import mcpauth0.plan.Journal;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Progress;
import mcpauth0.setup.Secret;
import mcpauth0.setup.SetupFile;
import mcpauth0.setup.TenantDomain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same as the laws say, with a process that is really killed (SIGKILL) at a request of its own: after each one was
 * done, and before each one that writes.
 */
class KilledProcessTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Bench bench;
    @SuppressWarnings("NullAway.Init")
    private String first;

    /** @param request counts from 1; the process dies while that one is on its way, or when it was done */
    private record Point(String deed, int request, boolean done) {
    }

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(Options.of(PracticePair.Start.BLANK), folder);
        bench.older();
        first = bench.state();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void whatAKilledProcessLeftIsFinishedOrTakenBack() throws Exception {
        var points = points();
        var sample = new ArrayList<Point>();
        for (var i = points.size() / 14; i < points.size(); i += points.size() / 7)
            sample.add(points.get(i));
        survive(sample, points.size());
    }

    @Test
    @Tag("full")
    void whateverRequestItIsKilledAt() throws Exception {
        var points = points();
        survive(points, points.size());
    }

    /** Every request of one whole applying and one whole taking back. */
    private List<Point> points() throws Exception {
        var points = new ArrayList<Point>();
        for (var deed : List.of("apply", "undo")) {
            var before = bench.count();
            assertThat(spawn(deed).waitFor()).isZero();
            var requests = bench.since(before);
            for (var n = 1; n <= requests.size(); n++) {
                if (!requests.get(n - 1).read())
                    points.add(new Point(deed, n, false));
                points.add(new Point(deed, n, true));
            }
        }
        assertThat(bench.state()).isEqualTo(first);
        return points;
    }

    private void survive(List<Point> points, int all) throws Exception {
        for (var point : points) {
            if (point.deed.equals("undo"))
                bench.applyAll(bench.everything());
            kill(point);
            var finish = point.request % 2 == 0;
            assertThat(bench.start().recover()).as(point.toString())
                    .noneMatch(entry -> entry.state() == Journal.State.OPEN);
            if (finish) {
                bench.applyAll(bench.everything());
                assertThat(bench.start().plan(bench.everything()).writes()).as(point.toString()).isEmpty();
            }
            bench.undoAll();
            assertThat(bench.state()).as(point.toString()).isEqualTo(first);
            bench.rest();
        }
        System.out.printf("Killed at %d of %d points.%n", points.size(), all);
        assertThat(points).isNotEmpty();
    }

    private void kill(Point point) throws Exception {
        var child = new AtomicReference<@Nullable Process>();
        var seen = new AtomicInteger();
        Predicate<Seen> nth = request -> {
            var hit = request.path().startsWith("/api/v2/") && seen.incrementAndGet() == point.request;
            if (hit)
                requireNonNull(child.get()).destroyForcibly();
            return hit;
        };
        if (point.done)
            bench.pair.tenant().loseAnswer(nth);
        else
            bench.pair.tenant().dropNext(nth);
        var process = spawn(point.deed);
        child.set(process);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(point.toString()).isTrue();
        assertThat(process.exitValue()).as("killed: " + point).isNotIn(0, 1);
    }

    private Process spawn(String deed) throws Exception {
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                Child.class.getName(), deed, bench.pair.domain(), bench.pair.caFile().toString(), folder.toString(),
                SetupFile.write(bench.everything())).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("TOKEN", bench.pair.managementToken());
        return builder.start();
    }

    /** Applies a set-up or takes it back: deed, domain, authority, folder, set-up; the token is in the environment. */
    static final class Child {
        private Child() {
        }

        public static void main(String[] args) throws Exception {
            var trust = Trust.only(Trust.read(Path.of(args[2])));
            var http = new Http(Network.system().withTrust(trust));
            var domain = TenantDomain.parse(args[1]).orThrow();
            var credentials = new Credentials.Token(Secret.of(System.getenv().getOrDefault("TOKEN", "")));
            if (!(ManagementAccess.open(http, domain, credentials) instanceof Entry.Open(var tenant)))
                throw new IllegalStateException("not let in");
            var applier = new Applier<>(tenant, args[1], Steps.all(), Journal.open(Path.of(args[3]), args[1]));
            var outcome = args[0].equals("apply")
                    ? applier.apply(applier.plan(SetupFile.read(args[4]).orThrow()), Progress.SILENT)
                    : applier.undo(List.of(), Progress.SILENT);
            System.exit(outcome instanceof Outcome.Proven ? 0 : 1);
        }
    }
}

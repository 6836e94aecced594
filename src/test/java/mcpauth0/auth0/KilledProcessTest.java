package mcpauth0.auth0;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same as the laws say, with a process that is really killed while a request of its own is being answered. */
class KilledProcessTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAKilledProcessLeftIsFinishedOrTakenBack(boolean done) throws Exception {
        try (var bench = new Bench(Options.of(PracticePair.Start.BLANK), folder)) {
            var first = bench.state();
            var child = new AtomicReference<@Nullable Process>();
            var tenant = bench.pair.tenant();
            Predicate<Seen> grant = seen -> {
                var hit = seen.method().equals("POST") && seen.path().endsWith("/client-grants");
                if (hit)
                    requireNonNull(child.get()).destroyForcibly();
                return hit;
            };
            if (done)
                tenant.loseAnswer(grant);
            else
                tenant.dropNext(grant);
            var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                    System.getProperty("java.class.path"), Child.class.getName(), bench.pair.domain(),
                    bench.pair.caFile().toString(), folder.toString(), SetupFile.write(bench.setup()))
                    .redirectErrorStream(true);
            builder.environment().put("TOKEN", bench.pair.managementToken());
            var process = builder.start();
            child.set(process);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("killed").isNotIn(0, 1);

            assertThat(bench.journal().entries()).extracting(Journal.Entry::state)
                    .containsExactly(Journal.State.DONE, Journal.State.OPEN);
            assertThat(bench.start().recover()).extracting(Journal.Entry::state)
                    .containsExactly(Journal.State.DONE, done ? Journal.State.DONE : Journal.State.FAILED);
            bench.applyAll();
            bench.undoAll();
            assertThat(bench.state()).isEqualTo(first);
        }
    }

    /** Applies a set-up: domain, authority, folder, set-up; the token comes from the environment. */
    static final class Child {
        private Child() {
        }

        public static void main(String[] args) throws Exception {
            var trust = Trust.only(Trust.read(Path.of(args[1])));
            var http = new Http(Network.system().withTrust(trust));
            var domain = TenantDomain.parse(args[0]).orThrow();
            var credentials = new Credentials.Token(Secret.of(System.getenv().getOrDefault("TOKEN", "")));
            if (!(ManagementAccess.open(http, domain, credentials) instanceof Entry.Open(var tenant)))
                throw new IllegalStateException("not let in");
            var applier = new Applier<>(tenant, args[0], Steps.all(), Journal.open(Path.of(args[2]), args[0]));
            var outcome = applier.apply(applier.plan(SetupFile.read(args[3]).orThrow()), Progress.SILENT);
            System.exit(outcome instanceof Outcome.Proven ? 0 : 1);
        }
    }
}

package mcpauth0.diagnose;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.client.Clients;
import mcpauth0.diagnose.login.LogFollower;
import mcpauth0.diagnose.login.LogStory;
import mcpauth0.http.Http;
import mcpauth0.oauth.ClientStore;
import mcpauth0.oauth.LoopbackPorts;

/** Runs the probes, then the checks. */
public final class Checkup {

    private static final Logger LOG = Logger.getLogger(Checkup.class.getName());

    private final Http server;
    private final ClientStore clients;
    private final LoopbackPorts ports;

    /**
     * @param server trusts what the operator trusts for the server and its issuer; its exchanges become the report's
     * @param clients remembers the one client that an issuer is asked for
     * @param ports on which the answer of a login is awaited
     */
    public Checkup(Http server, ClientStore clients, LoopbackPorts ports) {
        this.server = server;
        this.clients = clients;
        this.ports = ports;
    }

    /** One that remembers no client after this run. */
    public Checkup(Http server) {
        this(server, ClientStore.inMemory(), LoopbackPorts.STANDARD);
    }

    /**
     * Blocks until the verdict is there; interrupting the thread ends it early, and what was not seen is then blocked.
     *
     * @param watcher told of each finding as soon as it is certain, and of each station that is begun, on the calling
     *            thread; which finding is the consequence of which stands in the report alone
     */
    public Report run(CheckOptions options, Watcher watcher) {
        var started = server.network().clock().instant();
        var begun = System.nanoTime();
        var scene = scene(options);
        var verdicts = new HashMap<String, Verdict>();
        Observations seen;
        try (var probes = new Probes(server, clients, ports, scene, options,
                LogFollower.ear(watcher::looksAtTheLog, watcher::reads))) {
            for (var station : Station.values()) {
                watcher.begins(station);
                if (!probes.await(station))
                    break;
                judge(station, probes.soFar(), verdicts, watcher);
            }
            seen = probes.soFar();
        }
        var findings = Checks.all().stream().map(Check::rule).map(rule -> new Finding(rule,
                verdicts.getOrDefault(rule.id(), new Verdict.Blocked("interrupted")), null)).toList();
        var explained = new Causes().of(findings);
        return new Report(options.target(), started, Duration.ofNanos(System.nanoTime() - begun), explained,
                Clients.predict(explained, seen), server.exchanges().all());
    }

    private Scene scene(CheckOptions options) {
        var tenant = options.tenant();
        return new Scene(options.target(), server.network().clock().instant(), options.clientId() != null,
                tenant == null ? null : tenant.domain().issuer());
    }

    private static void judge(Station station, Observations seen, Map<String, Verdict> verdicts, Watcher watcher) {
        for (var check : Checks.all())
            if (check.certainAt() == station) {
                var verdict = judge(check, seen);
                verdicts.put(check.rule().id(), verdict);
                watcher.finds(new Finding(check.rule(), verdict, null));
            }
    }

    /** A defect in one check costs its own verdict and no other. */
    private static Verdict judge(Check check, Observations seen) {
        try {
            return check.judge(seen);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a check failed: " + check.rule().id(), e);
            return new Verdict.Blocked("unexpected");
        }
    }

    /** Told how far a run has come. */
    public interface Watcher {

        void begins(Station station);

        void finds(Report.Finding finding);

        /** The browser of the sign-in has not come back, and the tenant's log is followed; told on another thread. */
        default void looksAtTheLog() {
            // Not everybody shows it.
        }

        /** The tenant's log says this about the sign-in that is waited for; told on another thread. */
        default void reads(LogStory story) {
            // Not everybody shows it.
        }

        Watcher SILENT = new Watcher() {
            @Override
            public void begins(Station station) {
                // Nobody watches.
            }

            @Override
            public void finds(Report.Finding finding) {
                // Nobody watches.
            }
        };

        /** A watcher for findings alone. */
        static Watcher of(Consumer<Report.Finding> consumer) {
            return new Watcher() {
                @Override
                public void begins(Station station) {
                    // Only findings are wanted.
                }

                @Override
                public void finds(Report.Finding finding) {
                    consumer.accept(finding);
                }
            };
        }
    }
}

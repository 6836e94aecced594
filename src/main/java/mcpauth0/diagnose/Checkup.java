package mcpauth0.diagnose;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import mcpauth0.oauth.TokenStory;

/** Runs the probes, then the checks. */
public final class Checkup {

    private static final Logger LOG = Logger.getLogger(Checkup.class.getName());

    private final Http server;
    private final ClientStore clients;
    private final LoopbackPorts ports;
    private final AgedTokens aged;

    /**
     * @param server trusts what the operator trusts for the server and its issuer; its exchanges become the report's
     * @param clients remembers the one client that an issuer is asked for
     * @param ports on which the answer of a login is awaited
     * @param aged where a deep check finds tokens of earlier runs, and leaves its own
     */
    public Checkup(Http server, ClientStore clients, LoopbackPorts ports, AgedTokens aged) {
        this.server = server;
        this.clients = clients;
        this.ports = ports;
        this.aged = aged;
    }

    /** One that keeps no token. */
    public Checkup(Http server, ClientStore clients, LoopbackPorts ports) {
        this(server, clients, ports, AgedTokens.NONE);
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
        return run(options, Map.of(), watcher);
    }

    /**
     * After a change of the tenant's settings: looks again at what that can alter, and takes everything else as it was
     * seen, without a request. Told as {@link #run(CheckOptions, Watcher)}.
     *
     * @param before of a run on the same server, whose exchanges are in the record that this one goes on with
     */
    public Report again(CheckOptions options, Observations before, Watcher watcher) {
        return run(options, before.besideTheTenant(), watcher);
    }

    private Report run(CheckOptions options, Map<Probe<?>, Sighting<?>> known, Watcher watcher) {
        var started = server.network().clock().instant();
        var begun = System.nanoTime();
        var scene = scene(options);
        // Wanted at the end; the first answers take long enough to read them.
        Thread.startVirtualThread(Clients::all);
        var verdicts = new HashMap<String, Verdict>();
        final Observations seen;
        try (var look = new Look(server, clients, ports, aged, scene, options,
                LogFollower.ear(watcher::looksAtTheLog, watcher::reads), known)) {
            try {
                for (var station : Station.values()) {
                    watcher.begins(station);
                    judge(station, look.after(station), verdicts, watcher);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            seen = look.soFar();
        }
        watcher.sees(seen);
        var findings = Checks.all().stream().map(Check::rule).map(rule -> new Finding(rule,
                verdicts.getOrDefault(rule.id(), new Verdict.Blocked("interrupted")), null)).toList();
        var explained = new Causes().of(findings).stream().map(finding -> withExample(finding, seen)).toList();
        return new Report(options.target(), started, Duration.ofNanos(System.nanoTime() - begun), explained,
                Clients.predict(everything(seen), seen), Spelling.of(seen), server.exchanges().all(),
                seen.token().found().map(token -> TokenStory.of(token.access(), token.given(), started).sentences()
                        .stream().map(one -> new Report.Sentence("token." + one.id(), one.values())).toList())
                        .orElse(List.of()));
    }

    /** Every check's word, also where it does not concern this server: clients elsewhere are concerned. */
    private static List<Finding> everything(Observations seen) {
        return Checks.all().stream().map(check -> new Finding(check.rule(), judge(check, seen), null)).toList();
    }

    private static Finding withExample(Finding finding, Observations seen) {
        return finding.broken()
                ? new Finding(finding.rule(), finding.verdict(), finding.causedBy(),
                        Example.of(finding.rule().id(), seen).orElse(null))
                : finding;
    }

    private Scene scene(CheckOptions options) {
        var tenant = options.tenant();
        return new Scene(options.target(), server.network().clock().instant(), options.clientId() != null,
                tenant == null ? null : tenant.domain().issuer(), Clients.inBrowsers(options.clients()), options.deep(),
                server.network().patience());
    }

    private static void judge(Station station, Observations seen, Map<String, Verdict> verdicts, Watcher watcher) {
        for (var check : Checks.all())
            if (certainAt(check) == station) {
                var verdict = concerned(check.rule(), seen).orElseGet(() -> judge(check, seen));
                verdicts.put(check.rule().id(), verdict);
                watcher.finds(new Finding(check.rule(), verdict, null));
            }
    }

    /** Whom a check concerns is known once the certificate, or what the server tells browsers, was seen. */
    private static Station certainAt(Check check) {
        var concern = switch (check.rule().applies()) {
            case ALWAYS -> Station.NAME;
            case HOSTED_CLIENTS -> Station.TLS;
            case BROWSER_CLIENTS -> Station.SESSION;
        };
        return concern.compareTo(check.certainAt()) > 0 ? concern : check.certainAt();
    }

    /** The verdict about what does not concern this server. */
    private static Optional<Verdict> concerned(Rule rule, Observations seen) {
        return switch (rule.applies()) {
            case ALWAYS -> Optional.empty();
            case HOSTED_CLIENTS ->
                seen.hosted() ? Optional.empty() : Optional.of(new Verdict.NotApplicable("local-target"));
            case BROWSER_CLIENTS ->
                seen.forBrowsers() ? Optional.empty() : Optional.of(new Verdict.NotApplicable("no-browsers"));
        };
    }

    /** What a check says of what was seen, whether or not it concerns the server. */
    static Verdict judge(Check check, Observations seen) {
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

        /** Everything that was seen, once, at the end; {@link Checkup#again} goes on with it. */
        default void sees(Observations seen) {
            // Few need it.
        }

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

package mcpauth0.diagnose.network;

import java.util.Locale;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.tls.Demand;
import mcpauth0.diagnose.tls.DemandProbe;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import mcpauth0.http.Failure.Unreachable;

/** Somebody accepts the connection and answers in time; how the certificate is belongs to other checks. */
public final class ServerAnswers implements Check {

    private static final Rule RULE = Rule.must("net-unreachable", Specs.TRANSPORT);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.CHALLENGE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.opening().judge(opening -> {
            var first = opening.initialize().exchange();
            var evidence = Evidence.in(first).with("host", seen.scene().target().host()).with("port",
                    String.valueOf(seen.scene().target().port()));
            if (first.remote() != null)
                evidence = evidence.with("address", first.remote());
            return switch (first.failure()) {
                case null -> new Verdict.Holds(evidence);
                case Unreachable unreachable -> switch (unreachable.reason()) {
                    case NAME -> new Verdict.Blocked("address");
                    case UNTRUSTED -> new Verdict.Holds(evidence);
                    case TLS -> handshakeSeen(seen)
                            ? new Verdict.Holds(evidence)
                            : broken(evidence, seen, unreachable.detail());
                    case REFUSED, NO_ROUTE, RESET, PROXY -> handshakeSeen(seen) && !hungUp(first, seen)
                            ? new Verdict.Holds(evidence)
                            : broken(evidence.with("reason", unreachable.reason().name().toLowerCase(Locale.ROOT)),
                                    seen,
                                    unreachable.detail());
                };
                case Failure.TimedOut late ->
                    broken(evidence.with("reason", "timeout"), seen, late.after().toSeconds() + " s");
                case Failure.Malformed malformed -> broken(evidence, seen, malformed.detail());
                case Failure.Cancelled _ -> new Verdict.Blocked("interrupted");
                case Failure.Refused _,Failure.Locked _,Failure.Unexpected _ -> new Verdict.Blocked("unexpected");
            };
        });
    }

    /** Whether the other side spoke, though not in a way that came to an answer. */
    private static boolean handshakeSeen(Observations seen) {
        return seen.handshake().found().isPresent();
    }

    /** Whether it took the request and hung up, and not because it wants to see a certificate. */
    private static boolean hungUp(Exchange first, Observations seen) {
        return first.tls() != null && seen.of(DemandProbe.DEMAND).found().filter(Demand::asked).isEmpty();
    }

    private static Verdict broken(Evidence evidence, Observations seen, String detail) {
        var target = seen.scene().target();
        return RULE.broken(evidence.with("detail", detail), target.host(), String.valueOf(target.port()), detail);
    }
}

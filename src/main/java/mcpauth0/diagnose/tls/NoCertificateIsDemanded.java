package mcpauth0.diagnose.tls;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.http.Failure;
import mcpauth0.http.Redaction;

/** Who calls needs a token and no certificate: known clients have none. */
public final class NoCertificateIsDemanded implements Check {

    private static final Rule RULE = Rule.must("tls-client-certificate", Specs.CERTIFICATE_REQUEST, "net-unreachable",
            "challenge-missing-401",
            "challenge-no-resource-metadata", "transport-html-answer");

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
        return seen.of(DemandProbe.DEMAND).judge(demand -> {
            var first = demand.first();
            var evidence = Evidence.in(first).with("host", seen.scene().target().host());
            if (!demand.asked())
                return first.answer() == null ? new Verdict.Blocked("connection") : new Verdict.Holds(evidence);
            return RULE.broken(first.failure() instanceof Failure.Unreachable(_, _, var detail)
                    ? evidence.with("detail", Redaction.line(detail))
                    : evidence.with("status", String.valueOf(first.status())), seen.scene().target().host());
        });
    }
}

package mcpauth0.diagnose.transport;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;

/**
 * A request whose header names another method than its message is refused: what stands in between goes by the header.
 */
public final class HeadersMatchTheMessage implements Check {

    private static final Rule RULE = Rule.must("transport-header-mismatch-accepted", Specs.MIRRORED_HEADERS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.VALIDATION;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.conversation().judge(talk -> {
            var sent = talk.asides().mismatched();
            if (sent == null)
                return talk.accepted() ? new NotApplicable("no-modern-era") : new Blocked("session");
            var evidence = Evidence.in(sent.exchange())
                    .with("sent", "Mcp-Method: " + sent.call().request().header("Mcp-Method"))
                    .with("status", String.valueOf(sent.status()));
            if (sent.status() == 0)
                return new Blocked("answer");
            return sent.accepted()
                    ? RULE.broken(evidence, "resources/list", sent.call().method())
                    : new Holds(evidence);
        });
    }
}

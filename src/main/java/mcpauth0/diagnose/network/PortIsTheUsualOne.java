package mcpauth0.diagnose.network;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Applies;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

/** The server is on port 443; clients in a cloud come to no other. */
public final class PortIsTheUsualOne implements Check {

    private static final int USUAL = 443;

    private static final Rule RULE = Rule.must("net-nonstandard-port", Specs.CLAUDE_NETWORK).as(Severity.ERROR,
            Applies.HOSTED_CLIENTS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        var target = seen.scene().target();
        if (!target.secure())
            return new Verdict.NotApplicable("plain-http");
        var port = String.valueOf(target.port());
        var evidence = Evidence.NONE.with("host", target.host()).with("port", port);
        return target.port() == USUAL
                ? new Verdict.Holds(evidence)
                : RULE.broken(evidence, target.host(), port);
    }
}

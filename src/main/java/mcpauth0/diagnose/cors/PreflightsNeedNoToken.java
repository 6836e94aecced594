package mcpauth0.diagnose.cors;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Applies;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;

/** The question that a browser asks before a call carries no token, and is answered all the same. */
public final class PreflightsNeedNoToken implements Check {

    private static final Rule RULE = Rule.must("cors-preflight-401", Specs.CORS, "cors-allow-headers", "cors-methods")
            .as(Severity.WARNING, Applies.BROWSER_CLIENTS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.crossOrigin().judge(shown -> {
            var preflight = shown.preflight();
            var status = preflight.status();
            var evidence = Evidence.in(preflight).with("status", String.valueOf(status));
            if (status == 0)
                return new Blocked("connection");
            if (status == 403 && shown.call().status() == 403)
                return new NotApplicable("page-refused");
            return status / 100 == 2 ? new Holds(evidence) : RULE.broken(evidence, String.valueOf(status));
        });
    }
}

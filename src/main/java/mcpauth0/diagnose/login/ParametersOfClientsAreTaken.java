package mcpauth0.diagnose.login;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

/** The parameters that every client sends are taken; unknown ones are passed over. */
public final class ParametersOfClientsAreTaken implements Check {

    private static final Rule RULE = Rule.must("authz-params-rejected", Specs.UNKNOWN_PARAMETERS, "authz-denied");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Refusal.observed(seen, Refusal.Cause.PARAMETER,
                refusal -> RULE.broken(refusal.evidence(), refusal.words()));
    }
}

package mcpauth0.diagnose.login;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

/** No organization of the tenant keeps the client out. */
public final class OrganizationsLetClientsIn implements Check {

    private static final Rule RULE = Rule.must("authz-org-blocked", Specs.THIRD_PARTY_GRANTS, "authz-denied");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Refusal.observed(seen, Refusal.Cause.ORGANIZATION,
                refusal -> RULE.broken(refusal.evidence(), refusal.words()));
    }
}

package mcpauth0.diagnose.registration;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.login.Access;

/** A client that registered without naming scopes may ask for those of the server. */
public final class RegisteredScopesSuffice implements Check {

    private static final Rule RULE = Rule.must("reg-dcr-scope-mismatch", Specs.DYNAMIC_REGISTRATION,
            "authz-denied");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.SIGN_IN;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Access.scopeRefused(seen,
                (evidence, words) -> RULE.broken(evidence, words));
    }
}

package mcpauth0.diagnose.login;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.LoginOutcome;

/** Nobody said no: neither the person nor the tenant, for a reason that no other check knows. */
public final class LoginIsGranted implements Check {

    private static final Rule RULE = Rule.must("authz-denied", Specs.AUTHORIZATION_ERRORS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.login().judge(outcome -> {
            var refusal = Refusal.of(outcome).orElse(null);
            if (refusal != null)
                return refusal.cause() == Refusal.Cause.OTHER
                        ? RULE.broken(refusal.evidence(), refusal.words(), refusal.error())
                        : new Blocked("login");
            return outcome instanceof LoginOutcome.SignedIn ? new Holds(Evidence.NONE) : new Blocked("login");
        });
    }
}

package mcpauth0.diagnose.login;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.Callback;

/** The state that the client sent comes back as it was; another one looks like an attack and is thrown away. */
public final class StateComesBackUnchanged implements Check {

    private static final Rule RULE = Rule.must("authz-state-altered", Specs.STATE, "authz-denied");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.login().judge(outcome -> {
            var front = Refusal.front(outcome).orElse(null);
            if (front == null)
                return new Blocked("login");
            if (front.callback() != null)
                return new Holds(Evidence.NONE);
            var altered = front.strays().stream().anyMatch(stray -> stray.state() == Callback.State.WRONG
                    && (stray.parameter("code") != null || stray.error() != null));
            return altered
                    ? RULE.broken(Evidence.NONE.with("issuer", front.issuer()), front.issuer())
                    : new Blocked("login");
        });
    }
}

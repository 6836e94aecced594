package mcpauth0.diagnose.login;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

/** The address to which the client comes back is the one that it registered, to the byte. */
public final class CallbackIsKnown implements Check {

    private static final Rule RULE = Rule.must("authz-callback-mismatch", Specs.CALLBACKS, "authz-denied");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Refusal.observed(seen, Refusal.Cause.CALLBACK, refusal -> {
            var callback = seen.login().found().flatMap(Refusal::callback).orElse("");
            return RULE.broken(refusal.evidence().with("callback", callback), callback);
        });
    }
}

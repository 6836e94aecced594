package mcpauth0.diagnose.login;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

/** The tenant was not told to ask people once more whether they want to come back to a program on their computer. */
public final class NobodyIsAskedTwice implements Check {

    private static final Rule RULE = Rule.may("authz-loopback-confirmation", Specs.IMPERSONATION);

    private static final String SETTING = "skip_non_verifiable_callback_uri_confirmation_prompt";

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.tenant().judge(tenant -> {
            var asks = tenant.settings().raw().path(SETTING);
            return asks.isBoolean() && !asks.booleanValue()
                    ? RULE.broken(Evidence.NONE.with("setting", SETTING + ": false"))
                    : new Holds(Evidence.NONE);
        });
    }
}

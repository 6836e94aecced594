package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

/** An ID token tells a client who signed in; it gives access to nothing. */
public final class IdentityTokenIsRefused implements Check {

    private static final Rule RULE = Rule.must("rs-accepts-id-token", Specs.TOKEN_VALIDATION);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Judgement.of(seen, RULE, Forgery.IDENTITY_TOKEN);
    }
}

package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

/** Only keys of the real issuer count, not those that a token brings with it. */
public final class IssuerIsChecked implements Check {

    private static final Rule RULE = Rule.must("rs-accepts-other-issuer", Specs.TOKEN_VALIDATION);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Judgement.of(seen, RULE, Forgery.OTHER_ISSUER);
    }
}

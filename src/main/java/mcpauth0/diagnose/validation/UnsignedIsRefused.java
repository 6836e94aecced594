package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

/** A token that says of itself that it is not signed opens nothing. */
public final class UnsignedIsRefused implements Check {

    private static final Rule RULE = Rule.must("rs-accepts-alg-none", Specs.ALGORITHMS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Judgement.of(seen, RULE, Forgery.ALGORITHM_NONE);
    }
}

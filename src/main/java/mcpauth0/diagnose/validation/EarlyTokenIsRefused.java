package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

/** A token that is not valid yet opens nothing. */
public final class EarlyTokenIsRefused implements Check {

    private static final Rule RULE = Rule.must("rs-accepts-future-nbf", Specs.TOKEN_TIMES);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.trials().judge(
                trials -> Judgement.unlessSigned(trials, RULE, Forgery.EARLY, _ -> false, "no-early-token"));
    }
}

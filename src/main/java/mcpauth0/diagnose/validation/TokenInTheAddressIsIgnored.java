package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

/** A token in the address of a request counts for nothing: addresses stand in logs. */
public final class TokenInTheAddressIsIgnored implements Check {

    private static final Rule RULE = Rule.must("rs-accepts-query-token", Specs.EVERY_REQUEST);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.trials().judge(trials -> Elsewhere.judge(trials, RULE, Forgery.IN_THE_ADDRESS));
    }
}

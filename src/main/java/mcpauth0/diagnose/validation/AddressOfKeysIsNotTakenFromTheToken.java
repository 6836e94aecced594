package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

/** Keys come from the issuer's address, never from one that a token names ({@code jku}). */
public final class AddressOfKeysIsNotTakenFromTheToken implements Check {

    private static final Rule RULE = Rule.must("rs-accepts-jku", Specs.KEY_SOURCES);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.trials().judge(trials -> NamedAddresses.judge(trials, RULE, Forgery.KEY_ADDRESS));
    }
}

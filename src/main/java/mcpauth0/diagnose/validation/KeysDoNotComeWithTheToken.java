package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

/** A key that a token brings with it proves nothing: anybody can write one. */
public final class KeysDoNotComeWithTheToken implements Check {

    private static final Rule RULE = Rule.must("rs-accepts-embedded-jwk", Specs.KEY_SOURCES);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Judgement.of(seen, RULE, Forgery.EMBEDDED_KEY);
    }
}

package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

/** What everybody can fetch signs nothing. */
public final class PublicKeyIsNoSecret implements Check {

    private static final Rule RULE = Rule.must("rs-accepts-hs256-public-key", Specs.ALGORITHMS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Judgement.of(seen, RULE, Forgery.PUBLIC_KEY_AS_SECRET);
    }
}

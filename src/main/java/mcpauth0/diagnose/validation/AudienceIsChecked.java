package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

/** A genuine token for another API of the same tenant opens nothing here. */
public final class AudienceIsChecked implements Check {

    private static final Rule RULE = Rule.must("rs-accepts-wrong-audience", Specs.AUDIENCE,
            "rs-accepts-missing-audience", "rs-accepts-id-token");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Judgement.of(seen, RULE, Forgery.WRONG_AUDIENCE);
    }
}

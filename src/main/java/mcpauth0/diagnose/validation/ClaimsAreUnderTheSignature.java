package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

/** Changed claims do not pass under the old signature. */
public final class ClaimsAreUnderTheSignature implements Check {

    private static final Rule RULE = Rule.must("rs-accepts-tampered-claims", Specs.SIGNATURES);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Judgement.of(seen, RULE, Forgery.TAMPERED_CLAIMS);
    }
}

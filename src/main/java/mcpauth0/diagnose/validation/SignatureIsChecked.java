package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

/** One changed byte in the signature makes a token worthless. */
public final class SignatureIsChecked implements Check {

    private static final Rule RULE = Rule.must("rs-accepts-tampered-signature", Specs.SIGNATURES,
            "rs-accepts-tampered-claims", "rs-accepts-other-issuer", "rs-accepts-embedded-jwk", "rs-accepts-jku",
            "rs-accepts-x5u", "rs-accepts-kid-injection");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Judgement.of(seen, RULE, Forgery.TAMPERED_SIGNATURE);
    }
}

package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

/** A text that is no token at all opens nothing. */
public final class GarbageIsRefused implements Check {

    private static final Rule RULE = Rule.must("rs-accepts-any-bearer", Specs.TOKEN_VALIDATION, "rs-wrong-status",
            "rs-accepts-wrong-audience",
            "rs-accepts-tampered-signature", "rs-accepts-alg-none", "rs-accepts-hs256-public-key",
            "rs-accepts-expired", "rs-accepts-future-nbf", "rs-accepts-missing-audience", "rs-accepts-id-token",
            "rs-401-without-invalid-token");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Judgement.of(seen, RULE, Forgery.GARBAGE);
    }
}

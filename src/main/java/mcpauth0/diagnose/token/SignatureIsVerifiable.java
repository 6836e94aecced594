package mcpauth0.diagnose.token;

import java.util.Locale;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.AccessToken.Form;

/** The published keys prove the signature. */
public final class SignatureIsVerifiable implements Check {

    private static final Rule RULE = Rule.must("token-signature-unverifiable", Specs.SIGNATURES,
            "rs-rejects-valid-token");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.token().judge(token -> {
            if (token.access().form() != Form.JWT)
                return new Blocked("readable-token");
            var verified = token.verification();
            if (verified == null)
                return new Blocked("keys");
            var evidence = Facts.of(token).with("key-id", String.valueOf(token.access().keyId())).with("signature",
                    verified.signature().name().toLowerCase(Locale.ROOT));
            return switch (verified.signature()) {
                case VALID -> new Holds(evidence);
                case NO_KEY_SET -> new Blocked("keys");
                case SYMMETRIC -> new Blocked("public-signature");
                case INVALID, NO_KEY, UNSIGNED, NOT_VERIFIABLE ->
                    RULE.broken(evidence, String.valueOf(token.access().keyId()),
                            String.valueOf(verified.keys().url()));
            };
        });
    }
}

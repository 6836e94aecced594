package mcpauth0.diagnose.token;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.AccessToken.Form;

/** The token is a JWT that the server can read and verify by itself. */
public final class TokenIsReadable implements Check {

    private static final Rule RULE = Rule.must("token-opaque", Specs.TOKEN_FORMAT, "token-aud-wrong", "token-iss-wrong",
            "token-signature-unverifiable");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.token().judge(token -> {
            var evidence = Facts.of(token).with("parts", String.valueOf(token.access().parts()));
            return token.access().form() == Form.JWT
                    ? new Holds(evidence)
                    : RULE.broken(evidence, seen.resourceName(), String.valueOf(token.access().parts()));
        });
    }
}

package mcpauth0.diagnose.token;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.AccessToken.Form;

public final class TokenIsOfTheIssuer implements Check {

    private static final Rule RULE = Rule.must("token-iss-wrong", Specs.TOKEN_VALIDATION, "rs-rejects-valid-token");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.token().judge(token -> seen.metadata().judge(metadata -> {
            if (token.access().form() != Form.JWT)
                return new Blocked("readable-token");
            var got = String.valueOf(token.access().issuer());
            var evidence = Facts.of(token).with("issuer-of-token", got).with("issuer",
                    String.valueOf(metadata.issuer()));
            return got.equals(metadata.issuer())
                    ? new Holds(evidence)
                    : RULE.broken(evidence, got, String.valueOf(metadata.issuer()));
        }));
    }
}

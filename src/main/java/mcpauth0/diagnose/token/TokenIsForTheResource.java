package mcpauth0.diagnose.token;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.AccessToken.Form;

public final class TokenIsForTheResource implements Check {

    private static final Rule RULE = Rule.may("token-aud-wrong", Specs.AUDIENCE, "rs-rejects-valid-token");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.token().judge(token -> {
            if (token.access().form() != Form.JWT)
                return new Blocked("readable-token");
            var audience = String.join(", ", token.access().audience());
            var evidence = Facts.of(token).with("audience", audience).with("resource", seen.resourceName());
            return token.isFor(seen.resourceName())
                    ? new Holds(evidence)
                    : RULE.broken(evidence, audience, seen.resourceName());
        });
    }
}

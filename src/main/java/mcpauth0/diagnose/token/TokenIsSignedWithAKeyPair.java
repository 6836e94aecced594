package mcpauth0.diagnose.token;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.AccessToken.Form;

public final class TokenIsSignedWithAKeyPair implements Check {

    private static final Rule RULE = Rule.must("token-hs256", Specs.ALGORITHMS, "token-signature-unverifiable",
            "rs-rejects-valid-token");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.token().judge(token -> {
            var algorithm = token.access().algorithm();
            if (token.access().form() != Form.JWT || algorithm == null)
                return new Blocked("readable-token");
            var evidence = Facts.of(token).with("algorithm", algorithm);
            var api = seen.tenant().found().flatMap(tenant -> tenant.api(seen.resourceName()));
            return algorithm.startsWith("HS")
                    ? RULE.broken(evidence, algorithm).curedBy(
                            api.filter(one -> one.signingAlg().startsWith("HS")).isPresent(), "create-api")
                    : new Holds(evidence);
        });
    }
}

package mcpauth0.diagnose.token;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

/** The token endpoint answers a good request with a token, or says why not as it should. */
public final class TokenEndpointWorks implements Check {

    private static final Rule RULE = Rule.must("token-endpoint-error", Specs.TOKEN_ANSWER, "authz-denied");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Facts.tokenRequest(seen, request -> {
            var evidence = Evidence.in(request.exchange()).with("status", String.valueOf(request.exchange().status()));
            return request.defect()
                    ? RULE.broken(evidence.with("answer", request.words()), String.valueOf(request.exchange().status()),
                            request.words())
                    : new Holds(evidence);
        });
    }
}

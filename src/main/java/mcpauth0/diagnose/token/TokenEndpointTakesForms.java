package mcpauth0.diagnose.token;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

/** The token endpoint takes a form, as the standard has it and every client sends it. */
public final class TokenEndpointTakesForms implements Check {

    private static final Rule RULE = Rule.must("token-endpoint-not-form", Specs.TOKEN_REQUEST, "authz-denied");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Facts.tokenRequest(seen, request -> {
            var evidence = Evidence.in(request.exchange()).with("status", String.valueOf(request.exchange().status()));
            if (request.defect())
                return new Blocked("login");
            return request.wantsAnotherForm()
                    ? RULE.broken(evidence.with("answer", request.words()), request.words())
                    : new Holds(evidence);
        });
    }
}

package mcpauth0.diagnose.token;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

/** The token endpoint recognises the client in the way in which it registered. */
public final class ClientIsRecognized implements Check {

    private static final Rule RULE = Rule.must("token-client-auth-mismatch", Specs.CLIENT_AUTHENTICATION,
            "authz-denied");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Facts.tokenRequest(seen, request -> {
            var evidence = Evidence.in(request.exchange()).with("status", String.valueOf(request.exchange().status()));
            if (request.defect() || request.wantsAnotherForm())
                return new Blocked("login");
            return request.unrecognised()
                    ? RULE.broken(evidence.with("answer", request.words()).with("auth-methods", request.method()),
                            request.method(), request.words())
                    : new Holds(evidence);
        });
    }
}

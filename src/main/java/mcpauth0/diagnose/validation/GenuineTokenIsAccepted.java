package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.mcp.Era;

/** A token that the published keys, the issuer, the audience and the clock prove good is let in. */
public final class GenuineTokenIsAccepted implements Check {

    private static final Rule RULE = Rule.must("rs-rejects-valid-token", Specs.TOKEN_VALIDATION, "session-empty-tools");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.token().judge(token -> {
            var verified = token.verification();
            if (verified == null || !verified.holds())
                return new Blocked("good-token");
            return seen.conversation().judge(talk -> {
                var answer = talk.eras().preferred() == Era.MODERN ? talk.eras().modern() : talk.eras().legacy();
                var evidence = Evidence.in(answer.exchange()).with("status", String.valueOf(answer.status()));
                if (talk.accepted())
                    return new Holds(evidence);
                if (answer.status() != 401 && answer.status() != 403)
                    return new Blocked("answer");
                var words = answer.challenges().parameter("error_description");
                var access = token.access();
                return RULE.broken(evidence.with("answer", words == null ? "" : words), seen.resourceName(),
                        String.valueOf(access.issuer()), String.valueOf(verified.keys().url()),
                        words == null ? "" : words);
            });
        });
    }
}

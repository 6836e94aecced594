package mcpauth0.diagnose.token;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

/** The token is of the kind that every client knows how to use. */
public final class TokenIsBearer implements Check {

    private static final Rule RULE = Rule.must("token-type-not-bearer", Specs.TOKEN_ANSWER);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Facts.given(seen, given -> {
            var type = given.type() == null ? "" : given.type();
            var evidence = Evidence.in(given.exchange()).with("token-type", type);
            return type.equalsIgnoreCase("Bearer") ? new Holds(evidence) : RULE.broken(evidence, type);
        });
    }
}

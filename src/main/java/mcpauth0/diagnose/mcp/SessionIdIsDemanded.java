package mcpauth0.diagnose.mcp;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

/** A server that gives session ids refuses calls without one. */
public final class SessionIdIsDemanded implements Check {

    private static final Rule RULE = Rule.may("session-missing-id-accepted", Specs.SESSIONS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.of(SessionProbe.SESSION).judge(life -> {
            var answer = life.withoutId();
            if (answer.status() == 0)
                return new Blocked("answer");
            var evidence = Evidence.in(answer.exchange()).with("status", String.valueOf(answer.status()));
            return answer.accepted() ? RULE.broken(evidence) : new Holds(evidence);
        });
    }
}

package mcpauth0.diagnose.mcp;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

/** A client that is done can end its session. */
public final class SessionsCanBeEnded implements Check {

    private static final Rule RULE = Rule.may("session-delete-unsupported", Specs.SESSIONS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.of(SessionProbe.SESSION).judge(life -> {
            var status = life.end().status();
            if (status == 0)
                return new Blocked("answer");
            var evidence = Evidence.in(life.end()).with("status", String.valueOf(status));
            return status / 100 == 2 ? new Holds(evidence) : RULE.broken(evidence, String.valueOf(status));
        });
    }
}

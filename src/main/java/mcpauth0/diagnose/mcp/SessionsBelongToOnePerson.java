package mcpauth0.diagnose.mcp;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;

/**
 * The session of one person is of no use to another. That takes a second person's token, which one sign-in does not
 * give.
 */
public final class SessionsBelongToOnePerson implements Check {

    private static final Rule RULE = Rule.must("session-not-bound-to-user", Specs.SESSIONS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.of(SessionProbe.SESSION).judge(_ -> new NotTestableFromHere("needs-second-person"));
    }
}

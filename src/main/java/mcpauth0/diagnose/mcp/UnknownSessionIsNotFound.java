package mcpauth0.diagnose.mcp;

import java.util.List;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.validation.Forgery;

/** For a session that it does not know the server says 404: only then does a client begin a new one. */
public final class UnknownSessionIsNotFound implements Check {

    private static final Rule RULE = Rule.must("session-unknown-id-status", Specs.SESSIONS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.trials().judge(trials -> {
            if (!trials.controlled())
                return new Blocked("control");
            var unsent = trials.notSent().get(Forgery.UNKNOWN_SESSION);
            if (unsent != null)
                return unsent;
            var answers = trials.of(Forgery.UNKNOWN_SESSION).orElse(List.of());
            if (answers.isEmpty())
                return new Blocked("control");
            var answer = answers.getFirst().answer();
            var evidence = Evidence.in(answer.exchange()).with("status", String.valueOf(answer.status()));
            return answer.status() == 404
                    ? new Holds(evidence)
                    : RULE.broken(evidence, String.valueOf(answer.status()));
        });
    }
}

package mcpauth0.diagnose.validation;

import java.util.List;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

/** A refused token is refused with 401: with another status no client signs in anew. */
public final class BadTokenIsAnsweredWith401 implements Check {

    private static final Rule RULE = Rule.must("rs-wrong-status", Specs.BEARER_ERRORS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.trials().judge(trials -> {
            if (!trials.controlled())
                return new Blocked("control");
            var answers = trials.of(Forgery.GARBAGE).orElse(List.of());
            if (answers.isEmpty() || answers.getFirst().accepted())
                return new Blocked("refusal");
            var answer = answers.getFirst().answer();
            var evidence = Evidence.in(answer.exchange()).with("status", String.valueOf(answer.status()));
            return answer.status() == 401
                    ? new Holds(evidence)
                    : RULE.broken(evidence, String.valueOf(answer.status()));
        });
    }
}

package mcpauth0.diagnose.validation;

import java.util.ArrayList;
import java.util.List;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Holds;

/** Who lacks a permission hears so, and which: then a client asks for it instead of signing in again and again. */
public final class MissingPermissionIsNamed implements Check {

    private static final Rule RULE = Rule.must("rs-insufficient-scope-shape", Specs.INSUFFICIENT_SCOPE);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.trials().judge(trials -> {
            var stopped = Judgement.stopped(trials, Forgery.LESSER_SCOPE);
            if (stopped != null)
                return stopped;
            var sent = trials.of(Forgery.LESSER_SCOPE).orElse(List.of());
            var answer = sent.getFirst().answer();
            if (PermissionsAreAskedFor.worked(answer))
                return new Blocked("refusal");
            if (!PermissionsAreAskedFor.refused(answer))
                return new Blocked("answer");
            var challenges = answer.challenges();
            var wrong = new ArrayList<String>();
            if (answer.status() != 403)
                wrong.add(String.valueOf(answer.status()));
            if (!"insufficient_scope".equals(challenges.parameter("error")))
                wrong.add("error=" + challenges.parameter("error"));
            if (challenges.scopes() == null)
                wrong.add("scope=null");
            var evidence = Judgement.evidence(sent, List.of()).with("www-authenticate",
                    String.join(", ", challenges.lines()));
            return wrong.isEmpty() ? new Holds(evidence) : RULE.broken(evidence, String.join(", ", wrong));
        });
    }
}

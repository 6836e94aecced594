package mcpauth0.diagnose.validation;

import java.util.List;
import java.util.stream.Collectors;
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

    /** What a client may bring in all innocence: something old, something broken, something for somebody else. */
    static final List<Forgery> ORDINARY = List.of(Forgery.GARBAGE, Forgery.TAMPERED_SIGNATURE, Forgery.TAMPERED_CLAIMS,
            Forgery.OTHER_ISSUER, Forgery.WRONG_AUDIENCE, Forgery.EXPIRED);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.trials().judge(trials -> {
            if (!trials.controlled())
                return new Blocked("control");
            var refused = ORDINARY.stream().flatMap(kind -> trials.of(kind).orElse(List.of()).stream())
                    .filter(one -> !one.accepted() && !one.inconclusive()).toList();
            if (refused.isEmpty())
                return new Blocked("refusal");
            var wrong = refused.stream().filter(one -> one.answer().status() != 401).toList();
            if (wrong.isEmpty())
                return new Holds(Evidence.in(refused.getFirst().answer().exchange()).with("status", "401"));
            var statuses = wrong.stream().map(one -> String.valueOf(one.answer().status())).distinct()
                    .collect(Collectors.joining(", "));
            return RULE.broken(Judgement.evidence(wrong, List.of()), statuses, Judgement.variants(wrong));
        });
    }
}

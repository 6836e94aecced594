package mcpauth0.diagnose.validation;

import java.util.List;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Holds;

/** Who is refused for his token is told so: {@code error="invalid_token"}. */
public final class RefusalNamesTheToken implements Check {

    private static final Rule RULE = Rule.may("rs-401-without-invalid-token", Specs.BEARER_ERRORS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.trials().judge(trials -> {
            if (!trials.controlled())
                return new Blocked("control");
            var refused = BadTokenIsAnsweredWith401.ORDINARY.stream()
                    .flatMap(kind -> trials.of(kind).orElse(List.of()).stream())
                    .filter(one -> one.answer().status() == 401).toList();
            if (refused.isEmpty())
                return new Blocked("refusal");
            var silent = refused.stream()
                    .filter(one -> !"invalid_token".equals(one.answer().challenges().parameter("error"))).toList();
            return silent.isEmpty()
                    ? new Holds(Judgement.evidence(refused, List.of()))
                    : RULE.broken(Judgement.evidence(silent, List.of()), Judgement.variants(silent));
        });
    }
}

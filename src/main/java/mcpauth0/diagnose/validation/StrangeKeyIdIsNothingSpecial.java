package mcpauth0.diagnose.validation;

import java.util.List;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.validation.Trials.Trial;

/** A key id is looked for among the published keys; it is no path, and no part of a query. */
public final class StrangeKeyIdIsNothingSpecial implements Check {

    private static final Rule RULE = Rule.must("rs-accepts-kid-injection", Specs.KEY_SOURCES);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.trials().judge(trials -> {
            var verdict = Judgement.of(trials, RULE, Forgery.STRANGE_KEY_ID);
            if (!(verdict instanceof Holds))
                return verdict;
            // A server that stumbles over every unknown key has another trouble.
            var usual = trials.of(Forgery.OTHER_ISSUER).orElse(List.of()).stream().anyMatch(this::stumbles);
            var stumbled = trials.of(Forgery.STRANGE_KEY_ID).orElse(List.of()).stream().filter(this::stumbles).toList();
            return stumbled.isEmpty() || usual
                    ? verdict
                    : RULE.broken(Judgement.evidence(stumbled, List.of()), Judgement.variants(stumbled));
        });
    }

    private boolean stumbles(Trial trial) {
        return trial.answer().status() / 100 == 5;
    }
}

package mcpauth0.diagnose.challenge;

import java.util.stream.Collectors;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

/** Without a token the answer is 401, for every method: nothing else makes a client begin to sign in. */
public final class EveryCallAsksForAToken implements Check {

    private static final Rule RULE = Rule.must("challenge-missing-401", Specs.UNAUTHORIZED,
            "challenge-no-resource-metadata", "challenge-header-renamed", "challenge-header-stripped",
            "challenge-scope-absent");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.answered().judge(opening -> {
            var first = opening.initialize().status();
            var open = opening.all().stream().filter(answer -> answer.status() / 100 == 2).toList();
            var evidence = Evidence.in(opening.exchanges()).with("status", opening.all().stream()
                    .map(answer -> answer.call().method() + " " + answer.status()).collect(Collectors.joining(", ")));
            if (first == 401 && open.isEmpty())
                return new Holds(evidence);
            var toolAsks = opening.plain("tools/call").filter(answer -> answer.status() == 401).isPresent();
            var shown = open.isEmpty() ? opening.initialize() : open.getFirst();
            return RULE.broken(toolAsks && !open.isEmpty() ? Severity.WARNING : Severity.ERROR, evidence,
                    shown.call().method(), String.valueOf(shown.status()));
        });
    }
}

package mcpauth0.diagnose.validation;

import java.util.List;
import java.util.stream.Collectors;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.validation.Trials.Trial;

/** What all trials have in common: a refusal counts only between two calls that were let in. */
final class Judgement {

    private Judgement() {
    }

    static Verdict of(Observations seen, Rule rule, Forgery forgery) {
        return seen.trials().judge(trials -> {
            if (!trials.controlled())
                return new Blocked("control");
            var unsent = trials.notSent().get(forgery);
            if (unsent != null)
                return unsent;
            var left = forgery == Forgery.WRONG_AUDIENCE ? trials.leftBehind() : List.<String>of();
            var sent = trials.of(forgery).orElse(List.of());
            var accepted = sent.stream().filter(Trial::accepted).toList();
            if (!accepted.isEmpty())
                return rule.broken(evidence(accepted, left), variants(accepted));
            if (sent.isEmpty() || sent.stream().anyMatch(one -> one.answer().status() == 0))
                return new Blocked("control");
            return new Holds(evidence(sent, left));
        });
    }

    private static Evidence evidence(List<Trial> shown, List<String> left) {
        var evidence = Evidence.in(shown.stream().map(one -> one.answer().exchange()).toList())
                .with("sent", variants(shown)).with("status", shown.stream()
                        .map(one -> String.valueOf(one.answer().status())).distinct()
                        .collect(Collectors.joining(", ")));
        return left.isEmpty()
                ? evidence
                : evidence.with("left-behind", String.join(", ", left));
    }

    private static String variants(List<Trial> trials) {
        return trials.stream().map(Trial::variant).distinct().collect(Collectors.joining(", "));
    }
}

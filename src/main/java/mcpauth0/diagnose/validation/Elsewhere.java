package mcpauth0.diagnose.validation;

import java.util.List;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;
import mcpauth0.diagnose.validation.Judgement.Words;
import mcpauth0.diagnose.validation.Trials.Trial;

/**
 * The verdict about tokens that are not in the header. Where the server has other words for a bad token than for none, its
 * words tell whether it read the one elsewhere; where it has not, only a genuine token there tells.
 */
final class Elsewhere {

    private Elsewhere() {
    }

    static Verdict judge(Trials trials, Rule rule, Forgery forgery) {
        var stopped = Judgement.stopped(trials, forgery);
        if (stopped != null)
            return stopped;
        if (trials.bare().accepted())
            return new Blocked("refusal");
        var sent = trials.of(forgery).orElse(List.of());
        var none = Words.of(trials.bare());
        var bad = trials.of(Forgery.GARBAGE).orElse(List.of()).stream().map(one -> Words.of(one.answer())).findFirst();
        var telling = bad.isPresent() && !bad.get().equals(none);
        var taken = sent.stream().filter(one -> one.accepted() || passed(one, sent)
                || (telling && bad.get().equals(Words.of(one.answer())))).toList();
        if (!taken.isEmpty())
            return rule.broken(Judgement.evidence(taken, List.of()), Judgement.variants(taken));
        if (sent.stream().anyMatch(Trial::inconclusive))
            return new Blocked("answer");
        return telling || sent.stream().anyMatch(Elsewhere::genuine)
                ? new Holds(Judgement.evidence(sent, List.of()))
                : new NotTestableFromHere("token-lives-long");
    }

    private static boolean genuine(Trial trial) {
        return trial.variant().endsWith(Places.GENUINE);
    }

    /** Whether a genuine token got past the guard where a worthless one did not: what came then is another matter. */
    private static boolean passed(Trial trial, List<Trial> sent) {
        return genuine(trial) && !trial.inconclusive() && trial.answer().status() != 401 && sent.stream()
                .anyMatch(
                        one -> trial.variant().equals(one.variant() + Places.GENUINE) && one.answer().status() == 401);
    }
}

package mcpauth0.diagnose.validation;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;
import mcpauth0.diagnose.validation.Trials.Trial;
import mcpauth0.oauth.mcp.McpAnswer;
import org.jspecify.annotations.Nullable;

/** What all trials have in common: a refusal counts only between two calls that were let in. */
final class Judgement {

    private Judgement() {
    }

    /** Broken where one was accepted. */
    static Verdict of(Observations seen, Rule rule, Forgery forgery) {
        return seen.trials().judge(trials -> of(trials, rule, forgery));
    }

    static Verdict of(Trials trials, Rule rule, Forgery forgery) {
        var stopped = stopped(trials, forgery);
        if (stopped != null)
            return stopped;
        var left = forgery == Forgery.WRONG_AUDIENCE ? trials.leftBehind() : List.<String>of();
        var sent = trials.of(forgery).orElse(List.of());
        var accepted = sent.stream().filter(Trial::accepted).toList();
        if (!accepted.isEmpty())
            return rule.broken(evidence(accepted, left), variants(accepted));
        return sent.stream().anyMatch(Trial::inconclusive)
                ? new Blocked("answer")
                : new Holds(evidence(sent, left));
    }

    /** Why nothing can be said of that kind at all; null where it was tried between two good calls. */
    static @Nullable Verdict stopped(Trials trials, Forgery forgery) {
        var unsent = trials.notSent().get(forgery);
        if (unsent != null)
            return unsent;
        var tried = trials.tried(forgery);
        return tried == null || !tried.controlled() ? new Blocked("control") : null;
    }

    /**
     * For rules of which a token that we signed ourselves tells nothing where signatures are checked: it is then refused in
     * any case.
     *
     * @param genuine whether a trial was made with a token that the issuer signed
     * @param otherwise why nothing can be said: text {@code untestable.<otherwise>}
     */
    static Verdict unlessSigned(Trials trials, Rule rule, Forgery forgery, Predicate<Trial> genuine, String otherwise) {
        var verdict = of(trials, rule, forgery);
        return verdict instanceof Holds && trials.signaturesCount()
                && trials.of(forgery).orElse(List.of()).stream().noneMatch(genuine)
                        ? new NotTestableFromHere(otherwise)
                        : verdict;
    }

    static Evidence evidence(List<Trial> shown, List<String> left) {
        var evidence = Evidence.in(shown.stream().map(one -> one.answer().exchange()).toList())
                .with("sent", variants(shown)).with("status", shown.stream()
                        .map(one -> String.valueOf(one.answer().status())).distinct()
                        .collect(Collectors.joining(", ")));
        return left.isEmpty()
                ? evidence
                : evidence.with("left-behind", String.join(", ", left));
    }

    static String variants(List<Trial> trials) {
        return trials.stream().map(Trial::variant).distinct().collect(Collectors.joining(", "));
    }

    /** What a server says when it sends somebody away; two refusals for different reasons differ in it. */
    record Words(int status, @Nullable String error, @Nullable String description) {

        static Words of(McpAnswer answer) {
            return new Words(answer.status(), answer.challenges().parameter("error"),
                    answer.challenges().parameter("error_description"));
        }
    }
}

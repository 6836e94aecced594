package mcpauth0.ui.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.text.Texts;

/**
 * A report as a person reads it: one sentence, then what to do, then everything else.
 *
 * @param headline the verdict
 * @param summary address, counts and time, in one line
 * @param cards what is broken or to be looked at, worst first; consequences stand in the card of their cause
 * @param advice what could be better and changes no verdict
 * @param entries every check with its verdict
 */
public record Conclusion(Report report, String headline, String summary, List<Card> cards, List<Card> advice,
        List<Entry> entries) {

    /**
     * One line of the list of all checks. {@code kind} is its verdict as scripts read it, or tells the broken ones
     * apart: {@code look}, {@code advice}, {@code follows}.
     */
    public record Entry(Finding finding, String kind, String title, String verdict, String why) {

        /** Whether every word of what was typed is somewhere in the line. */
        public boolean matches(String typed) {
            var line = String.join(" ", finding.rule().id(), title, verdict, why).toLowerCase(Locale.ROOT);
            return Stream.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(line::contains);
        }
    }

    public Conclusion {
        cards = List.copyOf(cards);
        advice = List.copyOf(advice);
        entries = List.copyOf(entries);
    }

    public static Conclusion of(Report report, Texts texts) {
        var told = report.causes().stream()
                .map(finding -> Card.of(finding, (Verdict.Broken) finding.verdict(), report, texts)).toList();
        var cards = told.stream().filter(card -> card.severity() != Rule.Severity.INFO).toList();
        var advice = told.stream().filter(card -> card.severity() == Rule.Severity.INFO).toList();
        return new Conclusion(report, headline(report, cards, texts), summary(report, cards, texts), cards, advice,
                report.findings().stream().map(finding -> entry(finding, texts)).toList());
    }

    private static String headline(Report report, List<Card> cards, Texts texts) {
        return switch (report.overall()) {
            case HEALTHY -> texts.get(signedIn(report)
                    ? "page.check.verdict.healthy"
                    : "page.check.verdict.healthy-outside");
            case WARNINGS -> texts.get("page.check.verdict.warnings", cards.size());
            case INCONCLUSIVE -> texts.get("page.check.verdict.inconclusive");
            case BROKEN -> broken(cards, texts);
        };
    }

    /** Missing steps are counted; else the check's own sentence, or that of the station at which it stops. */
    private static String broken(List<Card> cards, Texts texts) {
        if (cards.isEmpty())
            return texts.get("page.check.verdict.inconclusive");
        var errors = cards.stream().filter(card -> card.severity() == Rule.Severity.ERROR).toList();
        var steps = errors.stream().map(Card::step).filter(Objects::nonNull).distinct().count();
        if (steps > 1 && errors.stream().allMatch(card -> card.step() != null))
            return texts.get("page.check.verdict.steps", steps);
        var rule = cards.getFirst().rule();
        var own = "page.check.verdict." + rule.id();
        return texts.get(texts.has(own) ? own : "page.check.verdict." + rule.station().id());
    }

    /** Only a token that was there can have been judged. */
    private static boolean signedIn(Report report) {
        return report.findings().stream().anyMatch(finding -> finding.verdict() instanceof Verdict.Holds
                && finding.rule().station() == Station.TOKEN);
    }

    private static String summary(Report report, List<Card> cards, Texts texts) {
        var broken = cards.stream().filter(card -> card.severity() == Rule.Severity.ERROR).count();
        return texts.get("page.check.summary", report.target().value(), report.findings().size(), broken,
                cards.size() - broken, seconds(report.took()));
    }

    /** Tenths below a minute, then minutes and seconds. */
    public static String seconds(Duration took) {
        return took.toSeconds() < 60
                ? String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0)
                : String.format(Locale.ROOT, "%d:%02d min", took.toMinutes(), took.toSecondsPart());
    }

    private static String kind(Finding finding) {
        if (!(finding.verdict() instanceof Verdict.Broken broken))
            return finding.verdict().id();
        if (finding.causedBy() != null)
            return "follows";
        return switch (broken.severity()) {
            case ERROR -> "broken";
            case WARNING -> "look";
            case INFO -> "advice";
        };
    }

    private static Entry entry(Finding finding, Texts texts) {
        var kind = kind(finding);
        var why = switch (finding.verdict()) {
            case Verdict.Holds _ -> "";
            case Verdict.Broken _ -> {
                var cause = finding.causedBy();
                yield cause == null
                        ? ""
                        : texts.get("page.check.because", texts.get("check." + cause + ".title"));
            }
            case Verdict.Blocked(var missing) -> texts.get("missing." + missing);
            case Verdict.NotTestableFromHere(var reason) -> texts.get("untestable." + reason);
            case Verdict.NotApplicable(var reason) -> texts.get("inapplicable." + reason);
        };
        return new Entry(finding, kind, Card.title(finding.rule(), texts), texts.get("page.check.kind." + kind), why);
    }
}

package mcpauth0.ui.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.http.Redaction;
import mcpauth0.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A report as a person reads it: one sentence, then what to do, then everything else.
 *
 * @param headline the verdict
 * @param summary address, counts and time, in one line
 * @param cards what is broken or to be looked at, worst first; consequences stand in the card of their cause
 * @param advice what could be better and changes no verdict
 * @param entries every check with its verdict, in the order of the way of a connection
 * @param clients what the known clients would meet, those together that meet the same
 * @param token what the token of the sign-in says, a sentence each; empty where nobody signed in
 */
public record Conclusion(Report report, String headline, String summary, List<Card> cards, List<Card> advice,
        List<Entry> entries, List<Outlook> clients, List<String> token) {

    /**
     * Clients that meet the same.
     *
     * @param verdict {@code connects}, {@code elsewhere}, {@code no-browsers}, {@code fails} or {@code unknown}
     * @param failsAt id of the check that stops them
     * @param names of the clients
     */
    public record Outlook(String verdict, @Nullable String failsAt, List<String> names) {
        public Outlook {
            names = List.copyOf(names);
        }
    }

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
        clients = List.copyOf(clients);
        token = List.copyOf(token);
    }

    public static Conclusion of(Report report, Texts texts) {
        var told = report.causes().stream()
                .map(finding -> Card.of(finding, (Verdict.Broken) finding.verdict(), report, texts)).toList();
        var cards = told.stream().filter(card -> card.severity() != Rule.Severity.INFO).toList();
        var advice = told.stream().filter(card -> card.severity() == Rule.Severity.INFO).toList();
        return new Conclusion(report, headline(report, cards, texts), summary(report, cards, texts), cards, advice,
                report.findings().stream().map(finding -> entry(finding, texts))
                        .sorted(Comparator.comparing(entry -> entry.finding().rule().station())).toList(),
                outlooks(report, texts), report.token().stream()
                        .map(one -> Redaction.text(texts.get(one.key(), one.values()))).toList());
    }

    /** Those that connect, those that fail by what stops them, those of which it is not known. */
    private static List<Outlook> outlooks(Report report, Texts texts) {
        var all = new ArrayList<Outlook>();
        for (var verdict : List.of("connects", "elsewhere", "no-browsers", "fails", "unknown")) {
            var names = new LinkedHashMap<String, List<String>>();
            report.clients().stream().filter(client -> verdict(report, client).equals(verdict))
                    .forEach(client -> names
                            .computeIfAbsent(verdict.equals("fails") || verdict.equals("unknown")
                                    ? Objects.requireNonNullElse(client.failsAt(), "")
                                    : "", _ -> new ArrayList<>())
                            .add(texts.get("client." + client.client() + ".name")));
            names.forEach((check, met) -> all.add(
                    new Outlook(verdict, check.isEmpty() ? null : check, met)));
        }
        return all;
    }

    /** Who is kept out by what does not concern this server is only in the wrong place: in a cloud, or in a browser. */
    private static String verdict(Report report, Report.Prediction client) {
        if (!client.verdict().equals("fails"))
            return client.verdict();
        for (var finding : report.findings())
            if (finding.rule().id().equals(client.failsAt())
                    && finding.verdict() instanceof Verdict.NotApplicable(var reason))
                return reason.equals("no-browsers") ? reason : "elsewhere";
        return client.verdict();
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
        var kinds = report.findings().stream().map(Conclusion::kind)
                .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
        var apart = Stream.of("blocked", "not-testable-from-here", "not-applicable")
                .mapToLong(kind -> kinds.getOrDefault(kind, 0L)).sum();
        return texts.get("page.check.summary", report.target().value(), report.findings().size(), broken,
                cards.size() - broken, seconds(report.took()), kinds.getOrDefault("holds", 0L), apart);
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
        // What is in order is told as what holds: beside the name of a fault, it would read as its opposite.
        var title = finding.verdict() instanceof Verdict.Holds
                ? texts.get("check." + finding.rule().id() + ".holds")
                : Card.title(finding.rule(), texts);
        return new Entry(finding, kind, title, texts.get("page.check.kind." + kind), why);
    }
}

package mcpauth0.export.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Spelling;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.http.Redaction;
import mcpauth0.text.Texts;

/** A report in the words of one language: what every form for people tells. Nothing in it is escaped yet. */
final class Account {

    /** A fact in words. */
    record Labelled(String label, String value) {
    }

    /**
     * What explains the rest.
     *
     * @param side who can change it, and where
     * @param brings titles of what it brings with it
     */
    record Cause(Finding finding, Verdict.Broken broken, String title, String detail, List<Labelled> side, String cure,
            List<Labelled> facts, List<String> brings) {

        Rule rule() {
            return finding.rule();
        }
    }

    /**
     * A station of the way of a connection.
     *
     * @param mark {@code good broken blocked unasked}
     */
    record Stop(String name, String mark, String counts, List<Finding> findings) {
    }

    /** @param verdict {@code connects fails unknown} */
    record Outlook(String verdict, String sentence) {
    }

    /** Why something was not tested, where whoever checks may choose that it is. Texts: {@code report.further.<id>}. */
    private static final List<String> CHOICES = List.of("not-asked-for", "needs-deep", "needs-tenant",
            "needs-public-resolver");

    private final Report report;
    private final Texts texts;
    private final Wording wording;

    Account(Report report, Texts texts) {
        this.report = report;
        this.texts = texts;
        this.wording = new Wording(texts);
    }

    Report report() {
        return report;
    }

    Wording wording() {
        return wording;
    }

    String target() {
        return Redaction.url(report.target().value());
    }

    /** The whole in a sentence; advice is not counted. */
    String verdict() {
        return texts.get("cli.report.verdict." + word(report.overall()),
                report.causes().stream().filter(Account::matters).count());
    }

    /** That not everything was tested, where that is so. */
    Optional<String> partly() {
        var reasons = report.findings().stream().map(Finding::verdict)
                .filter(Verdict.NotTestableFromHere.class::isInstance)
                .map(verdict -> ((Verdict.NotTestableFromHere) verdict).reason()).toList();
        if (reasons.isEmpty())
            return Optional.empty();
        var further = CHOICES.stream().filter(reasons::contains).map(reason -> texts.get("report.further." + reason))
                .toList();
        return Optional.of(texts.get("report.partly", reasons.size())
                + (further.isEmpty() ? "" : " " + texts.get("report.further", String.join("; ", further))));
    }

    List<Cause> causes() {
        return report.causes().stream().map(this::cause).toList();
    }

    private Cause cause(Finding finding) {
        var broken = (Verdict.Broken) finding.verdict();
        var facts = broken.evidence().facts().stream().map(fact -> new Labelled(wording.label(fact),
                fact.value().isBlank() ? texts.get("cli.report.none") : Wording.value(fact, texts))).toList();
        var brings = report.findings().stream().filter(Finding::broken)
                .filter(other -> finding.rule().id().equals(other.causedBy())).map(wording::title).toList();
        return new Cause(finding, broken, wording.title(finding), wording.detail(finding),
                List.of(new Labelled(texts.get("part.finding.who"), Wording.who(finding.rule(), texts)),
                        new Labelled(texts.get("part.finding.where"), Wording.where(finding.rule(), texts))),
                wording.cure(broken), facts, brings);
    }

    /** Why something could not be seen: each reason once, however many checks wait for it. */
    List<String> unseen() {
        return report.findings().stream().filter(finding -> finding.verdict() instanceof Verdict.Blocked)
                .map(wording::detail).distinct().toList();
    }

    List<Stop> stations() {
        var stops = new ArrayList<Stop>();
        for (var station : Station.values()) {
            var here = report.findings().stream().filter(finding -> finding.rule().station() == station).toList();
            if (!here.isEmpty())
                stops.add(new Stop(texts.get("station." + station.id()), mark(here), counts(here), here));
        }
        return stops;
    }

    private static String mark(List<Finding> findings) {
        if (findings.stream().anyMatch(Account::matters))
            return "broken";
        if (findings.stream().anyMatch(finding -> finding.verdict() instanceof Verdict.Blocked))
            return "blocked";
        return findings.stream().anyMatch(finding -> finding.verdict() instanceof Verdict.Holds) ? "good" : "unasked";
    }

    private static boolean matters(Finding finding) {
        return finding.verdict() instanceof Verdict.Broken broken && broken.severity() != Rule.Severity.INFO;
    }

    private String counts(List<Finding> findings) {
        var counts = new StringBuilder();
        for (var id : List.of("holds", "broken", "advice", "blocked", "not-testable-from-here", "not-applicable")) {
            var count = findings.stream().filter(finding -> kind(finding).equals(id)).count();
            if (count > 0)
                counts.append(counts.isEmpty() ? "" : ", ").append(texts.get("cli.report.count." + id, count));
        }
        return counts.toString();
    }

    /** {@code advice}, or the verdict's id. */
    static String kind(Finding finding) {
        return finding.broken() && !matters(finding) ? "advice" : finding.verdict().id();
    }

    /** What came of the sign-in; empty where nobody signed in. */
    List<String> token() {
        return report.token().stream()
                .map(sentence -> Redaction.text(texts.get(sentence.key(), sentence.values()))).toList();
    }

    /** The one string in all its places, where they do not agree. */
    List<Spelling> spellings() {
        return report.spellings().stream().allMatch(one -> one.differsAt() < 0) ? List.of() : report.spellings();
    }

    List<Outlook> clients() {
        return report.clients().stream().map(client -> new Outlook(client.verdict(),
                texts.get("cli.report.client." + client.verdict(), texts.get("client." + client.client() + ".name"),
                        client.failsAt() == null ? "" : named(client.failsAt()))))
                .toList();
    }

    /** The check's title, with its id for those who search. */
    private String named(String check) {
        var key = "check." + check + ".title";
        return texts.has(key) ? "“" + texts.get(key) + "” (" + check + ")" : check;
    }

    /** How many checks there were, how they ended, and how long it took. */
    String summary() {
        return texts.get("cli.report.took", report.findings().size(), counts(report.findings()),
                String.format(Locale.ROOT, "%.1f", report.took().toMillis() / 1000.0));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

package mcpauth0.export;

import java.util.List;
import java.util.Locale;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.http.Redaction;
import mcpauth0.text.Texts;

/** The report for a terminal: the verdict first, then causes with their cures, then a line per station. */
public final class TextReport {

    private final Report report;
    private final Texts texts;
    private final Wording wording;
    private final Lines out = new Lines();

    private TextReport(Report report, Texts texts) {
        this.report = report;
        this.texts = texts;
        this.wording = new Wording(texts);
    }

    public static String write(Report report, Texts texts) {
        var writer = new TextReport(report, texts);
        writer.head();
        var number = 1;
        for (var cause : report.causes())
            writer.cause(number++, cause);
        writer.blocked();
        writer.stations();
        writer.token();
        writer.spellings();
        writer.clients();
        writer.foot();
        return writer.out.toString();
    }

    private void head() {
        out.line(report.target().value());
        out.line(texts.get("cli.report.verdict." + word(report.overall()), worrying()));
        var untested = report.findings().stream()
                .filter(finding -> finding.verdict() instanceof Verdict.NotTestableFromHere).count();
        if (untested > 0)
            out.paragraph("", "", texts.get("cli.report.partly", untested));
    }

    /** Causes that count: advice does not. */
    private long worrying() {
        return report.causes().stream().filter(TextReport::matters).count();
    }

    private void cause(int number, Finding finding) {
        var broken = (Verdict.Broken) finding.verdict();
        out.blank();
        var mark = number + ". ";
        var indent = " ".repeat(mark.length());
        out.paragraph(mark, indent,
                texts.get("cli.report.severity." + word(broken.severity()), wording.title(finding)));
        out.paragraph(indent, indent, wording.detail(finding));
        out.paragraph(indent, indent, texts.get("cli.report.cure", wording.cure(broken)));
        for (var fact : broken.evidence().facts())
            out.paragraph(indent + "- ", indent + "  ", wording.label(fact) + ": " + shown(fact));
        var brought = report.findings().stream().filter(Finding::broken)
                .filter(other -> finding.rule().id().equals(other.causedBy())).map(wording::title).toList();
        if (!brought.isEmpty())
            out.paragraph(indent, indent, texts.get("cli.report.brings", String.join("; ", brought)));
        out.paragraph(indent, indent, "[" + finding.rule().id() + ", " + finding.rule().spec().ref() + "]");
    }

    private String shown(Verdict.Fact fact) {
        return fact.value().isBlank() ? texts.get("cli.report.none") : Wording.value(fact, texts);
    }

    /** Each reason once, however many checks wait for it. */
    private void blocked() {
        var reasons = report.findings().stream().filter(finding -> finding.verdict() instanceof Verdict.Blocked)
                .map(wording::detail).distinct().toList();
        if (reasons.isEmpty())
            return;
        out.blank();
        out.line(texts.get("cli.report.blocked"));
        reasons.forEach(reason -> out.paragraph("- ", "  ", reason));
    }

    private void stations() {
        out.blank();
        for (var station : Station.values()) {
            var here = report.findings().stream().filter(finding -> finding.rule().station() == station).toList();
            if (!here.isEmpty())
                out.line("  %-8s %-36s %s".formatted(texts.get("cli.report.mark." + mark(here)),
                        texts.get("station." + station.id()), counts(here)));
        }
    }

    private static String mark(List<Finding> findings) {
        if (findings.stream().anyMatch(TextReport::matters))
            return "broken";
        if (findings.stream().anyMatch(finding -> finding.verdict() instanceof Verdict.Blocked))
            return "blocked";
        return findings.stream().anyMatch(finding -> finding.verdict() instanceof Verdict.Holds) ? "good" : "unasked";
    }

    private static boolean matters(Finding finding) {
        return finding.verdict() instanceof Verdict.Broken broken
                && broken.severity() != Rule.Severity.INFO;
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

    private static String kind(Finding finding) {
        return finding.broken() && !matters(finding) ? "advice" : finding.verdict().id();
    }

    /** What came of the sign-in. */
    private void token() {
        if (report.token().isEmpty())
            return;
        out.blank();
        out.line(texts.get("cli.report.token"));
        for (var sentence : report.token())
            out.paragraph("  ", "  ", Redaction.text(texts.get(sentence.key(), sentence.values())));
    }

    /** The one string in all its places, where they do not agree; a mark stands under the first difference. */
    private void spellings() {
        if (report.spellings().stream().allMatch(one -> one.differsAt() < 0))
            return;
        out.blank();
        out.line(texts.get("cli.report.spellings"));
        for (var one : report.spellings()) {
            out.line("  %-34s %s".formatted(texts.get("spelling." + one.place()), Redaction.url(one.value())));
            if (one.differsAt() >= 0)
                out.line(" ".repeat(37 + one.differsAt()) + "^");
        }
    }

    private void clients() {
        if (report.clients().isEmpty())
            return;
        out.blank();
        for (var client : report.clients())
            out.line("  " + texts.get("cli.report.client." + client.verdict(),
                    texts.get("client." + client.client() + ".name"),
                    client.failsAt() == null ? "" : named(client.failsAt())));
    }

    /** The check's title, with its id for those who search. */
    private String named(String check) {
        var key = "check." + check + ".title";
        return texts.has(key) ? "“" + texts.get(key) + "” (" + check + ")" : check;
    }

    private void foot() {
        out.blank();
        out.line(texts.get("cli.report.took", report.findings().size(), counts(report.findings()),
                String.format(Locale.ROOT, "%.1f", report.took().toMillis() / 1000.0)));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

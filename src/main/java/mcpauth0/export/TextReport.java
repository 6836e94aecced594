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

    private static final int WIDTH = 92;

    private final Report report;
    private final Texts texts;
    private final Wording wording;
    private final StringBuilder out = new StringBuilder();

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
        writer.clients();
        writer.foot();
        return writer.out.toString();
    }

    private void head() {
        line("", report.target().value());
        line("", texts.get("cli.report.verdict." + word(report.overall()), worrying()));
    }

    /** Causes that count: advice does not. */
    private long worrying() {
        return report.causes().stream().map(cause -> (Verdict.Broken) cause.verdict())
                .filter(broken -> broken.severity() != Rule.Severity.INFO).count();
    }

    private void cause(int number, Finding finding) {
        var broken = (Verdict.Broken) finding.verdict();
        out.append('\n');
        var mark = number + ". ";
        var indent = " ".repeat(mark.length());
        paragraph(mark, indent, texts.get("cli.report.severity." + word(broken.severity()), wording.title(finding)));
        paragraph(indent, indent, wording.detail(finding));
        paragraph(indent, indent, texts.get("cli.report.cure", wording.cure(broken)));
        for (var fact : broken.evidence().facts())
            paragraph(indent + "- ", indent + "  ", wording.label(fact) + ": "
                    + Redaction.text(fact.value()));
        var brought = report.findings().stream().filter(Finding::broken)
                .filter(other -> finding.rule().id().equals(other.causedBy())).map(wording::title).toList();
        if (!brought.isEmpty())
            paragraph(indent, indent, texts.get("cli.report.brings", String.join("; ", brought)));
        paragraph(indent, indent, "[" + finding.rule().id() + ", " + finding.rule().spec().ref() + "]");
    }

    /** Each reason once, however many checks wait for it. */
    private void blocked() {
        var reasons = report.findings().stream().filter(finding -> finding.verdict() instanceof Verdict.Blocked)
                .map(wording::detail).distinct().toList();
        if (reasons.isEmpty())
            return;
        out.append('\n');
        line("", texts.get("cli.report.blocked"));
        reasons.forEach(reason -> paragraph("- ", "  ", reason));
    }

    private void stations() {
        out.append('\n');
        for (var station : Station.values()) {
            var here = report.findings().stream().filter(finding -> finding.rule().station() == station).toList();
            if (!here.isEmpty())
                out.append("  %-8s %-36s %s%n".formatted(texts.get("cli.report.mark." + mark(here)),
                        texts.get("station." + station.id()), counts(here)));
        }
    }

    private static String mark(List<Finding> findings) {
        if (findings.stream().anyMatch(TextReport::counts))
            return "broken";
        if (findings.stream().anyMatch(finding -> finding.verdict() instanceof Verdict.Blocked))
            return "blocked";
        return findings.stream().anyMatch(finding -> finding.verdict() instanceof Verdict.Holds) ? "good" : "unasked";
    }

    private static boolean counts(Finding finding) {
        return finding.verdict() instanceof Verdict.Broken broken
                && broken.severity() != Rule.Severity.INFO;
    }

    private String counts(List<Finding> findings) {
        var counts = new StringBuilder();
        for (var id : List.of("holds", "broken", "blocked", "not-testable-from-here", "not-applicable")) {
            var count = findings.stream().filter(finding -> finding.verdict().id().equals(id)).count();
            if (count > 0)
                counts.append(counts.isEmpty() ? "" : ", ").append(texts.get("cli.report.count." + id, count));
        }
        return counts.toString();
    }

    private void clients() {
        if (report.clients().isEmpty())
            return;
        out.append('\n');
        for (var client : report.clients())
            line("  ",
                    texts.get("cli.report.client." + client.verdict(), texts.get("client." + client.client() + ".name"),
                            client.failsAt() == null ? "" : client.failsAt()));
    }

    private void foot() {
        out.append('\n');
        line("", texts.get("cli.report.took", report.findings().size(), counts(report.findings()),
                "%.1f".formatted(report.took().toMillis() / 1000.0)));
    }

    private void line(String indent, String text) {
        out.append(indent).append(PlainText.line(text)).append('\n');
    }

    /** Breaks between words; a word that is longer than the line stays whole, so that addresses can be copied. */
    private void paragraph(String first, String indent, String text) {
        if (text.isBlank())
            return;
        var line = new StringBuilder(first);
        for (var word : PlainText.line(text).split(" ", -1)) {
            if (line.length() > indent.length() && line.length() + word.length() >= WIDTH) {
                out.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

package mcpauth0.export.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Verdict;
import mcpauth0.export.report.JUnitFile.Case;
import mcpauth0.export.report.JUnitFile.Outcome;
import mcpauth0.export.report.JUnitFile.Suite;
import mcpauth0.http.Redaction;
import mcpauth0.text.Texts;

/**
 * The report for continuous integration: a test per check, named by its id, so that a run in another language continues the
 * same history. What was not seen, or was not asked for, is skipped.
 *
 * @param failing from which severity on a finding is a failure; what is below passes, with a word about it
 */
public record JUnitReport(Rule.Severity failing) implements ReportForm {

    @Override
    public String write(Report report, Texts texts) {
        var wording = new Wording(texts);
        var suites = new ArrayList<Suite>();
        for (var stop : new Account(report, texts).stations())
            suites.add(new Suite(stop.name(), report.started(), stop.findings().stream()
                    .map(finding -> new Case("mcp." + finding.rule().group(), finding.rule().id(),
                            took(finding, report), outcome(finding, wording, texts)))
                    .toList()));
        return JUnitFile.write(Redaction.url(report.target().value()), report.took(), suites);
    }

    private Outcome outcome(Finding finding, Wording wording, Texts texts) {
        return switch (finding.verdict()) {
            case Verdict.Holds _ -> new Outcome.Passed("");
            case Verdict.Broken broken when broken.severity().compareTo(failing) <= 0 -> new Outcome.Failed(
                    Account.word(broken.severity()), wording.title(finding) + ". "
                            + texts.get("cli.report.cure", wording.cure(broken)),
                    story(finding, broken, wording, texts));
            case Verdict.Broken broken -> new Outcome.Passed(
                    wording.title(finding) + "\n" + story(finding, broken, wording, texts));
            case Verdict.Blocked _,Verdict.NotTestableFromHere _,Verdict.NotApplicable _ ->
                new Outcome.Skipped(wording.detail(finding));
        };
    }

    private static String story(Finding finding, Verdict.Broken broken, Wording wording, Texts texts) {
        var lines = new ArrayList<String>();
        lines.add(wording.detail(finding));
        lines.add(texts.get("cli.report.cure", wording.cure(broken)));
        for (var fact : broken.evidence().facts())
            lines.add(wording.label(fact) + ": " + Wording.value(fact, texts));
        var cause = finding.causedBy();
        if (cause != null)
            lines.add(texts.get("page.check.because", texts.get("check." + cause + ".title") + " (" + cause + ")"));
        lines.add(finding.rule().spec().ref() + ", " + finding.rule().spec().url());
        return String.join("\n", lines);
    }

    /** How long the messages took in which it was seen. */
    private static Duration took(Finding finding, Report report) {
        var shown = switch (finding.verdict()) {
            case Verdict.Holds(var evidence) -> evidence.exchanges();
            case Verdict.Broken(var evidence, _, _, _) -> evidence.exchanges();
            case Verdict.Blocked _,Verdict.NotTestableFromHere _,Verdict.NotApplicable _ -> List.<Integer>of();
        };
        return Duration.ofMillis(report.exchanges().stream().filter(exchange -> shown.contains(exchange.n()))
                .mapToLong(exchange -> exchange.timing().total()).sum());
    }
}

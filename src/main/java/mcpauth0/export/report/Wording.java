package mcpauth0.export.report;

import java.util.List;
import mcpauth0.diagnose.Remedy;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.http.Redaction;
import mcpauth0.text.Texts;

/** The words of a finding, the same in every kind of report. What came from a server is redacted once more. */
public final class Wording {

    private final Texts texts;

    Wording(Texts texts) {
        this.texts = texts;
    }

    String title(Finding finding) {
        return texts.get("check." + finding.rule().id() + ".title");
    }

    /** What is so: the sentence that holds, or the name of what is wrong, as the verdict has it. */
    String state(Finding finding) {
        return finding.verdict() instanceof Verdict.Holds
                ? texts.get("check." + finding.rule().id() + ".holds")
                : title(finding);
    }

    /** Why the verdict is as it is; empty where it holds. */
    String detail(Finding finding) {
        return switch (finding.verdict()) {
            case Verdict.Holds _ -> "";
            case Verdict.Broken(_, _, _, var values) -> redacted("check." + finding.rule().id() + ".detail",
                    trials(finding.rule(), values, texts));
            case Verdict.Blocked(var missing) -> texts.get("missing." + missing);
            case Verdict.NotTestableFromHere(var reason) -> texts.get("untestable." + reason);
            case Verdict.NotApplicable(var reason) -> texts.get("inapplicable." + reason);
        };
    }

    /** What cures it, in words. */
    String cure(Verdict.Broken broken) {
        return switch (broken.remedy()) {
            case Remedy.Advice(var key, var values) -> redacted(key, values);
            case Remedy.RunStep(var step) -> texts.get("cli.report.step", texts.get("step." + step + ".title"), step);
        };
    }

    /** What was tried on the server is written down in codes; people read words. */
    public static List<String> trials(Rule rule, List<String> values, Texts texts) {
        return rule.station() == Station.VALIDATION
                ? values.stream().map(value -> texts.words("trial.", value)).toList()
                : values;
    }

    /** Who can change what a check looks at. */
    public static String who(Rule rule, Texts texts) {
        return texts.get("owner." + switch (group(rule)) {
            case "net", "tls" -> "edge";
            case "as", "reg", "authz", "token" -> "issuer";
            default -> "server";
        });
    }

    /** Where that is. */
    public static String where(Rule rule, Texts texts) {
        return texts.get("place." + group(rule));
    }

    /** Checks are grouped by where one looks; there it is cured, too. */
    private static String group(Rule rule) {
        var id = rule.id();
        return id.substring(0, id.indexOf('-'));
    }

    /** The value of a fact as people read it; empty for nothing. */
    public static String value(Verdict.Fact fact, Texts texts) {
        return Redaction.text(fact.label().equals("sent") ? texts.words("trial.", fact.value()) : fact.value());
    }

    String label(Verdict.Fact fact) {
        return texts.get("evidence." + fact.label());
    }

    private String redacted(String key, List<String> values) {
        return texts.get(key, values.stream().map(Redaction::text).toList());
    }
}

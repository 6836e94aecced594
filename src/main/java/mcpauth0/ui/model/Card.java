package mcpauth0.ui.model;

import java.util.List;
import mcpauth0.diagnose.Remedy;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Verdict;
import mcpauth0.export.report.Wording;
import mcpauth0.http.Redaction;
import mcpauth0.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * One broken rule in words: the problem, its cause, its cure.
 *
 * @param title what is wrong, as a sentence
 * @param detail what was seen, and why it is wrong
 * @param who whose side it is on
 * @param where it is to be cured there
 * @param step the set-up step that cures it, null where somebody else must act
 * @param facts what was compared, labelled
 * @param brings titles of what is broken because of it
 * @param hides how many checks could not be judged because of it
 * @param messages numbers of the exchanges that show it
 * @param example what is right on the wire, ready to copy; null where there is none
 */
public record Card(Rule rule, Rule.Severity severity, String title, String detail, String who, String where,
        String cure, @Nullable String step,
        List<Labelled> facts, List<String> brings, int hides, List<Integer> messages,
        @Nullable String example) {

    public record Labelled(String label, String value) {
    }

    public Card {
        facts = List.copyOf(facts);
        brings = List.copyOf(brings);
        messages = List.copyOf(messages);
    }

    static Card of(Report.Finding finding, Verdict.Broken broken, Report report, Texts texts) {
        var id = finding.rule().id();
        var because = report.findings().stream().filter(other -> id.equals(other.causedBy())).toList();
        var brings = because.stream().filter(Report.Finding::broken).map(other -> title(other.rule(), texts)).toList();
        var facts = broken.evidence().facts().stream()
                .map(fact -> new Labelled(texts.get("evidence." + fact.label()),
                        fact.value().isBlank() ? texts.get("page.check.nothing") : Wording.value(fact, texts)))
                .toList();
        return new Card(finding.rule(), broken.severity(), title(finding.rule(), texts),
                redacted(texts, "check." + id + ".detail", Wording.trials(finding.rule(), broken.values(), texts)),
                Wording.who(finding.rule(), texts), Wording.where(finding.rule(), texts),
                switch (broken.remedy()) {
                    case Remedy.Advice(var key, var values) -> redacted(texts, key, values);
                    case Remedy.RunStep _ -> redacted(texts, "check." + id + ".cure", broken.values());
                }, broken.remedy() instanceof Remedy.RunStep(var step) ? step : null, facts, brings,
                because.size() - brings.size(),
                broken.evidence().exchanges(), finding.example());
    }

    /** What came from a server is redacted once more. */
    private static String redacted(Texts texts, String key, List<String> values) {
        return texts.get(key, values.stream().map(Redaction::text).toList());
    }

    static String title(Rule rule, Texts texts) {
        return texts.get("check." + rule.id() + ".title");
    }

    /** {@code 31–33, 40}: runs of numbers drawn together. */
    public static String ranges(List<Integer> numbers) {
        var text = new StringBuilder();
        var sorted = numbers.stream().distinct().sorted().toList();
        for (var i = 0; i < sorted.size(); i++) {
            var first = sorted.get(i);
            while (i + 1 < sorted.size() && sorted.get(i + 1) == sorted.get(i) + 1)
                i++;
            text.append(text.isEmpty() ? "" : ", ").append(first);
            if (!sorted.get(i).equals(first))
                text.append("–").append(sorted.get(i));
        }
        return text.toString();
    }
}

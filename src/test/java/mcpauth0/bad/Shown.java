package mcpauth0.bad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Rule;
import mcpauth0.export.report.JsonReport;
import mcpauth0.export.report.ReportForm;
import mcpauth0.export.report.Seal;
import mcpauth0.export.report.TextReport;
import mcpauth0.http.Json;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Card;
import mcpauth0.ui.model.Conclusion;

/** Everything that people are shown of a run, wherever it is shown. */
final class Shown {

    /** More than any sentence of ours with what is quoted in it. */
    private static final int LONGEST = 16_000;

    private Shown() {
    }

    static void assertHarmless(Report report) {
        var texts = Texts.english();
        var terminal = new TextReport().write(report, texts);
        assertThat(terminal).as("on a terminal").satisfies(Shown::plain);
        for (var json : List.of(new JsonReport(Seal.NONE).write(report, texts), JsonReport.line(report, texts))) {
            assertThat(json).as("as JSON").satisfies(Shown::plain);
            assertThat(Json.parse(json)).isPresent();
        }
        for (var ending : ReportForm.ENDINGS)
            assertThat(ReportForm.of(ending, Rule.Severity.ERROR, Seal.NONE).orElseThrow().write(report, texts))
                    .as("as " + ending).satisfies(Shown::plain);
        for (var label : labels(Conclusion.of(report, texts))) {
            assertThat(label).as("in the window").satisfies(Shown::plain);
            assertThat(label.length()).as(label).isLessThanOrEqualTo(LONGEST);
        }
    }

    private static List<String> labels(Conclusion conclusion) {
        var all = new ArrayList<>(List.of(conclusion.headline(), conclusion.summary()));
        all.addAll(conclusion.token());
        for (var cards : List.of(conclusion.cards(), conclusion.advice()))
            for (var card : cards) {
                all.addAll(List.of(card.title(), card.detail(), card.cure()));
                card.facts().stream().map(Card.Labelled::value).forEach(all::add);
                all.addAll(card.brings());
                var example = card.example();
                if (example != null)
                    all.add(example);
            }
        conclusion.report().spellings().forEach(one -> all.add(one.value()));
        conclusion.entries().forEach(one -> all.addAll(List.of(one.title(), one.why())));
        return all;
    }

    /** No character that moves, hides or turns around what is shown; line ends and tabs do no harm. */
    private static void plain(String text) {
        assertThat(text.codePoints().filter(c -> c != '\n' && c != '\t' && switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        }).mapToObj(c -> String.format("U+%04X", c)).distinct().toList()).isEmpty();
    }
}

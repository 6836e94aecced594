package mcpauth0.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import mcpauth0.export.report.Comparison.Difference;
import mcpauth0.export.report.Comparison.Kind;
import mcpauth0.http.Json;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final String ID = "prm-resource-mismatch";

    /** @param state of one check: {@code broken/error}, {@code holds} … or nothing */
    private static SavedReport report(String state, Map<String, String> clients) {
        var json = Json.object().put("schema", 1).put("verdict", "broken").put("started", "2026-11-03T12:00:00Z");
        json.putObject("target").put("url", "https://server.example/mcp");
        var checks = json.putArray("checks");
        checks.addObject().put("id", "net-dns").put("verdict", "holds").put("severity", "error");
        if (!state.isEmpty())
            checks.addObject().put("id", ID).put("verdict", state.replaceFirst("/.*", ""))
                    .put("severity", state.replaceFirst(".*/", "")).put("title", "Told");
        var list = json.putArray("clients");
        clients.forEach((id, verdict) -> list.addObject().put("id", id).put("verdict", verdict));
        return SavedReport.of(json);
    }

    @ParameterizedTest
    @CsvSource({"holds, broken/error, WORSE, true", "holds, broken/warning, WORSE, true",
            "holds, broken/info, WORSE, false", "broken/warning, broken/error, WORSE, true",
            "not-applicable, broken/error, WORSE, true", "holds, blocked, WORSE, true",
            "broken/error, holds, BETTER, false", "broken/error, broken/warning, BETTER, false",
            "broken/error, not-applicable, BETTER, false", "blocked, holds, BETTER, false",
            "broken/error, broken/error, STILL, false", "'', broken/error, NEW, true",
            "not-testable-from-here, broken/error, NEW, true", "blocked, broken/error, NEW, true",
            "not-testable-from-here, holds, NEW, false", "'', holds, NEW, false",
            "not-testable-from-here, broken/info, NEW, false", "not-testable-from-here, blocked, NEW, false",
            "broken/error, '', GONE, false", "broken/error, not-testable-from-here, GONE, false",
            "broken/error, blocked, GONE, false", "holds, not-testable-from-here, GONE, false",
            "holds, holds, , false", "holds, not-applicable, , false", "blocked, blocked, , false"})
    void whatAChangeIsCalledAndWhetherItCounts(String before, String after, Kind kind, boolean worse) {
        var comparison = Comparison.of(report(before, Map.of()), report(after, Map.of()));

        assertThat(comparison.differences()).extracting(Difference::kind)
                .isEqualTo(kind == null ? List.of() : List.of(kind));
        assertThat(comparison.worse()).isEqualTo(worse);
        assertThat(comparison.same()).isEqualTo(kind == null || kind == Kind.STILL ? 2 : 1);
    }

    @Test
    void aClientThatNoLongerConnectsIsWorse() {
        var comparison = Comparison.of(
                report("", Map.of("claude", "connects", "vscode", "fails", "chatgpt", "unknown")),
                report("", Map.of("claude", "fails", "vscode", "connects", "chatgpt", "fails")));

        assertThat(comparison.of(Kind.WORSE)).containsExactly(
                new Difference.OfClient(Kind.WORSE, "claude", "connects", "fails"));
        assertThat(comparison.of(Kind.BETTER)).hasSize(1);
        assertThat(comparison.worse()).isTrue();
        assertThat(ComparisonForm.TEXT.write(comparison, Texts.english()))
                .contains("Something got worse; one thing is better.", "Claude: connects → fails");
    }

    @Test
    void oneReportIsTheSameAsItself() {
        var report = SavedReport.parse(Samples.signed()).orElseThrow();
        var comparison = Comparison.of(report, report);

        assertThat(comparison.worse()).isFalse();
        assertThat(comparison.differences()).isNotEmpty().allMatch(one -> one.kind() == Kind.STILL);
    }

    @Test
    void isWrittenForPeopleAndForPrograms() {
        var comparison = Comparison.of(report("holds", Map.of()), report("broken/error", Map.of()));

        var markdown = ComparisonForm.MARKDOWN.write(comparison, Texts.english());
        assertThat(markdown).startsWith("# Something got worse").contains("`https://server.example/mcp`",
                "(prm-resource-mismatch)");
        var json = Json.parse(ComparisonForm.JSON.write(comparison, Texts.english())).orElseThrow();
        assertThat(json.path("worse").asBoolean()).isTrue();
        assertThat(json.path("worse").isBoolean()).isTrue();
        assertThat(ComparisonForm.TEXT.write(comparison, Texts.english())).contains("In order → Broken");
    }

    @Test
    void whatAForeignReportSaysIsHarmless() {
        var foreign = report("broken/error", Map.of());
        var evil = SavedReport.parse(Json.write(Json.object().put("schema", 1).set("checks", Json.MAPPER
                .createArrayNode()
                .add(Json.object().put("id", "made-up").put("verdict", "broken").put("severity", "error")
                        .put("title", "\u001b[2J<img src=x> [a](https://evil.example/)")))))
                .orElseThrow();
        var comparison = Comparison.of(foreign, evil);

        assertThat(ComparisonForm.TEXT.write(comparison, Texts.english())).contains("made-up")
                .doesNotContain("\u001b");
        assertThat(ComparisonForm.MARKDOWN.write(comparison, Texts.english())).contains("\\<img src=x\\>",
                "`[a](https://evil.example/`");
    }
}

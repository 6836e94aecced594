package mcpauth0.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import mcpauth0.diagnose.client.Clients;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTextsTest {

    private final Texts texts = Texts.english();

    @Test
    void everyCheckStationAndClientHasItsWords() {
        assertThat(Checks.all()).allSatisfy(check -> Stream.of("title", "holds", "detail", "cure")
                .forEach(part -> assertThat(texts.has("check." + check.rule().id() + "." + part))
                        .as(check.rule().id() + "." + part).isTrue()));
        assertThat(Checks.all()).as("where it is cured").allSatisfy(check -> assertThat(
                texts.has("place." + check.rule().id().substring(0, check.rule().id().indexOf('-')))).isTrue());
        assertThat(Station.values()).allSatisfy(station -> assertThat(texts.has("station." + station.id())).isTrue());
        assertThat(Clients.ids()).allSatisfy(id -> assertThat(texts.has("client." + id + ".name")).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEALTHY", "BLANK"})
    void everythingThatARunSaysHasItsWords(Start start) throws IOException {
        var report = Examination.once(Options.of(start), UnaryOperator.identity(), true);
        var missing = new HashSet<String>();
        for (var finding : report.findings()) {
            keys(finding.verdict()).filter(key -> !texts.has(key)).forEach(missing::add);
            tried(finding).filter(key -> !texts.has(key)).forEach(missing::add);
            if (finding.verdict() instanceof Verdict.Broken broken)
                assertThat(texts.get("check." + finding.rule().id() + ".detail", broken.values())
                        + texts.get("check." + finding.rule().id() + ".cure", broken.values())).doesNotContain("{");
        }
        assertThat(missing).isEqualTo(Set.of());
    }

    /** What was tried on the server is evidence in codes, each with its words; but a tool is called by its own name. */
    private static Stream<String> tried(Report.Finding finding) {
        if (finding.rule().station() != Station.VALIDATION || finding.rule().id().contains("scope")
                || !(finding.verdict() instanceof Verdict.Holds(var evidence)))
            return Stream.of();
        return evidence.facts().stream().filter(fact -> fact.label().equals("sent"))
                .flatMap(fact -> Stream.of(fact.value().split(", ")))
                .map(code -> "trial." + code.toLowerCase(Locale.ROOT));
    }

    private static Stream<String> keys(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds(var evidence) -> labels(evidence);
            case Verdict.Broken broken -> labels(broken.evidence());
            case Verdict.Blocked(var missing) -> Stream.of("missing." + missing);
            case Verdict.NotTestableFromHere(var reason) -> Stream.of("untestable." + reason);
            case Verdict.NotApplicable(var reason) -> Stream.of("inapplicable." + reason);
        };
    }

    private static Stream<String> labels(Verdict.Evidence evidence) {
        return evidence.facts().stream().map(fact -> "evidence." + fact.label());
    }
}

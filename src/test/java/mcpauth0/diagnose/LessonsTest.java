package mcpauth0.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import org.junit.jupiter.api.Test;

/** What is practised on: one pair gets each lesson's fault in turn, and loses it again. */
class LessonsTest {

    @Test
    void eachLessonShowsAsItsCheckAndIsGoneAfterwards() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY))) {
            for (var lesson : PracticePair.LESSONS) {
                examination.pair().behave(Set.of(lesson));
                assertThat(causes(examination.run(examination.everything()))).as(lesson).contains(lesson);
            }
            examination.pair().behave(Set.of());
            assertThat(causes(examination.run(examination.everything()))).isEmpty();
        }
    }

    private static List<String> causes(Report report) {
        return report.causes().stream().filter(finding -> ((Verdict.Broken) finding.verdict())
                .severity() != Rule.Severity.INFO).map(finding -> finding.rule().id()).toList();
    }
}

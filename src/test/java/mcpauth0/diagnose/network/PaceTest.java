package mcpauth0.diagnose.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Sights;
import mcpauth0.diagnose.Verdict;
import mcpauth0.http.Answer;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import mcpauth0.http.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void threeSecondsAreEnoughAndTenAreTooMany() {
        assertThat(judged(took(2_900), null)).isInstanceOf(Verdict.Holds.class);
        assertThat(judged(took(3_100), took(3_000))).isInstanceOfSatisfying(Verdict.Broken.class,
                broken -> assertThat(broken.severity()).isEqualTo(Severity.WARNING));
        assertThat(judged(took(10_000), took(50))).isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
            assertThat(broken.severity()).isEqualTo(Severity.ERROR);
            assertThat(broken.values()).contains("10.0", "0.1");
            assertThat(broken.evidence().facts()).extracting(Verdict.Fact::label).contains("first-try", "second-try");
        });
    }

    @Test
    void aServerThatAnswersOnlyTheSecondTimeWasAsleepAndOneThatNeverDoesIsNotSlow() {
        assertThat(judged(silent(), took(80))).isInstanceOfSatisfying(Verdict.Broken.class,
                broken -> assertThat(broken.severity()).isEqualTo(Severity.ERROR));
        assertThat(judged(silent(), silent())).isEqualTo(new Verdict.Blocked("connection"));
    }

    private static Verdict judged(Exchange first, @Nullable Exchange again) {
        return Sights.at(Instant.EPOCH).with(PaceProbe.PACE, new Pace(List.of(new Pace.Lap(took(20), null),
                new Pace.Lap(first, again)))).judge(new AnswersComeInTime());
    }

    private static Exchange took(long millis) {
        return new Exchange(1, Instant.EPOCH, Request.of("POST", "https://mcp.example.com/mcp"),
                new Answer(401, "h2", List.of(), new byte[0], false), null,
                new Exchange.Timing(0, 0, 0, millis, millis), null, null);
    }

    private static Exchange silent() {
        return new Exchange(1, Instant.EPOCH, Request.of("POST", "https://mcp.example.com/mcp"), null,
                new Failure.TimedOut("mcp.example.com", Duration.ofSeconds(10)),
                new Exchange.Timing(0, 0, 0, 0, 10_000), null, null);
    }
}

package mcpauth0.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import mcpauth0.setup.Secret;
import org.junit.jupiter.api.Test;

class AgedTokensTest {

    private static final Instant END = Instant.parse("2026-09-01T12:00:00Z");

    private final AgedTokens aged = AgedTokens.inMemory();

    @Test
    void aTokenWaitsUntilItIsSurelyStaleAndIsGivenOnce() {
        aged.keep("https://a/mcp", Secret.of("first"), END);
        assertThat(aged.take("https://a/mcp", END.plus(AgedTokens.STALE).minusSeconds(1))).isEmpty();
        assertThat(aged.take("https://b/mcp", END.plus(AgedTokens.STALE))).isEmpty();
        assertThat(aged.take("https://a/mcp", END.plus(AgedTokens.STALE)).map(Secret::reveal)).contains("first");
        assertThat(aged.take("https://a/mcp", END.plus(AgedTokens.STALE))).isEmpty();
    }

    @Test
    void aYoungerOneDoesNotTakeThePlaceOfOneThatWaits() {
        aged.keep("https://a/mcp", Secret.of("first"), END);
        aged.keep("https://a/mcp", Secret.of("second"), END.plusSeconds(3600));
        assertThat(aged.take("https://a/mcp", END.plus(AgedTokens.STALE)).map(Secret::reveal)).contains("first");
    }

    @Test
    void afterAWeekItIsForgotten() {
        aged.keep("https://a/mcp", Secret.of("first"), END);
        assertThat(aged.take("https://a/mcp", END.plus(AgedTokens.FORGOTTEN).plus(Duration.ofSeconds(1)))).isEmpty();
    }
}

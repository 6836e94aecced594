package mcpauth0.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The limits of Auth0's free plan. */
class FreePlanTest {

    private static final class HandClock extends Clock {
        private Instant now = Instant.ofEpochSecond(1_800_000_000L);

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void bucketLetsTwoThroughAtOnceAndTwoEverySecond() {
        var clock = new HandClock();
        var limit = new RateLimit(2, clock);
        assertThat(limit.take().allowed()).isTrue();
        assertThat(limit.take()).isEqualTo(new RateLimit.Turn(true, 2, 0, clock.now.getEpochSecond() + 1));
        var refused = limit.take();
        assertThat(refused.allowed()).isFalse();
        clock.now = Instant.ofEpochSecond(refused.reset());
        assertThat(limit.take().allowed()).isTrue();
    }

    @Test
    void thirdRequestAtOnceIsRefusedAndSaysUntilWhen() throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK).onFreePlan())) {
            var wire = new Wire(pair);
            var refused = IntStream.range(0, 100).mapToObj(n -> wire.api("GET", "tenants/settings", ""))
                    .filter(answer -> answer.status() == 429).findFirst().orElseThrow();
            assertThat(refused.json().path("message").asText()).isEqualTo("Global limit has been reached");
            assertThat(refused.json().path("errorCode").asText()).isEqualTo("too_many_requests");
            assertThat(refused.header("x-ratelimit-remaining")).isEqualTo("0");
            assertThat(refused.header("x-ratelimit-reset")).isNotEmpty();
        }
    }

    @Test
    void eleventhApplicationIsRefused() throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY).onFreePlan())) {
            var wire = new Wire(pair);
            var body = "{\"redirect_uris\":[\"http://127.0.0.1:1/\"]}";
            var refused = IntStream.range(0, 11).mapToObj(n -> wire.postJson("/oidc/register", body))
                    .filter(answer -> answer.status() != 201).findFirst().orElseThrow();
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().path("errorCode").asText()).isEqualTo("too_many_entities");
            assertThat(pair.tenant().state().path("clients").size()).isEqualTo(11);
        }
    }
}

package mcpauth0.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
            var refused = Stream.generate(() -> wire.postJson("/oidc/register", body))
                    .filter(answer -> answer.status() != 201 && answer.status() != 429).findFirst().orElseThrow();
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().path("errorCode").asText()).isEqualTo("too_many_entities");
            assertThat(pair.tenant().state().path("clients").size()).isEqualTo(11);
        }
    }

    @Test
    void registrationIsOpenFiveTimesASecond() throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK).onFreePlan())) {
            var wire = new Wire(pair);
            var refused = Stream.generate(() -> wire.postJson("/oidc/register", "{}")).limit(200)
                    .filter(answer -> answer.status() == 429).findFirst().orElseThrow();
            assertThat(refused.json().path("message").asText()).startsWith("Too many requests. Check the X-RateLimit");
            assertThat(refused.header("x-ratelimit-limit")).isEqualTo("5");
        }
    }

    @Test
    void eleventhApiTheThirdSocialConnectionAndTheHundredAndFirstGrantAreRefused() throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK).onFreePlan())) {
            var tenant = pair.tenant();
            for (var n = 0; n < 10; n++)
                tenant.dashboard("Lin Chen", "POST", "resource-servers", "{\"identifier\":\"urn:" + n + "\"}");
            refused(tenant, "resource-servers", "{\"identifier\":\"urn:10\"}");
            tenant.dashboard("Lin Chen", "POST", "connections", "{\"name\":\"github\",\"strategy\":\"github\"}");
            refused(tenant, "connections", "{\"name\":\"linkedin\",\"strategy\":\"linkedin\"}");
            tenant.dashboard("Lin Chen", "POST", "connections", "{\"name\":\"people\",\"strategy\":\"auth0\"}");
            tenant.change(state -> {
                while (state.grants().size() < 100)
                    state.grants().add(Shapes.clientGrant(new Ids(), "c" + state.grants().size(), "urn:0",
                            SubjectType.CLIENT, List.of()));
            });
            refused(tenant, "client-grants", "{\"default_for\":\"third_party_clients\",\"audience\":\"urn:0\"}");
        }
    }

    private static void refused(PracticeTenant tenant, String path, String json) {
        assertThatThrownBy(() -> tenant.dashboard("Lin Chen", "POST", path, json))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("too_many_entities");
    }
}

package mcpauth0.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import mcpauth0.http.Trust;
import mcpauth0.setup.Setup;
import org.junit.jupiter.api.Test;

class PracticePairTest {

    @Test
    void pairsRunSideBySideAndShareNothing() throws Exception {
        try (var one = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY));
                var two = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK))) {
            assertThat(one.domain()).isNotEqualTo(two.domain());
            assertThat(new Wire(one).postJson("/oidc/register", "{\"redirect_uris\":[\"https://x.example/\"]}")
                    .status()).isEqualTo(201);
            assertThat(new Wire(two).postJson("/oidc/register", "{\"redirect_uris\":[\"https://x.example/\"]}")
                    .status()).isEqualTo(400);
            assertThat(new Wire(two).get("/api/v2/clients", "Authorization", "Bearer " + one.managementToken())
                    .status()).isEqualTo(401);
            assertThat(one.authority()).isNotEqualTo(two.authority());
        }
    }

    @Test
    void authoritysFileGoesAwayWithThePair() throws Exception {
        var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK));
        assertThat(pair.caFile()).isAbsolute();
        assertThat(Trust.read(pair.caFile())).containsExactly(pair.authority());
        assertThat(Files.readString(pair.caFile())).doesNotContain("PRIVATE");
        pair.close();
        assertThat(pair.caFile()).doesNotExist();
    }

    @Test
    void answersFromAfarAreLateAndWaitForNoOther() throws Exception {
        var distance = Duration.ofSeconds(1);
        var many = 12;
        var options = PracticePair.Options.of(PracticePair.Start.BLANK).atDistance(distance);
        try (var pair = PracticePair.start(options); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tenant = new Wire(pair);
            var server = tenant.at(pair.mcpUrl().replaceFirst("/mcp$", ""));
            var began = System.nanoTime();
            var sent = IntStream.range(0, many).mapToObj(n -> threads.submit(() -> n % 2 == 0
                    ? tenant.get("/.well-known/openid-configuration").status()
                    : server.get("/mcp").status())).toList();
            for (var n = 0; n < many; n++)
                assertThat(sent.get(n).get()).isEqualTo(n % 2 == 0 ? 200 : 401);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(distance,
                    distance.multipliedBy(many / 2));
        }
    }

    @Test
    void takenPortIsAnError() throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK))) {
            var taken = Integer.parseInt(pair.domain().substring("localhost:".length()));
            assertThatThrownBy(() -> PracticePair
                    .start(PracticePair.Options.of(PracticePair.Start.BLANK).withPorts(taken, 0))
                    .close())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void healthyTenantHasTheScopesOfAnEmptySetUp() throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY))) {
            var api = new Wire(pair).api("GET", "resource-servers/" + Wire.encode(pair.mcpUrl()), "").json();
            assertThat(api.path("scopes").findValuesAsText("value"))
                    .containsAll(Setup.empty().api().scopeValues());
        }
    }

    @Test
    void stateReadsTheSameUntilSomebodyWrites() throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK))) {
            var before = pair.tenant().state().toString();
            var wire = new Wire(pair);
            wire.api("GET", "clients", "");
            assertThat(pair.tenant().state().toString()).isEqualTo(before).doesNotContain(pair.clientSecret());
            wire.api("PATCH", "tenants/settings", "{\"friendly_name\":\"x\"}");
            assertThat(pair.tenant().state().toString()).isNotEqualTo(before);
        }
    }

    @Test
    void accidentsHappenOnceAndOnlyToTheChosenRequest() throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK))) {
            var wire = new Wire(pair);
            var tenant = pair.tenant();
            tenant.failNext(seen -> seen.method().equals("PATCH"), 503);
            assertThat(wire.api("GET", "tenants/settings", "").status()).isEqualTo(200);
            assertThat(wire.api("PATCH", "tenants/settings", "{\"friendly_name\":\"x\"}").status()).isEqualTo(503);
            assertThat(tenant.state().path("settings").path("friendly_name").asText()).isNotEqualTo("x");
            assertThat(wire.api("PATCH", "tenants/settings", "{\"friendly_name\":\"x\"}").status()).isEqualTo(200);

            tenant.dropNext(seen -> seen.path().endsWith("/resource-servers"));
            assertThatThrownBy(() -> wire.api("POST", "resource-servers", "{\"identifier\":\"urn:a\"}"))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(wire.api("GET", "resource-servers/urn:a", "").status()).isEqualTo(404);
            tenant.loseAnswer(seen -> seen.path().endsWith("/resource-servers"));
            assertThatThrownBy(() -> wire.api("POST", "resource-servers", "{\"identifier\":\"urn:a\"}"))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(wire.api("GET", "resource-servers/urn:a", "").status()).isEqualTo(200);
        }
    }

    @Test
    void editByHandShowsAtOnceAndIsNoRequest() throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK))) {
            pair.tenant().change(state -> state.settings().put("default_audience", "urn:other"));
            assertThat(pair.tenant().requests()).isEmpty();
            assertThat(new Wire(pair).api("GET", "tenants/settings", "").json().path("default_audience").asText())
                    .isEqualTo("urn:other");
        }
    }

    @Test
    void startingTakesWellUnderASecondOnceTheMachineIsWarm() throws Exception {
        PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY)).close();
        var begun = System.nanoTime();
        PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY)).close();
        assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(1000);
    }
}

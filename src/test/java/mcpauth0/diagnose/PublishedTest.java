package mcpauth0.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Proxies;
import mcpauth0.http.Surroundings;
import mcpauth0.http.Trust;
import mcpauth0.setup.McpUrl;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/** Servers that the world is meant to reach, in surroundings that differ a little from those of the practice. */
class PublishedTest {

    @Test
    void withoutConsentNobodyLearnsTheName() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY).asPublished())) {
            var report = examination.run(examination.options());
            assertThat(verdict(report, "net-split-horizon"))
                    .isEqualTo(new Verdict.NotTestableFromHere("needs-public-resolver"));
            assertThat(verdict(report, "net-host-not-public")).isInstanceOf(Verdict.Holds.class);
            assertThat(examination.pair().lookUps()).isEmpty();

            var agreed = examination.run(examination.options().withPublicResolver(true));
            assertThat(verdict(agreed, "net-split-horizon")).isInstanceOf(Verdict.Holds.class);
            assertThat(examination.pair().lookUps()).hasSize(2);
        }
    }

    @Test
    void aResolverThatTalksNonsenseIsNotBelieved() throws IOException {
        try (var resolver = new MockWebServer()) {
            resolver.enqueue(new MockResponse.Builder().body("<html>").build());
            resolver.enqueue(new MockResponse.Builder().body("<html>").build());
            resolver.start();
            var report = run(Options.of(Start.HEALTHY).asPublished(), said -> said.replaceFirst(
                    "\"publicResolver\" : \"[^\"]*\"",
                    "\"publicResolver\" : \"http://localhost:" + resolver.getPort() + "/dns-query\""));
            assertThat(verdict(report, "net-split-horizon")).isEqualTo(new Verdict.Blocked("public-resolver"));
            assertThat(verdict(report, "net-ipv6-only")).isInstanceOf(Verdict.Holds.class);
        }
    }

    @Test
    void tokensUnderOtherNamesGoToTheServerAlone() throws IOException {
        var report = Examination.once(Options.of(Start.HEALTHY).asPublished(), UnaryOperator.identity(), true);
        assertThat(report.exchanges())
                .filteredOn(exchange -> "Claude-User".equals(exchange.request().header("User-Agent"))
                        && exchange.request().header("Authorization") != null)
                .extracting(exchange -> exchange.request().url()).containsExactly("https://mcp.practice.example/mcp");
    }

    @Test
    void aServerForThisMachineIsNotCalledUnderOtherNames() throws IOException {
        var report = Examination.once(Options.of(Start.HEALTHY), UnaryOperator.identity(), false);
        assertThat(report.exchanges()).allSatisfy(
                exchange -> assertThat(exchange.request().header("User-Agent")).isNull());
    }

    /** The certificate begins in 30 days; a server that says it is later already makes the clock here the suspect. */
    @Test
    void aClockThatIsWrongHereIsNotTheCertificatesFault() throws IOException {
        try (var plain = new MockWebServer()) {
            plain.start();
            var way = "\"192.31.196.1:80\" : \"127.0.0.1:" + plain.getPort() + "\", \"192.31.196.1:443\"";
            plain.enqueue(new MockResponse.Builder().code(301).setHeader("Date", "Fri, 01 Jan 2100 00:00:00 GMT")
                    .setHeader("Location", "https://mcp.practice.example/").build());
            var late = run(Options.of(Start.HEALTHY).asPublished().withFaults("tls-not-yet-valid"),
                    said -> said.replace("\"192.31.196.1:443\"", way));
            // In the year 2100 it has run out, but it has begun.
            assertThat(verdict(late, "tls-not-yet-valid")).isEqualTo(new Verdict.Blocked("clock-agreement"));
            assertThat(plain.getRequestCount()).isEqualTo(1);

            plain.enqueue(new MockResponse.Builder().code(404).setHeader("Date", "Thu, 01 Jan 2026 00:00:00 GMT")
                    .build());
            var agreed = run(Options.of(Start.HEALTHY).asPublished().withFaults("tls-not-yet-valid"),
                    said -> said.replace("\"192.31.196.1:443\"", way));
            assertThat(verdict(agreed, "tls-not-yet-valid")).isInstanceOf(Verdict.Broken.class);
        }
    }

    /** Otherwise a server's certificate could make the program call any address of the network that it runs in. */
    @Test
    void noIssuerIsFetchedFromAPrivateAddress() throws IOException {
        try (var inside = new MockWebServer()) {
            inside.start();
            var report = run(Options.of(Start.HEALTHY).withFaults("tls-chain-incomplete"),
                    said -> said.replace("192.31.196.2:80", "10.0.0.1:80").replace("192.31.196.2", "10.0.0.1")
                            .replaceFirst("(\"10.0.0.1:80\" : \"127.0.0.1:)[0-9]+", "$1" + inside.getPort()));
            assertThat(inside.getRequestCount()).isZero();
            assertThat(verdict(report, "tls-chain-incomplete")).isEqualTo(new Verdict.Blocked("issuer-certificate"));
            assertThat(verdict(report, "tls-untrusted-ca")).isInstanceOf(Verdict.Broken.class);
        }
    }

    @Test
    void theIssuersAddressIsAskedOnceAndNotFollowed() throws IOException {
        try (var elsewhere = new MockWebServer()) {
            elsewhere.start();
            elsewhere.enqueue(new MockResponse.Builder().code(302)
                    .setHeader("Location", "http://localhost:" + elsewhere.getPort() + "/other").build());
            var report = run(Options.of(Start.HEALTHY).withFaults("tls-chain-incomplete"), said -> said
                    .replaceFirst("(\"192.31.196.2:80\" : \"127.0.0.1:)[0-9]+", "$1" + elsewhere.getPort()));
            assertThat(elsewhere.getRequestCount()).isEqualTo(1);
            assertThat(verdict(report, "tls-chain-incomplete")).isEqualTo(new Verdict.Blocked("issuer-certificate"));
        }
    }

    private static Report run(Options options, UnaryOperator<String> surroundings) throws IOException {
        try (var pair = PracticePair.start(options)) {
            var file = pair.surroundings();
            if (file == null)
                throw new AssertionError("no surroundings");
            var said = Files.readString(file);
            var other = surroundings.apply(said);
            assertThat(other).isNotEqualTo(said);
            var plain = new Network(Trust.only(List.of(pair.authority())), Network.Resolver.SYSTEM, Proxies.none(),
                    Clock.systemUTC());
            try (var http = new Http(Surroundings.of(other).orElseThrow().in(plain))) {
                return new Checkup(http).run(
                        CheckOptions.of(McpUrl.parse(pair.mcpUrl()).orThrow()).withPublicResolver(true),
                        Checkup.Watcher.SILENT);
            }
        }
    }

    private static Verdict verdict(Report report, String id) {
        return report.findings().stream().filter(finding -> finding.rule().id().equals(id)).findFirst().orElseThrow()
                .verdict();
    }
}

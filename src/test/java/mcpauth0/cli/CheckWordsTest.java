package mcpauth0.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import mcpauth0.demo.PracticePair;
import mcpauth0.http.Json;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole checks, as a script would run them. */
class CheckWordsTest {

    @TempDir
    Path folder;

    private Spoken check(PracticePair pair, String... more) throws IOException {
        var token = folder.resolve("token");
        Files.writeString(token, pair.managementToken());
        var words = new ArrayList<>(List.of("check", pair.mcpUrl(), "--ca", pair.caFile().toString(), "--report",
                folder.resolve("r.json").toString()));
        for (var word : more)
            words.add(word.equals("TOKEN") ? token.toString() : word);
        return Spoken.words(folder.resolve("home"), words.toArray(String[]::new));
    }

    private JsonNode report() throws IOException {
        return Json.parse(Files.readString(folder.resolve("r.json"))).orElseThrow();
    }

    private static List<String> ids(JsonNode report, String verdict) {
        return StreamSupport.stream(report.path("checks").spliterator(), false)
                .filter(check -> check.path("verdict").asText().equals(verdict))
                .map(check -> check.path("id").asText()).toList();
    }

    @Test
    void theHealthyPairIsHealthy() throws IOException {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY))) {
            var spoken = check(pair, "--login", "practice", "--deep", "--tenant", pair.domain(), "--tenant-ca",
                    pair.caFile().toString(), "--management-token-file", "TOKEN");

            assertThat(spoken.code()).as(spoken.out() + spoken.err()).isZero();
            assertThat(spoken.out()).contains("Healthy");
            assertThat(report().path("verdict").asText()).isEqualTo("healthy");
            assertThat(ids(report(), "broken")).isEmpty();
            assertThat(ids(report(), "blocked")).isEmpty();
            assertThat(ids(report(), "holds")).hasSizeGreaterThanOrEqualTo(20).contains("rs-accepts-wrong-audience",
                    "rs-accepts-tampered-signature", "rs-rejects-valid-token", "prm-resource-mismatch");
            assertThat(pair.tenant().state().path("apis").toString()).doesNotContain(".invalid");
            assertThat(Files.readString(folder.resolve("r.json"))).doesNotContain(pair.managementToken(),
                    pair.clientSecret());
            theSchemaHolds();
        }
    }

    private void theSchemaHolds() throws IOException {
        try (var in = CheckWordsTest.class.getResourceAsStream("/mcpauth0/export/report.schema.json")) {
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            assertThat(schema.validate(Files.readString(folder.resolve("r.json")), InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void theBlankPairLacksEveryStepOnceInTheOrderOfApplying() throws IOException {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK))) {
            var spoken = check(pair, "--login", "practice", "--deep", "--tenant", pair.domain(), "--tenant-ca",
                    pair.caFile().toString(), "--management-token-file", "TOKEN");

            assertThat(spoken.code()).as(spoken.err()).isEqualTo(1);
            assertThat(StreamSupport.stream(report().path("checks").spliterator(), false)
                    .map(check -> check.path("remedy").path("step")).filter(JsonNode::isTextual).map(JsonNode::asText))
                    .containsExactly("create-api", "grant-third-party-clients", "understand-resource",
                            "promote-connections", "open-registration");
        }
    }

    @Test
    void withoutTheTenantTheBlankPairLacksRegistration() throws IOException {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK))) {
            var spoken = check(pair, "--login", "practice");

            assertThat(spoken.code()).isEqualTo(1);
            assertThat(ids(report(), "broken")).contains("reg-dcr-disabled");
        }
    }

    @Test
    void aTenantThatCannotBeReachedLeavesTheReportAndADoubt() throws IOException {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY))) {
            var spoken = check(pair, "--tenant", pair.domain(), "--management-token-file", "TOKEN");

            assertThat(spoken.code()).isEqualTo(3);
            assertThat(spoken.err()).contains("not trusted");
            assertThat(report().path("verdict").asText()).isEqualTo("healthy");
        }
    }

    @Test
    void whatCannotBeReachedIsBroken() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        broken("https://localhost:" + port + "/mcp", "net-unreachable");
        broken("https://nowhere.invalid/mcp", "net-dns-nxdomain");
    }

    @Test
    void aServerThatIsNoMcpServerIsBroken() throws IOException {
        try (var server = new MockWebServer()) {
            server.setDispatcher(new mockwebserver3.Dispatcher() {
                @Override
                public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
                    return new MockResponse.Builder().code(404).body("nothing here").build();
                }
            });
            server.start();
            broken(server.url("/mcp").toString(), "transport-endpoint-not-found");
            broken("http://plain.example:" + server.getPort() + "/mcp", "tls-plain-http");
        }
    }

    private void broken(String url, String id) throws IOException {
        var names = Files.writeString(folder.resolve("names.json"),
                "{\"resolve\": {\"plain.example\": [\"127.0.0.1\"], \"nowhere.invalid\": []}}");
        var spoken = Spoken.words(folder.resolve("home"), "check", url, "--timeout", "5", "--surroundings",
                names.toString(), "--report", folder.resolve("r.json").toString());

        assertThat(spoken.code()).as(url + "\n" + spoken.out() + spoken.err()).isEqualTo(1);
        assertThat(ids(report(), "broken")).as(url).contains(id);
        assertThat(spoken.err()).isEmpty();
        assertThat(spoken.out()).contains(id, "What to do:");
    }

    @Test
    void manyServersAreCheckedWithAReportALine() throws IOException {
        var together = ManyTargets.TOGETHER;
        try (var good = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY));
                var bad = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY)
                        .withFaults("prm-resource-mismatch"))) {
            var both = Files.writeString(folder.resolve("both.pem"),
                    Files.readString(good.caFile()) + Files.readString(bad.caFile()));
            var lines = new ArrayList<String>();
            lines.add("# ours");
            for (var i = 0; i <= together; i++)
                lines.add(good.mcpUrl());
            lines.add("");
            lines.add(bad.mcpUrl());
            var file = Files.write(folder.resolve("targets"), lines);

            var spoken = Spoken.words(folder.resolve("home"), "check", "--targets", file.toString(), "--ca",
                    both.toString(), "--report", folder.resolve("r.jsonl").toString());

            assertThat(spoken.code()).as(spoken.out() + spoken.err()).isEqualTo(1);
            var reports = Files.readAllLines(folder.resolve("r.jsonl")).stream()
                    .map(line -> Json.parse(line).orElseThrow()).toList();
            assertThat(reports).hasSize(together + 2);
            assertThat(reports).filteredOn(report -> report.path("verdict").asText().equals("broken"))
                    .singleElement().satisfies(report -> {
                        assertThat(report.path("target").path("url").asText()).isEqualTo(bad.mcpUrl());
                        assertThat(ids(report, "broken")).contains("prm-resource-mismatch");
                    });
            assertThat(spoken.out()).contains(bad.mcpUrl() + "  prm-resource-mismatch",
                    together + 2 + " servers checked: 1 broken, 0 inconclusive.");
        }
    }

    @Test
    void aFileOfTargetsIsReadBeforeAnythingIsAsked() throws IOException {
        var file = Files.writeString(folder.resolve("targets"), "https://one.invalid/mcp\n\nnot an address\n");
        var spoken = Spoken.words(folder.resolve("home"), "check", "--targets", file.toString());
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).contains("line 3");
        assertThat(spoken.out()).isEmpty();
        assertThat(Spoken.words(folder.resolve("home"), "check", "https://one.invalid/mcp", "--targets",
                file.toString()).code()).isEqualTo(2);
        assertThat(Spoken.words(folder.resolve("home"), "check", "--targets", file.toString(), "--login", "browser")
                .code()).isEqualTo(2);
        assertThat(Spoken.words(folder.resolve("home"), "check").code()).isEqualTo(2);
    }
}

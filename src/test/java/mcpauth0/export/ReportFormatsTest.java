package mcpauth0.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import mcpauth0.diagnose.Checks;
import mcpauth0.diagnose.Remedy;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Spelling;
import mcpauth0.diagnose.Verdict;
import mcpauth0.export.report.JsonReport;
import mcpauth0.export.report.Seal;
import mcpauth0.export.report.TextReport;
import mcpauth0.http.Answer;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import mcpauth0.http.Header;
import mcpauth0.http.Json;
import mcpauth0.http.Request;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Setup;
import mcpauth0.setup.SetupFile;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;

class ReportFormatsTest {

    private static final String MARK = "MARKED-SECRET";
    private static final String TOKEN = part("{\"alg\":\"RS256\"}") + "."
            + part("{\"iss\":\"https://issuer.example/\"}")
            + "." + part(MARK);

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One finding of each verdict, an exchange with secrets in every place, one that failed. */
    private static Report report() {
        var rules = Checks.all().stream().map(check -> check.rule()).toList();
        var evidence = new Verdict.Evidence(List.of(), List.of(1));
        var findings = List.of(finding(rules.get(0), new Verdict.Holds(evidence)),
                finding(rules.get(1), new Verdict.Broken(evidence, new Remedy.RunStep("create-api"),
                        Rule.Severity.ERROR, List.of("a", "b", "c", "d"))),
                finding(rules.get(2), new Verdict.Broken(evidence,
                        new Remedy.Advice("check." + rules.get(2).id() + ".cure", List.of("a", "b", "c")),
                        Rule.Severity.WARNING, List.of("a\u001b[2J", "b", "c", "d"))));
        var request = Request.post("https://server.example/mcp?code=" + MARK, "application/json", "{\"password\":\""
                + MARK + "\"}").bearer(TOKEN).with("Cookie", MARK);
        var answer = new Answer(200, "h2", List.of(new Header("Set-Cookie", MARK)),
                ("{\"access_token\":\"" + TOKEN + "\",\"refresh_token\":\"" + MARK + "\"}")
                        .getBytes(StandardCharsets.UTF_8),
                false);
        var timing = new Exchange.Timing(1, 2, 3, 4, 10);
        var exchanges = List.of(
                new Exchange(1, Instant.EPOCH, request, answer, null, timing,
                        new Exchange.Tls("TLSv1.3", "TLS_AES_128_GCM_SHA256", List.of()), "127.0.0.1"),
                new Exchange(2, Instant.EPOCH, Request.get("https://server.example/"), null,
                        new Failure.TimedOut("server.example", Duration.ofSeconds(1)), timing, null, null));
        return new Report(McpUrl.parse("https://server.example/mcp").orThrow(), Instant.EPOCH, Duration.ofSeconds(2),
                findings, List.of(new Report.Prediction("claude", "fails", rules.get(1).id())),
                List.of(new Spelling("typed", "https://server.example/mcp", -1),
                        new Spelling("metadata", "https://server.example/mcp/", 26)),
                exchanges);
    }

    private static Report.Finding finding(Rule rule, Verdict verdict) {
        return new Report.Finding(rule, verdict, null);
    }

    private static Schema schema(String path) throws IOException {
        try (var in = ReportFormatsTest.class.getResourceAsStream(path)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }

    @Test
    void theJsonReportIsWhatItsSchemaSays() throws IOException {
        var json = new JsonReport(Seal.NONE).write(report(), Texts.english());

        assertThat(schema("/mcpauth0/export/report.schema.json").validate(json, InputFormat.JSON)).isEmpty();
        assertThat(schema("/mcpauth0/export/report.schema.json").validate(json.replace("\"holds\"", "\"fine\""),
                InputFormat.JSON)).isNotEmpty();
        var root = Json.parse(json).orElseThrow();
        assertThat(root.path("verdict").asText()).isEqualTo("broken");
        assertThat(root.path("checks").get(1).path("remedy").path("step").asText()).isEqualTo("create-api");
        assertThat(root.path("exchanges").get(0).path("millis").path("wait").asInt()).isEqualTo(4);
    }

    @Test
    void tokensAreShownAsHeaderAndClaimsAlone() {
        var json = new JsonReport(Seal.NONE).write(report(), Texts.english());

        assertThat(json).doesNotContain(MARK, TOKEN, part(MARK));
        var tokens = Json.parse(json).orElseThrow().path("exchanges").get(0).path("request").path("tokens");
        assertThat(tokens.get(0).path("claims").path("iss").asText()).isEqualTo("https://issuer.example/");
    }

    @Test
    void theTextReportBeginsWithTheVerdictAndEscapesWhatServersSend() {
        var text = new TextReport().write(report(), Texts.english());

        assertThat(text.lines().skip(1).findFirst()).hasValueSatisfying(line -> assertThat(line).startsWith("Broken"));
        assertThat(text).contains("What to do:", "(create-api)").doesNotContain(MARK, "\u001b");
        assertThat(text.lines().filter(line -> line.length() > 100)).isEmpty();
    }

    @Test
    void theSetUpFileIsWhatItsSchemaSays() throws IOException {
        var schema = schema("/mcpauth0/setup/setup.schema.json");
        var full = Setup.empty().withServer(McpUrl.parse("https://server.example/mcp").orThrow())
                .withConnections(List.of("google-oauth2"));

        assertThat(schema.validate(SetupFile.write(full), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(SetupFile.write(Setup.empty()), InputFormat.JSON)).isEmpty();
        for (var wrong : Set.of("{}", "{\"schema\":2}", "{\"schema\":1,\"server\":7}",
                "{\"schema\":1,\"api\":{\"scopes\":[]}}"))
            assertThat(schema.validate(wrong, InputFormat.JSON)).as(wrong).isNotEmpty();
    }
}

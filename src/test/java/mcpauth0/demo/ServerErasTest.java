package mcpauth0.demo;

import static mcpauth0.demo.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import mcpauth0.http.Json;
import mcpauth0.http.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The practice server speaks the protocol with the handshake and the one without. */
class ServerErasTest {

    private RunningServer server;
    private String token;

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.with();
        token = server.token();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    // With the handshake

    @ParameterizedTest
    @CsvSource({"2025-11-25,2025-11-25", "2025-06-18,2025-06-18", "1999-01-01,2025-11-25", "2026-07-28,2025-11-25"})
    void initializeSettlesTheVersion(String asked, String settled) {
        var answer = server
                .send(server.message("initialize", Json.object().put("protocolVersion", asked)).bearer(token));
        assertThat(answer.status()).isEqualTo(200);
        var result = json(answer).path("result");
        assertThat(result.path("protocolVersion").asText()).isEqualTo(settled);
        assertThat(result.path("capabilities").has("tools")).isTrue();
        assertThat(result.at("/serverInfo/name").asText()).isEqualTo("practice-mcp-server");
        assertThat(answer.header("Mcp-Session-Id")).matches("[\\x21-\\x7e]{32,}");
    }

    @Test
    void aSessionRunsFromBeginningToEnd() {
        var session = server.session(token);
        var ready = server.send(
                Request.post(server.url(), "application/json",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                        .bearer(token).with("Mcp-Session-Id", session));
        assertThat(ready.status()).isEqualTo(202);
        assertThat(ready.body()).isEmpty();
        assertThat(json(server.send(server.inSession(session, "ping", Json.object()).bearer(token))).path("result"))
                .isEmpty();
        var listed = json(server.send(server.inSession(session, "tools/list", Json.object()).bearer(token)));
        assertThat(listed.at("/result/tools").findValuesAsText("name")).containsExactly("today", "convert", "whoami");
        assertThat(listed.at("/result/tools/0/annotations/readOnlyHint").asBoolean()).isTrue();
        var called = json(server.send(
                server.inSession(session, "tools/call", Json.object().put("name", "whoami")).bearer(token)));
        assertThat(called.at("/result/structuredContent/subject").asText()).isEqualTo("auth0|ada");
        assertThat(called.at("/result/structuredContent/client").asText()).isEqualTo("tpc_1");
        assertThat(called.at("/result/structuredContent/scopes/0").asText()).isEqualTo("mcp:use");
        var end = Request.of("DELETE", server.url()).bearer(token).with("Mcp-Session-Id", session);
        assertThat(server.send(end).status()).isEqualTo(204);
        assertThat(server.send(end).status()).isEqualTo(404);
        assertThat(server.send(server.inSession(session, "ping", Json.object()).bearer(token)).status())
                .isEqualTo(404);
    }

    @Test
    void sessionsAreNeededUnknownOnesAreNotFoundAndNobodyUsesAnothersOne() {
        var ping = server.message("ping", Json.object()).bearer(token);
        assertThat(server.send(ping).status()).isEqualTo(400);
        assertThat(server.send(ping.with("Mcp-Session-Id", "unknown")).status()).isEqualTo(404);
        var stranger = server.token(claims -> claims.subject("auth0|eve"));
        assertThat(server.send(server.inSession(server.session(token), "ping", Json.object()).bearer(stranger))
                .status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "1999-01-01", "nonsense"})
    void refusesVersionsThatItDoesNotSpeak(String version) {
        var request = server.message("tools/list", Json.object()).bearer(token)
                .with("Mcp-Session-Id", server.session(token)).with("MCP-Protocol-Version", version);
        assertThat(server.send(request).status()).isEqualTo(400);
        assertThat(server.send(request.without("MCP-Protocol-Version")).status()).isEqualTo(200);
    }

    @Test
    void namesAnUnknownMethodInTheAnswer() {
        var answer = server.send(server.inSession(server.session(token), "magic", Json.object()).bearer(token));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(json(answer).at("/error/code").asInt()).isEqualTo(-32601);
    }

    // Without

    @Test
    void discoveryTellsWhatItCan() {
        var answer = server.send(server.modern("server/discover", Json.object()).bearer(token));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Mcp-Session-Id")).isNull();
        var result = json(answer).path("result");
        var versions = new ArrayList<String>();
        result.path("supportedVersions").forEach(version -> versions.add(version.asText()));
        assertThat(versions).containsExactly("2026-07-28", "2025-11-25", "2025-06-18");
        assertThat(result.path("resultType").asText()).isEqualTo("complete");
        assertThat(result.path("ttlMs").asInt()).isPositive();
        assertThat(result.path("cacheScope").asText()).isEqualTo("public");
        assertThat(result.path("_meta").path("io.modelcontextprotocol/serverInfo").path("name").asText())
                .isEqualTo("practice-mcp-server");
    }

    @Test
    void listsAndCallsWithoutASession() {
        var listed = json(server.send(server.modern("tools/list", Json.object()).bearer(token)));
        assertThat(listed.at("/result/tools")).hasSize(3);
        var arguments = Json.object().put("value", 26.2).put("from", "mi").put("to", "km");
        var called = json(server.send(server.modernCall("convert", arguments).bearer(token)));
        assertThat(called.at("/result/structuredContent/value").asDouble()).isEqualTo(42.164813);
        assertThat(called.at("/result/resultType").asText()).isEqualTo("complete");
        assertThat(called.at("/result/isError").asBoolean()).isFalse();
    }

    @Test
    void holdsHeadersAgainstTheBody() {
        var good = server.modern("tools/list", Json.object()).bearer(token);
        assertMismatch(good.without("Mcp-Method"));
        assertMismatch(good.without("Mcp-Method").with("Mcp-Method", "tools/call"));
        assertMismatch(good.without("MCP-Protocol-Version"));
        assertMismatch(good.without("MCP-Protocol-Version").with("MCP-Protocol-Version", "2025-11-25"));
        var call = server.modernCall("whoami", Json.object()).bearer(token).without("Mcp-Name");
        assertMismatch(call);
        assertMismatch(call.with("Mcp-Name", "today"));
        assertThat(server.send(call.with("Mcp-Name", "=?base64?d2hvYW1p?=")).status()).isEqualTo(200);
    }

    private void assertMismatch(Request request) {
        var answer = server.send(request);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer).at("/error/code").asInt()).isEqualTo(-32020);
    }

    @Test
    void namesTheVersionsThatItSpeaks() {
        var request = server.modern("server/discover", Json.object());
        var answer = server.send(request.withBody(request.bodyText().replace("2026-07-28", "2031-01-01")).bearer(token)
                .without("MCP-Protocol-Version").with("MCP-Protocol-Version", "2031-01-01"));
        assertThat(answer.status()).isEqualTo(400);
        var error = json(answer).path("error");
        assertThat(error.path("code").asInt()).isEqualTo(-32022);
        assertThat(error.at("/data/requested").asText()).isEqualTo("2031-01-01");
        assertThat(error.at("/data/supported/0").asText()).isEqualTo("2026-07-28");
    }

    @Test
    void wantsTheMetadataOfEachRequest() {
        var bare = server.message("tools/list", Json.object()).bearer(token).with("MCP-Protocol-Version", "2026-07-28")
                .with("Mcp-Method", "tools/list");
        var answer = server.send(bare);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer).at("/error/code").asInt()).isEqualTo(-32602);
    }

    @Test
    void anUnknownMethodIsNotFound() {
        var answer = server.send(server.modern("ping", Json.object()).bearer(token));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(json(answer).at("/error/code").asInt()).isEqualTo(-32601);
    }

    // Tools

    @Test
    void knowsTheDate() {
        var today = call("today", Json.object().put("timeZone", "Etc/UTC"));
        assertThat(LocalDate.parse(today.at("/structuredContent/date").asText()))
                .isBetween(LocalDate.now(ZoneOffset.UTC).minusDays(1), LocalDate.now(ZoneOffset.UTC));
        assertThat(today.at("/content/0/text").asText()).contains(today.at("/structuredContent/date").asText());
    }

    @ParameterizedTest
    @CsvSource({"100,C,F,212", "-40,F,C,-40", "0,K,C,-273.15", "1,lb,g,453.59237", "3,ft,in,36"})
    void convertsUnits(double value, String from, String to, double result) {
        assertThat(call("convert", Json.object().put("value", value).put("from", from).put("to", to))
                .at("/structuredContent/value").asDouble()).isEqualTo(result);
    }

    @Test
    void tellsTheModelWhatItCannotDo() {
        assertThat(call("today", Json.object().put("timeZone", "Middle/Earth")).path("isError").asBoolean()).isTrue();
        assertThat(call("convert", Json.object().put("value", 1).put("from", "m").put("to", "kg")).path("isError")
                .asBoolean()).isTrue();
        assertThat(call("convert", Json.object().put("value", 1).put("from", "m").put("to", "ell"))
                .at("/content/0/text").asText()).contains("There is no unit ell");
        var unknown = json(server.send(server.modernCall("fly", Json.object()).bearer(token)));
        assertThat(unknown.at("/error/code").asInt()).isEqualTo(-32602);
    }

    private JsonNode call(String tool, ObjectNode arguments) {
        return json(server.send(server.modernCall(tool, arguments).bearer(token))).path("result");
    }
}

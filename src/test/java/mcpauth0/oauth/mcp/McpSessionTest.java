package mcpauth0.oauth.mcp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.time.Duration;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import mcpauth0.http.Json;
import mcpauth0.oauth.Practice;
import mcpauth0.oauth.Script;
import mcpauth0.oauth.mcp.McpSession.Opening.Opened;
import mcpauth0.oauth.mcp.McpSession.Opening.Refused;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Speaking MCP in both eras. */
@Timeout(30)
class McpSessionTest {

    private static final Duration USUAL = Duration.ofSeconds(10);
    private static Practice practice;
    private static Secret token;

    @BeforeAll
    static void start() throws IOException {
        practice = new Practice(Options.of(Start.HEALTHY));
        token = practice.tokens().access().value();
    }

    @AfterAll
    static void stop() {
        practice.close();
    }

    @ParameterizedTest
    @EnumSource(Era.class)
    void aSessionListsToolsAndCallsOne(Era era) {
        var opening = McpSession.open(practice.http(), practice.server(), era, token, USUAL);
        assertThat(opening).isInstanceOf(Opened.class);
        var session = ((Opened) opening).session();
        assertThat(session.era()).isEqualTo(era);
        assertThat(session.id() == null).isEqualTo(era == Era.MODERN);
        if (era == Era.LEGACY)
            assertThat(requireNonNull(session.initialized()).status()).isEqualTo(202);
        var tools = session.tools();
        assertThat(tools.complete()).isTrue();
        assertThat(tools.tools()).isNotEmpty().allSatisfy(tool -> assertThat(tool.description()).isNotBlank());
        var readOnly = tools.tools().stream().filter(McpSession.Tool::readOnly)
                .filter(tool -> tool.raw().path("inputSchema").path("required").isEmpty()).findFirst().orElseThrow();
        assertThat(session.callTool(readOnly.name(), Json.object()).accepted()).isTrue();
        var end = session.end();
        assertThat(end == null).isEqualTo(era == Era.MODERN);
    }

    @ParameterizedTest
    @EnumSource(Era.class)
    void withoutATokenTheServersChallengeIsThere(Era era) {
        var refused = McpSession.open(practice.http(), practice.server(), era, null, USUAL);
        assertThat(refused).asInstanceOf(type(Refused.class)).satisfies(answer -> {
            assertThat(answer.answer().status()).isEqualTo(401);
            assertThat(answer.answer().challenges().resourceMetadata()).contains("/.well-known/");
            assertThat(answer.answer().challenges().oddities()).isEmpty();
        });
    }

    @Test
    void bothErasAreFound() {
        var eras = Eras.ask(practice.http(), practice.server(), token, USUAL);
        assertThat(eras.speaks(Era.MODERN)).isTrue();
        assertThat(eras.speaks(Era.LEGACY)).isTrue();
        assertThat(eras.preferred()).isEqualTo(Era.MODERN);
    }

    @Test
    void aModernServerIsKnownByItsRefusals() throws IOException {
        try (var script = new Script()) {
            script.on("/mcp", Script.json(400,
                    "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32022,\"message\":\"v\",\"data\":{}}}"));
            var eras = Eras.ask(script.http(), server(script), null, USUAL);
            assertThat(eras.speaks(Era.MODERN)).isTrue();
            assertThat(eras.speaks(Era.LEGACY)).isFalse();
            script.on("/mcp", Script.json(404, "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32601}}"));
            assertThat(Eras.ask(script.http(), server(script), null, USUAL).preferred()).isEqualTo(Era.LEGACY);
        }
    }

    @Test
    void anEventStreamThatNeverEndsIsLeftOnceTheResponseIsThere() throws IOException {
        try (var script = new Script()) {
            script.on("/mcp", new MockResponse.Builder().addHeader("Content-Type", "text/event-stream").body("""
                : hello
                id: 1
                data:

                data: {"jsonrpc":"2.0","method":"notifications/message","params":{}}

                event: message
                data: {"jsonrpc":"2.0","id":1,
                data: "result":{"protocolVersion":"2025-11-25"}}

                """).setHeader("Content-Length", "100000").onResponseEnd(SocketEffect.Stall.INSTANCE).build());
            var begun = System.nanoTime();
            var answer = McpCall.initialize(server(script)).within(USUAL).send(script.http());
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(answer.messages()).hasSize(2);
            assertThat(requireNonNull(answer.result()).path("protocolVersion").asText()).isEqualTo("2025-11-25");
        }
    }

    @Test
    void ofAStreamWithoutTheResponseRemainsWhatCameInTime() throws IOException {
        try (var script = new Script()) {
            script.on("/mcp", new MockResponse.Builder().addHeader("Content-Type", "text/event-stream")
                    .body("data: {\"jsonrpc\":\"2.0\",\"id\":99,\"result\":{}}\n\n")
                    .setHeader("Content-Length", "100000").onResponseEnd(SocketEffect.Stall.INSTANCE).build());
            var answer = McpCall.initialize(server(script)).within(Duration.ofMillis(400)).send(script.http());
            assertThat(requireNonNull(answer.exchange().answer()).truncated()).isTrue();
            assertThat(answer.messages()).hasSize(1);
            assertThat(answer.response()).isNull();
        }
    }

    @Test
    void modernCallsNameThemselvesInHeaders() throws IOException {
        try (var script = new Script()) {
            McpCall.callTool(server(script), Era.MODERN, "grüße", Json.object()).send(script.http());
            var sent = script.asked("/mcp").getFirst();
            assertThat(sent.getHeaders().get("MCP-Protocol-Version")).isEqualTo("2026-07-28");
            assertThat(sent.getHeaders().get("Mcp-Method")).isEqualTo("tools/call");
            assertThat(sent.getHeaders().get("Mcp-Name")).isEqualTo("=?base64?Z3LDvMOfZQ==?=");
            var meta = Json.parse(requireNonNull(sent.getBody()).utf8()).orElseThrow().path("params").path("_meta");
            assertThat(meta.path("io.modelcontextprotocol/protocolVersion").asText()).isEqualTo("2026-07-28");
            assertThat(meta.path("io.modelcontextprotocol/clientCapabilities").isObject()).isTrue();
        }
    }

    @Test
    void headersOfATestReplaceTheUsualOnes() throws IOException {
        try (var script = new Script()) {
            McpCall.listTools(server(script), Era.LEGACY).withToken(Secret.of("a")).withToken(Secret.of("b"))
                    .with("accept", "text/html").without("MCP-Protocol-Version").inSession("s").send(script.http());
            var headers = script.asked("/mcp").getFirst().getHeaders();
            assertThat(headers.values("Authorization")).containsExactly("Bearer b");
            assertThat(headers.values("Accept")).containsExactly("text/html");
            assertThat(headers.get("MCP-Protocol-Version")).isNull();
            assertThat(headers.get("Mcp-Session-Id")).isEqualTo("s");
        }
    }

    @Test
    void aTokenNeverFollowsARedirect() throws IOException {
        try (var script = new Script(); var other = new Script()) {
            script.on("/mcp", new MockResponse.Builder().code(307).addHeader("Location", other.url("/mcp")).build());
            var answer = McpCall.initialize(server(script)).withToken(Secret.of("precious")).send(script.http());
            assertThat(answer.status()).isEqualTo(307);
            assertThat(other.asked()).isEmpty();
            assertThat(answer.toString()).doesNotContain("precious");
        }
    }

    @Test
    void pagesOfToolsAreReadToTheEnd() throws IOException {
        try (var script = new Script()) {
            script.on("/mcp", request -> {
                var body = requireNonNull(request.getBody()).utf8();
                var id = Json.parse(body).orElseThrow().path("id").asInt();
                if (body.contains("initialize\""))
                    return Script.json(200, "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}");
                var next = body.contains("\"cursor\":\"2\"") ? "" : ",\"nextCursor\":\"2\"";
                return Script.json(200,
                        "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{\"tools\":[{\"name\":\"t" + id
                                + "\"},{\"nameless\":1}]" + next + "}}");
            });
            var session = ((Opened) McpSession.open(script.http(), server(script), Era.LEGACY, null, USUAL)).session();
            var tools = session.tools();
            assertThat(tools.tools()).hasSize(2);
            assertThat(tools.complete()).isTrue();
            assertThat(session.id()).isNull();
            assertThat(session.end()).isNull();
            script.on("/mcp", Script.json(200, "{\"jsonrpc\":\"2.0\",\"id\":77,\"result\":{\"tools\":[]}}"));
            assertThat(session.tools().complete()).isFalse();
        }
    }

    private static McpUrl server(Script script) {
        return McpUrl.parse(script.url("/mcp")).orThrow();
    }
}

package mcpauth0.oauth.mcp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import mcpauth0.http.Json;
import mcpauth0.oauth.Authorizer;
import mcpauth0.oauth.ClientStore;
import mcpauth0.oauth.LoopbackPorts;
import mcpauth0.oauth.Practice;
import mcpauth0.oauth.Reception;
import mcpauth0.oauth.Script;
import mcpauth0.oauth.Wishes;
import mcpauth0.oauth.agent.FollowingAgent;
import mcpauth0.oauth.agent.FormAgent;
import mcpauth0.oauth.mcp.McpSession.Opening.Opened;
import mcpauth0.oauth.mcp.McpSession.Opening.Refused;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client says after it is let in, and what it does when it is not. */
class ClientConversationTest {

    private static final Duration USUAL = Duration.ofSeconds(10);

    private final List<JsonNode> bodies = new ArrayList<>();
    private Script script;

    @BeforeEach
    void start() throws IOException {
        script = new Script();
    }

    @AfterEach
    void stop() {
        script.close();
    }

    /** Answers by the method of the message. */
    private void server(Function<JsonNode, MockResponse> answers) {
        script.on("/mcp", request -> {
            var body = body(request);
            bodies.add(body);
            return answers.apply(body);
        });
    }

    private static JsonNode body(RecordedRequest request) {
        return Json.parse(requireNonNull(request.getBody()).utf8()).orElseThrow();
    }

    private static MockResponse result(JsonNode asked, String result) {
        return Script.json(200, "{\"jsonrpc\":\"2.0\",\"id\":" + asked.path("id") + ",\"result\":" + result + "}");
    }

    private static MockResponse error(int status, JsonNode asked, String error) {
        return Script.json(status, "{\"jsonrpc\":\"2.0\",\"id\":" + asked.path("id") + ",\"error\":" + error + "}");
    }

    private McpSession.Opening open(Era first, Respondent respondent) {
        var server = McpUrl.parse(script.url("/mcp")).orThrow();
        var authorizer = new Authorizer(script.http(), server, Wishes.NONE,
                Reception.of(ClientStore.inMemory(), LoopbackPorts.free(), new FollowingAgent(script.http())));
        return McpSession.open(script.http(), server, first, authorizer, respondent, USUAL);
    }

    private McpSession opened(Respondent respondent) {
        return ((Opened) open(Era.MODERN, respondent)).session();
    }

    /** Says yes, and what it was asked. */
    private record Yes(List<String> asked) implements Respondent {

        @Override
        public ObjectNode capabilities() {
            return (ObjectNode) Json.parse("{\"elicitation\":{}}").orElseThrow();
        }

        @Override
        public Optional<ObjectNode> answer(String method, ObjectNode params) {
            asked.add(method + " " + params.path("message").asText());
            return method.startsWith("elicitation")
                    ? Optional.of(Json.object().put("action", "accept"))
                    : Optional.empty();
        }
    }

    @Test
    void whatTheServerAsksBackIsAnsweredInTheSameCallAndNoOther() {
        server(asked -> {
            if (!asked.path("method").asText().equals("tools/call"))
                return result(asked, "{}");
            var round = asked.path("params").path("requestState").asText("none");
            return switch (round) {
                case "none" -> result(asked, "{\"resultType\":\"input_required\",\"requestState\":\"{\\\"a\\\": 1}\","
                        + "\"inputRequests\":{\"q\":{\"method\":\"elicitation/create\",\"params\":{\"message\":\"Sure?\"}}}}");
                case "{\"a\": 1}" -> result(asked, "{\"resultType\":\"input_required\",\"requestState\":\"two\"}");
                default -> result(asked, "{\"content\":[]}");
            };
        });
        var yes = new Yes(new ArrayList<>());
        var session = opened(yes);
        assertThat(session.callTool("a", Json.object().put("x", 1)).result()).isEqualTo(
                Json.parse("{\"content\":[]}").orElseThrow());
        session.ask(session.call("tools/list"));
        assertThat(yes.asked()).containsExactly("elicitation/create Sure?");
        var calls = bodies.stream().filter(each -> each.path("method").asText().equals("tools/call"))
                .map(each -> each.path("params")).toList();
        assertThat(calls).hasSize(3).allSatisfy(params -> assertThat(params.path("arguments").path("x").asInt())
                .isEqualTo(1));
        assertThat(calls.get(1).path("inputResponses")).isEqualTo(
                Json.parse("{\"q\":{\"action\":\"accept\"}}").orElseThrow());
        assertThat(calls.get(2).path("requestState").asText()).isEqualTo("two");
        assertThat(calls.get(2).has("inputResponses")).isFalse();
        assertThat(bodies).extracting(each -> each.path("id").asInt()).doesNotHaveDuplicates();
        assertThat(bodies).allSatisfy(each -> assertThat(each.path("params").path("_meta")
                .path("io.modelcontextprotocol/clientCapabilities").has("elicitation")).isTrue());
        assertThat(bodies.getLast().path("params").has("requestState")).isFalse();
    }

    @Test
    void aCallThatNobodyCanAnswerForStaysUnfinishedAndEndlessQuestionsEnd() {
        server(asked -> result(asked, asked.path("method").asText().equals("tools/call")
                ? "{\"resultType\":\"input_required\",\"inputRequests\":{\"q\":{\"method\":\"roots/list\"}}}"
                : "{}"));
        assertThat(requireNonNull(opened(Respondent.NOBODY).callTool("a", Json.object()).result())
                .path("resultType").asText()).isEqualTo("input_required");
        assertThat(bodies).hasSize(2);
        server(asked -> result(asked, "{\"resultType\":\"input_required\",\"requestState\":\"again\"}"));
        opened(Respondent.NOBODY).callTool("a", Json.object());
        assertThat(bodies).hasSize(14);
    }

    private static final String TOOL = """
        {"tools":[{"name":"a","inputSchema":{"type":"object","properties":{"where":{"type":"object","properties":{
        "region":{"type":"string","x-mcp-header":"Region"}}},"n":{"type":["integer","null"],"x-mcp-header":"%s"}}}},
        {"name":"bad","inputSchema":{"type":"object","properties":{"l":{"type":"array",
        "items":{"type":"string","x-mcp-header":"Item"}}}}}]}""";

    @Test
    void argumentsGoAlongAsHeadersAndToolsThatBreakTheRulesAreLeftOut() {
        server(asked -> result(asked, asked.path("method").asText().equals("tools/list") ? TOOL.formatted("N") : "{}"));
        var session = opened(Respondent.NOBODY);
        var tools = session.tools();
        assertThat(tools.tools()).extracting(McpSession.Tool::name).containsExactly("a");
        assertThat(tools.rejected()).hasSize(1).allSatisfy(one -> assertThat(one.reason()).contains("Item"));
        var arguments = (ObjectNode) Json.parse("{\"where\":{\"region\":\" Zürich\"},\"n\":null}").orElseThrow();
        session.callTool(tools.tools().getFirst(), arguments);
        var sent = script.asked("/mcp").getLast().getHeaders();
        assertThat(sent.get("Mcp-Param-Region")).isEqualTo("=?base64?IFrDvHJpY2g=?=");
        assertThat(sent.get("Mcp-Param-N")).isNull();
        session.callTool(tools.tools().getFirst(), Json.object().put("n", 42.0));
        assertThat(script.asked("/mcp").getLast().getHeaders().get("Mcp-Param-N")).isEqualTo("42");
    }

    @Test
    void wrongHeadersMakeTheClientLookAtTheToolAgainOnce() {
        server(asked -> {
            var name = bodies.size() < 3 ? "Old" : "New";
            if (asked.path("method").asText().equals("tools/list"))
                return result(asked, TOOL.formatted(name));
            return asked.path("method").asText().equals("tools/call") && bodies.size() < 6
                    ? error(400, asked, "{\"code\":-32020,\"message\":\"m\"}")
                    : result(asked, "{}");
        });
        var session = opened(Respondent.NOBODY);
        var tool = session.tools().tools().getFirst();
        assertThat(session.callTool(tool, Json.object().put("n", 1)).errorCode()).isEqualTo(-32020);
        assertThat(bodies).extracting(each -> each.path("method").asText()).containsExactly("server/discover",
                "tools/list", "tools/call", "tools/list", "tools/call");
        assertThat(script.asked("/mcp").getLast().getHeaders().get("Mcp-Param-New")).isEqualTo("1");
    }

    @Test
    void theOlderEraIsGoneBackToOnlyWhereTheModernOneIsUnknown() {
        server(asked -> asked.path("method").asText().equals("server/discover")
                ? error(400, asked, "{\"code\":-32000,\"message\":\"Bad Request\"}")
                : result(asked, "{\"protocolVersion\":\"2025-06-18\"}"));
        assertThat(opened(Respondent.NOBODY)).returns(Era.LEGACY, McpSession::era).returns("2025-06-18",
                McpSession::version);
        bodies.clear();
        server(asked -> bodies.size() == 1
                ? error(400, asked, "{\"code\":-32022,\"message\":\"m\",\"data\":{\"supported\":[\"2026-07-28\"]}}")
                : result(asked, "{}"));
        assertThat(opened(Respondent.NOBODY).era()).isEqualTo(Era.MODERN);
        assertThat(bodies).hasSize(2);
        bodies.clear();
        server(asked -> error(400, asked, "{\"code\":-32021,\"message\":\"m\"}"));
        assertThat(open(Era.MODERN, Respondent.NOBODY)).isInstanceOf(Refused.class);
        assertThat(bodies).hasSize(1);
    }

    @Test
    void aNewTokenThatIsRefusedAsWellIsNotReplacedByAnother() throws IOException {
        try (var practice = new Practice(Options.of(Start.HEALTHY))) {
            var authorizer = new Authorizer(practice.http(), practice.server(), Wishes.NONE,
                    Reception.of(ClientStore.inMemory(), LoopbackPorts.free(), new FormAgent(practice.http(),
                            practice.pair().user(), Secret.of(practice.pair().password()))));
            var session = ((Opened) McpSession.open(practice.http(), practice.server(), Era.MODERN, authorizer,
                    Respondent.NOBODY, USUAL)).session();
            assertThat(session.tools().tools()).isNotEmpty();
            assertThat(requireNonNull(authorizer.tokens()).access().audience())
                    .containsExactly(practice.pair().mcpUrl());
        }
        var logins = new ArrayList<String>();
        script.on("/.well-known/oauth-authorization-server", Script.json(404, ""));
        script.on("/register", Script.json(201, "{\"client_id\":\"c\"}"));
        script.on("/authorize", request -> {
            logins.add(request.getUrl().toString());
            return Script.redirect(request.getUrl().queryParameter("redirect_uri") + "?code=c&state="
                    + request.getUrl().queryParameter("state"));
        });
        script.on("/token", Script.json(200, "{\"access_token\":\"t\"}"));
        script.on("/mcp", Script.json(401, ""));
        assertThat(open(Era.MODERN, Respondent.NOBODY)).isInstanceOf(Refused.class);
        assertThat(logins).hasSize(1);
        assertThat(script.asked("/mcp")).hasSize(2);
        assertThat(script.asked("/mcp").getLast().getHeaders().get("Authorization")).isEqualTo("Bearer t");
    }

    @Test
    void argumentsFitTheSchemaAndNothingIsFetchedForThem() {
        var schema = Json.parse("""
            {"type":"object","required":["s","n","e","d","o","l","r","f","x","deep"],"$defs":{
            "id":{"type":"string","minLength":3}, "node":{"type":"object","required":["next"],
            "properties":{"next":{"$ref":"#/$defs/node"}}}},
            "properties":{"s":{"type":"string"},"n":{"type":"integer","minimum":5},"e":{"enum":["b","c"]},
            "d":{"type":"string","default":"given"},"o":{"type":"object","required":["b"],
            "properties":{"b":{"type":"boolean"},"not":{"type":"string"}}},"l":{"type":"array","minItems":2,
            "items":{"type":"number"}},"r":{"$ref":"#/$defs/id"},"f":{"$ref":"%s"},
            "x":{"anyOf":[{"type":"null"},{"type":"string"}]},"deep":{"$ref":"#/$defs/node"},"optional":{}}}"""
                .formatted(script.url("/schema"))).orElseThrow();
        var arguments = SampleValue.arguments(schema);
        arguments.remove("deep");
        assertThat(arguments).hasToString("{\"s\":\"a\",\"n\":5,\"e\":\"b\",\"d\":\"given\",\"o\":{\"b\":true},"
                + "\"l\":[1,1],\"r\":\"aaa\",\"f\":\"a\",\"x\":null}");
        assertThat(script.asked()).isEmpty();
    }
}

package mcpauth0.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.http.Network;
import mcpauth0.http.Redaction;
import mcpauth0.http.Request;
import mcpauth0.oauth.AssertionKey;
import mcpauth0.oauth.Authorizer;
import mcpauth0.oauth.ClientStore;
import mcpauth0.oauth.LoopbackPorts;
import mcpauth0.oauth.Reception;
import mcpauth0.oauth.Wishes;
import mcpauth0.oauth.agent.FollowingAgent;
import mcpauth0.oauth.mcp.Era;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.oauth.mcp.McpSession;
import mcpauth0.oauth.mcp.Respondent;
import mcpauth0.oauth.mcp.SampleValue;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code conformance}: the program's client, driven as the official MCP conformance suite has it: it connects, lists the
 * tools, and calls those that the suite names, or all. What it is told comes from the environment.
 */
@Command(name = "conformance", hidden = true)
final class ConformanceCommand implements Callable<Integer> {

    /** The client metadata document whose address the suite expects as the client's name; nobody fetches it. */
    private static final String DOCUMENT = "https://conformance-test.local/client-metadata.json";

    private final Terminal terminal;

    @Parameters(paramLabel = "URL", descriptionKey = "cli.client.url")
    String url = "";

    ConformanceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var target = target();
        var context = context();
        var http = new Http(Network.system());
        var reception = Reception.of(ClientStore.inMemory(), LoopbackPorts.free(), new FollowingAgent(http));
        var wishes = new Wishes(byHand(context), DOCUMENT, null, true);
        var authorizer = new Authorizer(http, target, wishes, reception);
        var opening = McpSession.open(http, target, era(), authorizer, new Agreeing(),
                Request.USUAL_TIMEOUT);
        return switch (opening) {
            case McpSession.Opening.Opened(var session) -> converse(session, context, authorizer, target);
            case McpSession.Opening.Refused(var answer) -> refused(answer, authorizer, target);
        };
    }

    private McpUrl target() {
        return switch (McpUrl.parse(url)) {
            case Parsed.Good<McpUrl>(var target) when target.secure() || target.loopback() -> target;
            case Parsed.Good<McpUrl> _ -> throw new WrongWords(terminal.sentence("cli.conformance.loopback"));
            case Parsed.Bad<McpUrl>(var id, var values) ->
                throw new WrongWords(terminal.trouble("input." + id, values));
        };
    }

    private ObjectNode context() {
        var given = terminal.environment().getOrDefault("MCP_CONFORMANCE_CONTEXT", "{}");
        if (Json.parse(given).orElse(null) instanceof ObjectNode context)
            return context;
        throw new WrongWords(terminal.sentence("cli.conformance.context"));
    }

    /** A suite that names no version tests the handshake. */
    private Era era() {
        var version = terminal.environment().getOrDefault("MCP_CONFORMANCE_PROTOCOL_VERSION", "");
        return version.compareTo(Era.MODERN.version()) < 0 ? Era.LEGACY : Era.MODERN;
    }

    private Wishes.@Nullable HandMade byHand(JsonNode context) {
        if (!context.path("client_id").isTextual())
            return null;
        var secret = text(context, "client_secret");
        var pem = text(context, "private_key_pem");
        var key = pem == null ? null : AssertionKey.read(pem, context.path("signing_algorithm").asText("ES256"));
        var scenario = terminal.environment().getOrDefault("MCP_CONFORMANCE_SCENARIO", "");
        return new Wishes.HandMade(text(context, "issuer"), context.get("client_id").textValue(),
                secret == null ? null : Secret.of(secret), switch (key) {
                    case Parsed.Good<AssertionKey>(var good) -> good;
                    case Parsed.Bad<AssertionKey>(var id, var values) ->
                        throw new WrongWords(terminal.trouble("input." + id, values));
                    case null -> null;
                }, scenario.startsWith("auth/client-credentials"));
    }

    private static @Nullable String text(JsonNode context, String name) {
        return context.path(name).isTextual() ? context.get(name).textValue() : null;
    }

    private int converse(McpSession session, JsonNode context, Authorizer authorizer, McpUrl target) {
        var tools = session.tools();
        tools.rejected().forEach(tool -> terminal.warn("cli.connect.rejected", tool.name(), tool.reason()));
        if (!tools.complete())
            return refused(tools.answers().getLast(), authorizer, target);
        var named = context.path("toolCalls");
        for (var tool : tools.tools()) {
            var answer = session.callTool(tool, arguments(tool, named));
            if (answer.status() == 0 || answer.status() == 401 || answer.status() == 403)
                return refused(answer, authorizer, target);
            terminal.say("cli.conformance.called", tool.name(), Redaction.line(String.valueOf(answer.response())));
        }
        session.end();
        return Exit.GOOD;
    }

    private static ObjectNode arguments(McpSession.Tool tool, JsonNode named) {
        for (var call : named)
            if (call.path("name").asText().equals(tool.name()) && call.get("arguments") instanceof ObjectNode arguments)
                return arguments;
        return SampleValue.arguments(tool.inputSchema());
    }

    private int refused(McpAnswer answer, Authorizer authorizer, McpUrl target) {
        var words = new StoppedWords(terminal, target);
        var why = authorizer.refusal();
        var failure = answer.exchange().failure();
        terminal.err().println(why != null
                ? words.of(why)
                : failure != null
                        ? words.of(failure)
                        : terminal.sentence("cli.connect.refused", String.valueOf(answer.status())));
        return Exit.BROKEN;
    }

    /** Fills in every form that a server asks for. Nobody sits before the suite's client who could be asked. */
    private static final class Agreeing implements Respondent {

        @Override
        public ObjectNode capabilities() {
            var capabilities = Json.object();
            capabilities.putObject("elicitation");
            return capabilities;
        }

        @Override
        public Optional<ObjectNode> answer(String method, ObjectNode params) {
            if (!method.equals("elicitation/create"))
                return Optional.empty();
            if (!(params.get("requestedSchema") instanceof ObjectNode schema))
                return Optional.of(Json.object().put("action", "decline"));
            return Optional.of(Json.object().put("action", "accept").set("content", SampleValue.arguments(schema)));
        }
    }
}

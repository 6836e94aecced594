package mcpauth0.oauth.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mcpauth0.http.Exchange;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.http.Request;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/** A conversation with a server that was opened well. Its token goes to the server's address alone. */
public final class McpSession {

    /** What became of opening one. */
    public sealed interface Opening {

        record Opened(McpSession session) implements Opening {
        }

        /** The server did not answer as it should; the exchange in {@code answer} tells. */
        record Refused(McpAnswer answer) implements Opening {
        }
    }

    /** A tool as {@code tools/list} describes it; nothing is dropped in {@code raw}. */
    public record Tool(String name, @Nullable String description, boolean readOnly, ObjectNode raw) {
    }

    /**
     * The tools, with every answer that was needed to get them.
     *
     * @param complete false where a page failed or there were too many
     */
    public record Tools(List<Tool> tools, boolean complete, List<McpAnswer> answers) {
        public Tools {
            tools = List.copyOf(tools);
            answers = List.copyOf(answers);
        }
    }

    private static final int MOST_PAGES = 20;

    private final Http http;
    private final McpUrl server;
    private final Era era;
    private final @Nullable Secret token;
    private final Duration timeout;
    private final McpAnswer opening;
    private final @Nullable McpAnswer initialized;
    private final AtomicInteger lastId = new AtomicInteger(1);

    private McpSession(Http http, @Nullable Secret token, McpAnswer opening) {
        this.http = http;
        this.server = opening.call().server();
        this.era = opening.call().era();
        this.token = token;
        this.timeout = opening.call().timeout();
        this.opening = opening;
        this.initialized = era == Era.LEGACY
                ? call("notifications/initialized").asNotification().send(http)
                : null;
    }

    /** Opens one in that era: {@code initialize} and {@code notifications/initialized}, or {@code server/discover}. */
    public static Opening open(Http http, McpUrl server, Era era, @Nullable Secret token, Duration timeout) {
        var call = era == Era.LEGACY ? McpCall.initialize(server) : McpCall.discover(server);
        var answer = call.withToken(token).within(timeout).send(http);
        return answer.accepted() ? new Opening.Opened(of(http, token, answer)) : new Opening.Refused(answer);
    }

    /** Goes on after an {@code initialize} or {@code server/discover} that was accepted. */
    public static McpSession of(Http http, @Nullable Secret token, McpAnswer accepted) {
        return new McpSession(http, token, accepted);
    }

    public Era era() {
        return era;
    }

    /** The session id of the older era; null where the server gave none. */
    public @Nullable String id() {
        return era == Era.LEGACY ? opening.session() : null;
    }

    /** The version that both sides speak: in the older era the server's word. */
    public String version() {
        var result = opening.result();
        var answered = era == Era.MODERN || result == null ? null : result.get("protocolVersion");
        return answered != null && answered.isTextual() ? answered.textValue() : era.version();
    }

    /** The answer that opened it. */
    public McpAnswer opening() {
        return opening;
    }

    /** The answer to {@code notifications/initialized}, in the older era. */
    public @Nullable McpAnswer initialized() {
        return initialized;
    }

    /** A request within this session, with its token, to be changed and sent. */
    public McpCall call(String method) {
        var call = McpCall.of(server, era, method).withId(lastId.incrementAndGet()).withToken(token).inSession(id())
                .within(timeout);
        return era == Era.LEGACY ? call.with("MCP-Protocol-Version", version()) : call;
    }

    /** All pages of {@code tools/list}. */
    public Tools tools() {
        var tools = new ArrayList<Tool>();
        var answers = new ArrayList<McpAnswer>();
        var params = Json.object();
        while (answers.size() < MOST_PAGES) {
            var answer = call("tools/list").withParams(params).send(http);
            answers.add(answer);
            var result = answer.result();
            if (result == null || !result.path("tools").isArray())
                return new Tools(tools, false, answers);
            result.get("tools").forEach(tool -> add(tool, tools));
            var next = result.path("nextCursor");
            if (!next.isTextual())
                return new Tools(tools, true, answers);
            params = Json.object().put("cursor", next.textValue());
        }
        return new Tools(tools, false, answers);
    }

    private static void add(JsonNode node, List<Tool> tools) {
        if (node instanceof ObjectNode tool && tool.path("name").isTextual())
            tools.add(new Tool(tool.get("name").textValue(),
                    tool.path("description").isTextual() ? tool.get("description").textValue() : null,
                    tool.path("annotations").path("readOnlyHint").asBoolean(false), tool));
    }

    public McpAnswer callTool(String name, ObjectNode arguments) {
        return call("tools/call").withParams(Json.object().put("name", name).set("arguments", arguments)).send(http);
    }

    /** Ends a session of the older era; a server may refuse (405). Null where there is nothing to end. */
    public @Nullable Exchange end() {
        var id = id();
        if (id == null)
            return null;
        var request = Request.of("DELETE", server.value()).with("Mcp-Session-Id", id)
                .with("MCP-Protocol-Version", version()).within(timeout);
        return http.send(token == null ? request : request.bearer(token.reveal()));
    }
}

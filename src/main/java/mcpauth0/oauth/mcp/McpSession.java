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
import mcpauth0.oauth.Authorizer;
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

        /** Missing where there is none. */
        public JsonNode inputSchema() {
            return raw.path("inputSchema");
        }
    }

    /** A tool that no client may use, because its schema asks for headers that cannot be sent. */
    public record Rejected(String name, String reason) {
    }

    /**
     * The tools, with every answer that was needed to get them.
     *
     * @param rejected those that a client of the modern era leaves out; none in the older era
     * @param complete false where a page failed or there were too many
     */
    public record Tools(List<Tool> tools, List<Rejected> rejected, boolean complete, List<McpAnswer> answers) {
        public Tools {
            tools = List.copyOf(tools);
            rejected = List.copyOf(rejected);
            answers = List.copyOf(answers);
        }
    }

    private static final int MOST_PAGES = 20;
    private static final int MOST_ROUNDS = 10;
    private static final int HEADER_MISMATCH = -32020;

    private final Line line;
    private final Respondent respondent;
    private final McpUrl server;
    private final Era era;
    private final Duration timeout;
    private final McpAnswer opening;
    private final @Nullable McpAnswer initialized;
    private final AtomicInteger lastId = new AtomicInteger(1);

    private McpSession(Line line, Respondent respondent, McpAnswer opening) {
        this.line = line;
        this.respondent = respondent;
        this.server = opening.call().server();
        this.era = opening.call().era();
        this.timeout = opening.call().timeout();
        this.opening = opening;
        this.initialized = era == Era.LEGACY
                ? line.send(call("notifications/initialized").asNotification())
                : null;
    }

    /** Opens one in that era: {@code initialize} and {@code notifications/initialized}, or {@code server/discover}. */
    public static Opening open(Http http, McpUrl server, Era era, @Nullable Secret token, Duration timeout) {
        var call = era == Era.LEGACY ? McpCall.initialize(server) : McpCall.discover(server);
        return opened(Line.fixed(http, token), Respondent.NOBODY,
                call.withToken(token).within(timeout).send(http));
    }

    /**
     * Opens one as a client does, answering the server's challenges, then and later.
     *
     * @param first the era that is tried first; from the modern one, the older is gone back to where the server does not
     *            know the modern one
     * @param timeout of each call; what the authorizer sends has its own
     */
    public static Opening open(Http http, McpUrl server, Era first, Authorizer authorizer, Respondent respondent,
            Duration timeout) {
        var line = new AuthorizedLine(http, authorizer);
        if (first == Era.MODERN) {
            var discover = McpCall.discover(server).withCapabilities(respondent.capabilities()).within(timeout);
            var answer = line.send(discover);
            if (Eras.supports(answer, Era.MODERN))
                answer = line.send(discover.withId(2));
            if (answer.accepted() || !Eras.asksForTheOlder(answer))
                return opened(line, respondent, answer);
        }
        return opened(line, respondent, line.send(McpCall.initialize(server).within(timeout)));
    }

    private static Opening opened(Line line, Respondent respondent, McpAnswer answer) {
        return answer.accepted()
                ? new Opening.Opened(new McpSession(line, respondent, answer))
                : new Opening.Refused(answer);
    }

    /** Goes on with a fixed token after an {@code initialize} or {@code server/discover} that was accepted. */
    public static McpSession of(Http http, @Nullable Secret token, McpAnswer accepted) {
        return new McpSession(Line.fixed(http, token), Respondent.NOBODY, accepted);
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
        var call = McpCall.of(server, era, method).withId(nextId()).withToken(line.token()).inSession(id())
                .withCapabilities(respondent.capabilities()).within(timeout);
        return era == Era.LEGACY ? call.with("MCP-Protocol-Version", version()) : call;
    }

    private int nextId() {
        return lastId.incrementAndGet();
    }

    /** All pages of {@code tools/list}. */
    public Tools tools() {
        var tools = new ArrayList<Tool>();
        var rejected = new ArrayList<Rejected>();
        var answers = new ArrayList<McpAnswer>();
        var params = Json.object();
        while (answers.size() < MOST_PAGES) {
            var answer = line.send(call("tools/list").withParams(params));
            answers.add(answer);
            var result = answer.result();
            if (result == null || !result.path("tools").isArray())
                return new Tools(tools, rejected, false, answers);
            result.get("tools").forEach(tool -> add(tool, tools, rejected));
            var next = result.path("nextCursor");
            if (!next.isTextual())
                return new Tools(tools, rejected, true, answers);
            params = Json.object().put("cursor", next.textValue());
        }
        return new Tools(tools, rejected, false, answers);
    }

    private void add(JsonNode node, List<Tool> tools, List<Rejected> rejected) {
        if (!(node instanceof ObjectNode raw) || !raw.path("name").isTextual())
            return;
        var tool = new Tool(raw.get("name").textValue(),
                raw.path("description").isTextual() ? raw.get("description").textValue() : null,
                raw.path("annotations").path("readOnlyHint").asBoolean(false), raw);
        try {
            if (era == Era.MODERN)
                ParameterHeaders.of(tool.inputSchema());
            tools.add(tool);
        } catch (ParameterHeaders.Invalid e) {
            rejected.add(new Rejected(tool.name(), String.valueOf(e.getMessage())));
        }
    }

    /** A tool without a word about what it takes. */
    public McpAnswer callTool(String name, ObjectNode arguments) {
        return ask(callOf(name, arguments));
    }

    /**
     * A tool of {@link #tools()}, with the headers that it wants. Where the server says that these are not the right ones,
     * the tool is looked up again, once.
     */
    public McpAnswer callTool(Tool tool, ObjectNode arguments) {
        var answer = ask(withHeaders(callOf(tool.name(), arguments), tool, arguments));
        var code = answer.errorCode();
        if (era == Era.LEGACY || code == null || code != HEADER_MISMATCH)
            return answer;
        return tools().tools().stream().filter(fresh -> fresh.name().equals(tool.name()) && !fresh.equals(tool))
                .findFirst().map(fresh -> ask(withHeaders(callOf(fresh.name(), arguments), fresh, arguments)))
                .orElse(answer);
    }

    private McpCall callOf(String name, ObjectNode arguments) {
        return call("tools/call").withParams(Json.object().put("name", name).set("arguments", arguments));
    }

    private McpCall withHeaders(McpCall call, Tool tool, ObjectNode arguments) {
        if (era == Era.LEGACY)
            return call;
        try {
            var headed = call;
            for (var header : ParameterHeaders.of(tool.inputSchema()).of(arguments))
                headed = headed.with(header.name(), header.value());
            return headed;
        } catch (ParameterHeaders.Invalid e) {
            throw new IllegalArgumentException(tool.name(), e);
        }
    }

    /**
     * Sends a call of this session. Where the server asks back (MCP 2026-07-28, multi round-trip requests), the respondent
     * answers and the call goes out again under another id, with the server's {@code requestState} to the byte; a call that
     * nobody can answer for comes back as it is.
     */
    public McpAnswer ask(McpCall call) {
        var answer = line.send(call);
        for (var round = 0; round < MOST_ROUNDS && era == Era.MODERN; round++) {
            var result = answer.result();
            if (result == null || !result.path("resultType").asText().equals("input_required"))
                return answer;
            var more = call.params().deepCopy();
            if (result.get("inputRequests") instanceof ObjectNode requests) {
                var responses = responses(requests);
                if (responses == null)
                    return answer;
                more.set("inputResponses", responses);
            }
            if (result.path("requestState").isTextual())
                more.set("requestState", result.get("requestState"));
            answer = line.send(call.withParams(more).withId(nextId()));
        }
        return answer;
    }

    private @Nullable ObjectNode responses(ObjectNode requests) {
        var responses = Json.object();
        for (var request : requests.properties()) {
            var params = request.getValue().get("params") instanceof ObjectNode given ? given : Json.object();
            var response = respondent.answer(request.getValue().path("method").asText(), params);
            if (response.isEmpty())
                return null;
            responses.set(request.getKey(), response.get());
        }
        return responses;
    }

    /** Ends a session of the older era; a server may refuse (405). Null where there is nothing to end. */
    public @Nullable Exchange end() {
        var id = id();
        if (id == null)
            return null;
        var request = Request.of("DELETE", server.value()).with("Mcp-Session-Id", id)
                .with("MCP-Protocol-Version", version()).within(timeout);
        var token = line.token();
        return line.http().send(token == null ? request : request.bearer(token.reveal()));
    }
}

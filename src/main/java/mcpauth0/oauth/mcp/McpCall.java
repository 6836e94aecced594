package mcpauth0.oauth.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mcpauth0.http.Build;
import mcpauth0.http.Header;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.http.Request;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * One JSON-RPC message to a server, with whatever headers a test wants.
 *
 * @param params without the {@code _meta} that the modern era demands of every request; it is added unless it is there
 * @param id of the JSON-RPC request; null for a notification
 * @param headers besides those that every call has; one of the same name replaces it
 * @param capabilities what the server may ask back, as the modern era has it in every request
 */
public record McpCall(McpUrl server, Era era, String method, ObjectNode params, @Nullable Integer id,
        List<Header> headers, ObjectNode capabilities, Duration timeout, boolean freshConnection) {

    /** No header can have this value: it stands for one that is left out. */
    private static final String LEFT_OUT = "\0";

    public McpCall {
        headers = List.copyOf(headers);
    }

    /** A request of the era, with the parameters that the era demands of every request. */
    public static McpCall of(McpUrl server, Era era, String method) {
        return new McpCall(server, era, method, Json.object(), 1, List.of(), Json.object(), Request.USUAL_TIMEOUT,
                false);
    }

    public static McpCall initialize(McpUrl server) {
        return initialize(server, Era.LEGACY.version());
    }

    /** Asks for a version of the older era. */
    public static McpCall initialize(McpUrl server, String version) {
        var params = Json.object().put("protocolVersion", version);
        params.putObject("capabilities");
        params.set("clientInfo", clientInfo());
        return of(server, Era.LEGACY, "initialize").withParams(params);
    }

    public static McpCall discover(McpUrl server) {
        return of(server, Era.MODERN, "server/discover");
    }

    public static McpCall listTools(McpUrl server, Era era) {
        return of(server, era, "tools/list");
    }

    public static McpCall callTool(McpUrl server, Era era, String name, ObjectNode arguments) {
        var call = of(server, era, "tools/call");
        return call.withParams(Json.object().put("name", name).set("arguments", arguments));
    }

    public McpCall withParams(ObjectNode newParams) {
        return new McpCall(server, era, method, newParams, id, headers, capabilities, timeout, freshConnection);
    }

    public McpCall withCapabilities(ObjectNode allowed) {
        return new McpCall(server, era, method, params, id, headers, allowed, timeout, freshConnection);
    }

    public McpCall asNotification() {
        return new McpCall(server, era, method, params, null, headers, capabilities, timeout, freshConnection);
    }

    public McpCall withId(int newId) {
        return new McpCall(server, era, method, params, newId, headers, capabilities, timeout, freshConnection);
    }

    public McpCall within(Duration newTimeout) {
        return new McpCall(server, era, method, params, id, headers, capabilities, newTimeout, freshConnection);
    }

    public McpCall onFreshConnection() {
        return new McpCall(server, era, method, params, id, headers, capabilities, timeout, true);
    }

    /** Sets a header, in the place of one of that name. */
    public McpCall with(String name, String value) {
        var more = new ArrayList<>(headers.stream().filter(header -> !header.named(name)).toList());
        more.add(new Header(name, value));
        return new McpCall(server, era, method, params, id, more, capabilities, timeout, freshConnection);
    }

    /** Leaves a header out that every call has. */
    public McpCall without(String name) {
        return with(name, LEFT_OUT);
    }

    /** With a token; null sends none. */
    public McpCall withToken(@Nullable Secret token) {
        return token == null ? this : with("Authorization", "Bearer " + token.reveal());
    }

    /** In a session of the older era; null sends none. */
    public McpCall inSession(@Nullable String session) {
        return session == null ? this : with("Mcp-Session-Id", session);
    }

    /** Sends it to the server's address and nowhere else; an event stream is left once the response is there. */
    public McpAnswer send(Http http) {
        return McpAnswer.of(this, http.send(request()));
    }

    /** The same with its request changed, for tests of what a server does with a strange one. */
    public McpAnswer send(Http http, UnaryOperator<Request> change) {
        return McpAnswer.of(this, http.send(change.apply(request())));
    }

    /** As it goes over the wire. */
    public Request request() {
        var request = Request.of("POST", server.value()).within(timeout).withBody(Json.write(body()));
        var lines = new ArrayList<>(usualHeaders());
        lines.removeIf(line -> headers.stream().anyMatch(header -> header.named(line.name())));
        lines.addAll(headers);
        for (var line : lines)
            if (!line.value().equals(LEFT_OUT))
                request = request.with(line.name(), line.value());
        if (freshConnection)
            request = request.onFreshConnection();
        return id == null ? request : request.untilEach(() -> EventStream.awaiting(id));
    }

    private List<Header> usualHeaders() {
        var usual = new ArrayList<Header>();
        usual.add(new Header("Content-Type", "application/json"));
        usual.add(new Header("Accept", "application/json, text/event-stream"));
        if (!method.equals("initialize"))
            usual.add(new Header("MCP-Protocol-Version", era.version()));
        if (era == Era.MODERN) {
            usual.add(new Header("Mcp-Method", method));
            var name = params.path(method.equals("resources/read") ? "uri" : "name");
            if (name.isTextual())
                usual.add(new Header("Mcp-Name", HeaderValue.of(name.textValue())));
        }
        return usual;
    }

    private ObjectNode body() {
        var body = Json.object().put("jsonrpc", "2.0");
        if (id != null)
            body.put("id", id);
        body.put("method", method);
        var sent = params.deepCopy();
        if (era == Era.MODERN && !sent.has("_meta")) {
            var meta = sent.putObject("_meta");
            meta.put("io.modelcontextprotocol/protocolVersion", era.version());
            meta.set("io.modelcontextprotocol/clientCapabilities", capabilities);
            meta.set("io.modelcontextprotocol/clientInfo", clientInfo());
        }
        if (!sent.isEmpty())
            body.set("params", sent);
        return body;
    }

    private static ObjectNode clientInfo() {
        return Json.object().put("name", "mcp-auth0-setup").put("version", Build.version());
    }

    /** Never the headers, in which a token may stand. */
    @Override
    public String toString() {
        return "McpCall[" + era + ", " + method + ", " + server + "]";
    }
}

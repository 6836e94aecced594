package mcpauth0.oauth.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * @param id of the JSON-RPC request; null for a notification
 * @param headers besides those that every call has; one of the same name replaces it
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public record McpCall(McpUrl server, Era era, String method, ObjectNode params, @Nullable String id,
        List<Header> headers, Duration timeout, boolean freshConnection) {

    public McpCall {
        headers = List.copyOf(headers);
    }

    /** A request of the era, with the parameters that the era demands of every request. */
    public static McpCall of(McpUrl server, Era era, String method) {
        return new McpCall(server, era, method, Json.object(), "1", List.of(), Request.USUAL_TIMEOUT, false);
    }

    public static McpCall initialize(McpUrl server) {
        return of(server, Era.LEGACY, "initialize");
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
        return new McpCall(server, era, method, newParams, id, headers, timeout, freshConnection);
    }

    public McpCall asNotification() {
        return new McpCall(server, era, method, params, null, headers, timeout, freshConnection);
    }

    public McpCall withId(String newId) {
        return new McpCall(server, era, method, params, newId, headers, timeout, freshConnection);
    }

    public McpCall within(Duration newTimeout) {
        return new McpCall(server, era, method, params, id, headers, newTimeout, freshConnection);
    }

    public McpCall onFreshConnection() {
        return new McpCall(server, era, method, params, id, headers, timeout, true);
    }

    /** Sets a header, in the place of one of that name. */
    public McpCall with(String name, String value) {
        var more = new ArrayList<>(headers.stream().filter(header -> !header.named(name)).toList());
        more.add(new Header(name, value));
        return new McpCall(server, era, method, params, id, more, timeout, freshConnection);
    }

    /** With a token; null sends none. */
    public McpCall withToken(@Nullable Secret token) {
        return token == null ? this : with("Authorization", "Bearer " + token.reveal());
    }

    /** In a session of the older era; null sends none. */
    public McpCall inSession(@Nullable String session) {
        return session == null ? this : with("Mcp-Session-Id", session);
    }

    /** Sends it to the server's address and nowhere else. */
    public McpAnswer send(Http http) {
        throw new UnsupportedOperationException();
    }
}

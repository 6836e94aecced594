package mcpauth0.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message of a client (JSON-RPC 2.0).
 *
 * @param id null for a notification
 * @param method empty for a response
 * @param params missing where there are none
 */
record Rpc(@Nullable JsonNode id, String method, JsonNode params) {

    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;
    static final int INVALID_PARAMS = -32602;
    /** MCP 2026-07-28, basic, "Error Codes". */
    static final int HEADER_MISMATCH = -32020;
    static final int UNSUPPORTED_VERSION = -32022;

    /** Null where the text is no single message. */
    static @Nullable Rpc of(JsonNode node) {
        if (!node.isObject() || !node.path("jsonrpc").asText().equals("2.0"))
            return null;
        if (node.path("method").asText().isEmpty() && !node.has("result") && !node.has("error"))
            return null;
        var id = node.get("id");
        return new Rpc(id == null || id.isNull() ? null : id, node.path("method").asText(), node.path("params"));
    }

    /** The same as if it were the first of its sender: as a server with one fixed answer takes every request. */
    Rpc asFirst() {
        return expectsAnswer() ? new Rpc(IntNode.valueOf(1), method, params) : this;
    }

    boolean expectsAnswer() {
        return id != null && !method.isEmpty();
    }

    ObjectNode result(ObjectNode result) {
        var answer = envelope(id);
        answer.set("result", result);
        return answer;
    }

    ObjectNode error(int code, String message) {
        return error(id, code, message);
    }

    static ObjectNode error(@Nullable JsonNode id, int code, String message) {
        var answer = envelope(id);
        answer.putObject("error").put("code", code).put("message", message);
        return answer;
    }

    /** As JSON, or as a stream of one event where the client names that first; 406 where it takes neither. */
    static Outgoing reply(Incoming request, JsonNode message) {
        var accepted = request.header("Accept");
        var types = accepted == null ? "*/*" : accepted.toLowerCase(Locale.ROOT);
        var json = place(types, "application/json", "application/*", "*/*");
        var stream = place(types, "text/event-stream", "text/*");
        if (json == Integer.MAX_VALUE && stream == Integer.MAX_VALUE)
            return Outgoing.json(406, error(null, INVALID_REQUEST, "Accept names neither JSON nor an event stream"));
        if (json < stream)
            return Outgoing.json(200, message);
        return Outgoing.of(200, "text/event-stream", "event: message\ndata: " + message + "\n\n")
                .with("Cache-Control", "no-store").with("X-Accel-Buffering", "no");
    }

    private static int place(String types, String... names) {
        var first = Integer.MAX_VALUE;
        for (var name : names) {
            var at = types.indexOf(name);
            first = at < 0 ? first : Math.min(first, at);
        }
        return first;
    }

    private static ObjectNode envelope(@Nullable JsonNode id) {
        var answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        if (id != null)
            answer.set("id", id);
        return answer;
    }
}

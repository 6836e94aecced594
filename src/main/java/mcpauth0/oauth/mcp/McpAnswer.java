package mcpauth0.oauth.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.Challenges;
import org.jspecify.annotations.Nullable;

/**
 * What came back for one call.
 *
 * @param messages every JSON-RPC message of the body, whether it was JSON or an event stream
 * @param response the message that answers the call's id; null where none does
 */
public record McpAnswer(McpCall call, Exchange exchange, List<JsonNode> messages, @Nullable ObjectNode response) {

    public McpAnswer {
        messages = List.copyOf(messages);
    }

    static McpAnswer of(McpCall call, Exchange exchange) {
        var messages = messages(exchange);
        return new McpAnswer(call, exchange, messages, EventStream.response(messages, call.id()));
    }

    private static List<JsonNode> messages(Exchange exchange) {
        var answer = exchange.answer();
        if (answer == null)
            return List.of();
        var json = answer.json();
        if (json.isEmpty())
            return EventStream.messages(answer.body(), true);
        return json.get() instanceof ArrayNode batch
                ? StreamSupport.stream(batch.spliterator(), false).toList()
                : List.of(json.get());
    }

    /** 0 where no answer came. */
    public int status() {
        return exchange.status();
    }

    /** The JSON-RPC result of a 2xx answer; null for an error or none. */
    public @Nullable ObjectNode result() {
        return status() / 100 == 2 && response != null && response.get("result") instanceof ObjectNode result
                ? result
                : null;
    }

    /** Code of the JSON-RPC error; null where there is none. */
    public @Nullable Integer errorCode() {
        var error = error();
        return error != null && error.path("code").isInt() ? Integer.valueOf(error.path("code").intValue()) : null;
    }

    /** The JSON-RPC error of the response, or else of any message: an error may come without an id. */
    public @Nullable ObjectNode error() {
        if (response != null)
            return response.get("error") instanceof ObjectNode error ? error : null;
        for (var message : messages)
            if (message.get("error") instanceof ObjectNode error)
                return error;
        return null;
    }

    /** Whether the server did what was asked: 2xx with a result. */
    public boolean accepted() {
        return result() != null;
    }

    public Challenges challenges() {
        var answer = exchange.answer();
        return answer == null ? Challenges.of(List.of()) : Challenges.of(answer);
    }

    /** The session id that the answer gives; null where it gives none. */
    public @Nullable String session() {
        var answer = exchange.answer();
        return answer == null ? null : answer.header("Mcp-Session-Id");
    }
}

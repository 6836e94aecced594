package mcpauth0.diagnose.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import mcpauth0.http.Exchange;
import mcpauth0.http.Request;
import mcpauth0.setup.McpUrl;

/** The question whether a client may listen: GET, for a stream of events (MCP 2025-11-25, transports). */
public final class Listening {

    /** A server says at once whether it has a stream. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Listening() {
    }

    /** Ends with the headers: a stream may be silent for ever. */
    public static Request at(McpUrl server, Duration timeout) {
        return Request.get(server.value()).with("Accept", "text/event-stream")
                .within(timeout.compareTo(PATIENCE) < 0 ? timeout : PATIENCE).headersAlone();
    }

    /** Ends with the first event, by which the transport of 2024 names the address for messages. */
    public static Request forEndpoint(McpUrl server, Duration timeout) {
        return at(server, timeout).until(bytes -> namesEndpoint(new String(bytes, StandardCharsets.UTF_8)));
    }

    /** Whether the stream is one of the transport of 2024 (HTTP+SSE). */
    static boolean isOldTransport(Exchange exchange) {
        var answer = exchange.answer();
        return answer != null && answer.ok() && namesEndpoint(answer.text());
    }

    private static boolean namesEndpoint(String text) {
        return text.lines().anyMatch(line -> line.matches("event: ?endpoint"));
    }
}

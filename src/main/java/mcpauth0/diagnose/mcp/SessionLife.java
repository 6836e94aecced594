package mcpauth0.diagnose.mcp;

import java.util.List;
import java.util.stream.Stream;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.mcp.McpAnswer;

/**
 * A session of the era of 2025 from its beginning to its end.
 *
 * @param calls calls in it: the first on a connection in use, the others each on one of their own; none but in a deep check
 * @param withoutId a call that leaves the session's id out
 * @param end what came of ending it
 */
public record SessionLife(List<McpAnswer> calls, McpAnswer withoutId, Exchange end) {

    public SessionLife {
        calls = List.copyOf(calls);
    }

    List<Exchange> exchanges() {
        return Stream.concat(calls.stream().map(McpAnswer::exchange), Stream.of(withoutId.exchange(), end)).toList();
    }
}

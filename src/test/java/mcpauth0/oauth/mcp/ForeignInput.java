package mcpauth0.oauth.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import mcpauth0.http.Exchange;
import mcpauth0.setup.McpUrl;

/** Parsers of this room that others cannot see. */
public final class ForeignInput {

    private ForeignInput() {
    }

    public static List<JsonNode> events(byte[] bytes) {
        var _ = EventStream.awaiting(1).test(bytes);
        return EventStream.messages(bytes, false);
    }

    public static McpAnswer answer(Exchange exchange) {
        return McpAnswer.of(McpCall.initialize(new McpUrl("https://mcp.example/mcp")), exchange);
    }
}

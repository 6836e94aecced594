package mcpauth0.diagnose.mcp;

import java.util.List;
import mcpauth0.oauth.mcp.Eras;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.oauth.mcp.McpSession;
import org.jspecify.annotations.Nullable;

/**
 * What came of calling the server with the genuine token.
 *
 * @param tools null where no session could be opened
 * @param handshake a session of the era of 2025, with an id; null where the server has none
 * @param ids the session ids that it gave, in their order
 * @param fromStranger a call with the token from an origin that nobody allows; null where no session could be opened
 */
public record Conversation(Eras eras, McpSession.@Nullable Tools tools, @Nullable McpSession handshake,
        List<String> ids, @Nullable McpAnswer fromStranger) {

    public Conversation {
        ids = List.copyOf(ids);
    }

    /** Whether the token was taken, in either era. */
    public boolean accepted() {
        return eras.modern().accepted() || eras.legacy().accepted();
    }
}

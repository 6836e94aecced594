package mcpauth0.oauth.mcp;

import mcpauth0.http.Http;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Which eras a server speaks: both are asked, each once. Without a token a protected server answers 401 to either, and
 * then {@link #preferred()} is only where a client would begin.
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public record Eras(McpAnswer modern, McpAnswer legacy) {

    public static Eras ask(Http http, McpUrl server, @Nullable Secret token) {
        throw new UnsupportedOperationException();
    }

    /** Whether the server understands the era: it did what was asked, or refused as only that era does. */
    public boolean speaks(Era era) {
        throw new UnsupportedOperationException();
    }

    /** The era that a client ends up in: the modern one where it is spoken (MCP 2026-07-28, backward compatibility). */
    public Era preferred() {
        return speaks(Era.MODERN) ? Era.MODERN : Era.LEGACY;
    }
}

package mcpauth0.oauth.mcp;

import java.time.Duration;
import java.util.Set;
import mcpauth0.http.Http;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Which eras a server speaks: both are asked, each once. Without a token a protected server answers 401 to either, and
 * then {@link #preferred()} is only where a client would begin.
 */
public record Eras(McpAnswer modern, McpAnswer legacy) {

    /** Errors that only the modern era knows: headers that do not match, missing capability, unsupported version. */
    private static final Set<Integer> MODERN_ERRORS = Set.of(-32020, -32021, -32022);

    /** Asks {@code server/discover} and {@code initialize}, in this order. */
    public static Eras ask(Http http, McpUrl server, @Nullable Secret token, Duration timeout) {
        return new Eras(McpCall.discover(server).withToken(token).within(timeout).send(http),
                McpCall.initialize(server).withToken(token).within(timeout).send(http));
    }

    /** Whether the server understands the era: it did what was asked, or refused as only that era does. */
    public boolean speaks(Era era) {
        return switch (era) {
            case MODERN -> modern.accepted() || refusedAsModern();
            case LEGACY -> legacy.accepted();
        };
    }

    private boolean refusedAsModern() {
        var code = modern.errorCode();
        return code != null && MODERN_ERRORS.contains(code);
    }

    /** The era that a client ends up in: the modern one where it is spoken (MCP 2026-07-28, backward compatibility). */
    public Era preferred() {
        return speaks(Era.MODERN) ? Era.MODERN : Era.LEGACY;
    }
}

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
    private static final int UNSUPPORTED_VERSION = -32022;

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
        return refusedAsModern(modern);
    }

    private static boolean refusedAsModern(McpAnswer answer) {
        var code = answer.errorCode();
        return code != null && MODERN_ERRORS.contains(code);
    }

    /** Whether the answer refuses the version that was spoken, and names this one of those that it knows. */
    static boolean supports(McpAnswer answer, Era era) {
        var code = answer.errorCode();
        var error = answer.error();
        if (code == null || code != UNSUPPORTED_VERSION || error == null)
            return false;
        for (var version : error.path("data").path("supported"))
            if (version.asText().equals(era.version()))
                return true;
        return false;
    }

    /**
     * Whether {@code initialize} is the next thing to try after this answer to {@code server/discover}: the server said
     * no, not for want of a token, and not in the modern era's own words unless it wants another version.
     */
    static boolean asksForTheOlder(McpAnswer answer) {
        if (answer.status() == 0 || answer.status() == 401 || answer.status() == 403)
            return false;
        var code = answer.errorCode();
        return !refusedAsModern(answer) || (code != null && code == UNSUPPORTED_VERSION);
    }

    /** The era that a client ends up in: the modern one where it is spoken (MCP 2026-07-28, backward compatibility). */
    public Era preferred() {
        return speaks(Era.MODERN) ? Era.MODERN : Era.LEGACY;
    }
}

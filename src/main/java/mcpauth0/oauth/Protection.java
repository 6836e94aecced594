package mcpauth0.oauth;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a server is protected: who gives out tokens for it, and what it is called there.
 *
 * @param server metadata whose issuer is the one that was named, to the byte
 * @param resource the protected resource metadata's own word; null for a server of 2025-03-26, which has no such name
 * @param scopes of the protected resource metadata; null where it names none
 * @param assumed whether nothing was published anywhere, so that the endpoints are those that MCP 2025-03-26 fixes
 */
public record Protection(ServerMetadata server, @Nullable String resource, @Nullable List<String> scopes,
        boolean assumed) {

    private static final String OFFLINE = "offline_access";

    public Protection {
        scopes = scopes == null ? null : List.copyOf(scopes);
    }

    /** Who gives out the tokens. Credentials belong to it alone. */
    public String issuer() {
        var issuer = server.issuer();
        if (issuer == null)
            throw new IllegalStateException("metadata without an issuer is not used");
        return issuer;
    }

    /**
     * Whether a client may send its codes there: PKCE with S256 is advertised, or the server is of 2025-03-26, where it
     * is a matter of course.
     */
    boolean provesCodes() {
        return server.s256() || (resource == null && server.challengeMethods() == null);
    }

    /**
     * The scopes that a first login asks for (MCP 2026-07-28, scope selection strategy): the challenge's, else all of the
     * metadata's, else none.
     *
     * @param challenged null where the challenge names none
     * @param lasting whether {@code offline_access} goes along, where the authorization server knows it and anything is
     *            asked for at all
     */
    List<String> scopesToAsk(@Nullable List<String> challenged, boolean lasting) {
        var chosen = challenged != null ? challenged : scopes == null ? List.<String>of() : scopes;
        var known = server.scopes();
        return lasting && !chosen.isEmpty() && known != null && known.contains(OFFLINE)
                ? Union.of(chosen, List.of(OFFLINE))
                : chosen;
    }
}

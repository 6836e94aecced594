package mcpauth0.oauth;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import mcpauth0.setup.McpUrl;

/** Where metadata is looked for, in the order in which a client looks (MCP 2026-07-28, authorization server discovery). */
public final class WellKnown {

    /** How the address came about. */
    public enum Kind {
        /** The challenge named it ({@code resource_metadata}). */
        CHALLENGE,
        /** {@code oauth-protected-resource} between host and path (RFC 9728 §3.1). */
        RESOURCE_PATH,
        /** {@code oauth-protected-resource} at the root. */
        RESOURCE_ROOT,
        /** {@code oauth-authorization-server} between host and path, or at the root (RFC 8414 §3.1). */
        OAUTH,
        /** {@code openid-configuration} between host and path (RFC 8414 §5). */
        OIDC_INSERTED,
        /** {@code openid-configuration} behind the path (OpenID Connect Discovery §4.1). */
        OIDC_APPENDED
    }

    public record Candidate(Kind kind, String url) {
    }

    private WellKnown() {
    }

    /**
     * The addresses of a server's protected resource metadata, without the challenge's. A terminating slash goes only
     * where it stands directly behind the host; a query stays.
     */
    public static List<Candidate> resource(McpUrl server) {
        var uri = server.uri();
        var root = prefix(uri) + "/.well-known/oauth-protected-resource";
        var rest = path(uri).equals("/") ? "" : path(uri);
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var found = new ArrayList<Candidate>();
        if (!rest.isEmpty() || !query.isEmpty())
            found.add(new Candidate(Kind.RESOURCE_PATH, root + rest + query));
        found.add(new Candidate(Kind.RESOURCE_ROOT, root));
        return List.copyOf(found);
    }

    /**
     * The addresses of an authorization server's metadata; a terminating slash of the issuer goes first. None where the
     * issuer is no absolute http or https address.
     */
    public static List<Candidate> server(String issuer) {
        URI uri;
        try {
            uri = URI.create(issuer.strip());
        } catch (IllegalArgumentException e) {
            return List.of();
        }
        if (uri.getHost() == null || uri.getScheme() == null || !uri.getScheme().matches("(?i)https?"))
            return List.of();
        var path = path(uri).replaceFirst("/$", "");
        var known = prefix(uri) + "/.well-known/";
        if (path.isEmpty())
            return List.of(new Candidate(Kind.OAUTH, known + "oauth-authorization-server"),
                    new Candidate(Kind.OIDC_APPENDED, known + "openid-configuration"));
        return List.of(new Candidate(Kind.OAUTH, known + "oauth-authorization-server" + path),
                new Candidate(Kind.OIDC_INSERTED, known + "openid-configuration" + path),
                new Candidate(Kind.OIDC_APPENDED, prefix(uri) + path + "/.well-known/openid-configuration"));
    }

    private static String prefix(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static String path(URI uri) {
        return uri.getRawPath() == null ? "" : uri.getRawPath();
    }
}

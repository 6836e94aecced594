package mcpauth0.setup;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The address of an MCP server, byte for byte as clients will send it: {@code https://mcp.example.com/mcp}. It is what
 * the protected resource metadata's {@code resource}, the API identifier and the token's audience are compared with, so
 * nothing of its path, case or trailing slash is changed (MCP 2026-07-28, canonical server URI).
 */
public record McpUrl(String value) {

    /**
     * Accepts surrounding space; refuses what no client could call. A plain {@code http} address is accepted here,
     * because a check may look at one; {@link #secure()} tells.
     */
    public static Parsed<McpUrl> parse(String typed) {
        var text = typed.strip();
        if (text.isEmpty())
            return Parsed.bad("server-empty");
        if (!text.contains("://"))
            return Parsed.bad("server-no-scheme", text);
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return Parsed.bad("server-not-a-url", text);
        }
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http"))
            return Parsed.bad("server-scheme", text, scheme);
        if (uri.getHost() == null || uri.getHost().isEmpty() || uri.getPort() > 65535)
            return Parsed.bad("server-not-a-url", text);
        if (uri.getRawUserInfo() != null)
            return Parsed.bad("server-credentials");
        if (uri.getRawFragment() != null)
            return Parsed.bad("server-fragment", text);
        return Parsed.good(new McpUrl(text));
    }

    public URI uri() {
        return URI.create(value);
    }

    public String host() {
        return uri().getHost();
    }

    /** The port that is dialled: the written one, or the scheme's own. */
    public int port() {
        var port = uri().getPort();
        return port > 0 ? port : scheme().equals("https") ? 443 : 80;
    }

    public String scheme() {
        return uri().getScheme().toLowerCase(Locale.ROOT);
    }

    public boolean secure() {
        return scheme().equals("https");
    }

    /** Whether the address has no path, or a slash alone: clients then disagree about the slash. */
    public boolean bareOrigin() {
        var path = uri().getRawPath();
        return path == null || path.isEmpty() || path.equals("/");
    }

    /** Scheme, host and port as an origin is written: no path, no default port (RFC 6454 §6.1). */
    public String origin() {
        return originOf(uri());
    }

    public boolean loopback() {
        var host = host();
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    /** The origin of any absolute http or https address. */
    public static String originOf(URI uri) {
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var port = uri.getPort();
        var standard = port < 0 || (scheme.equals("https") && port == 443) || (scheme.equals("http") && port == 80);
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (standard ? "" : ":" + port);
    }

    @Override
    public String toString() {
        return value;
    }
}

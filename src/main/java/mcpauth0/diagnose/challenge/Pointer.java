package mcpauth0.diagnose.challenge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.setup.McpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where a challenge says that the metadata is ({@code resource_metadata}, RFC 9728 §5.1).
 *
 * @param text to the byte
 * @param address null where it is no absolute http or https address
 */
public record Pointer(String text, @Nullable URI address) {

    /** Null where there is none. */
    public static @Nullable Pointer of(McpAnswer answer) {
        var text = answer.challenges().resourceMetadata();
        return text == null ? null : new Pointer(text, absolute(text));
    }

    private static @Nullable URI absolute(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null && uri.getScheme() != null && uri.getScheme().matches("(?i)https?")
                    ? uri
                    : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Whether it is of that server's origin. */
    boolean staysAt(McpUrl server) {
        return address != null && McpUrl.originOf(address).equals(server.origin());
    }

    /** Whether it leaves encryption. */
    boolean inTheClear(McpUrl server) {
        return address != null && server.secure() && address.getScheme().equalsIgnoreCase("http");
    }

    /** Whether it leads into this machine or a network of its own, from a server that is elsewhere. */
    public boolean leadsInside(McpUrl server) {
        return address != null && !address.getHost().equalsIgnoreCase(server.host()) && !server.loopback()
                && inside(address.getHost().toLowerCase(Locale.ROOT));
    }

    private static boolean inside(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost") || host.endsWith(".local")
                || host.endsWith(".internal") || host.endsWith(".lan")
                || (!host.contains(".") && !host.startsWith("[")))
            return true;
        try {
            var address = InetAddress.ofLiteral(host.replaceAll("^\\[|]$", ""));
            return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress()
                    || address.isAnyLocalAddress()
                    || (address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

package mcpauth0.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;

/** What may be opened or sent a code, a token or a secret. */
public final class Endpoints {

    private Endpoints() {
    }

    /** Whether the address is https, or http on this machine; with a host, and without a name and password. */
    public static boolean safe(String url) {
        try {
            var uri = new URI(url);
            var scheme = uri.getScheme();
            if (scheme == null || uri.getHost() == null || uri.getRawUserInfo() != null)
                return false;
            return scheme.equalsIgnoreCase("https") || (scheme.equalsIgnoreCase("http") && loopback(uri.getHost()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    public static boolean loopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
                || host.equals("[::1]");
    }

    /** The address without its query, in which a state or a code may stand. */
    public static String bare(String url) {
        var end = url.indexOf('?');
        return end < 0 ? url : url.substring(0, end);
    }

    static Failure failureOf(Exchange exchange) {
        var failure = exchange.failure();
        return failure == null ? new Failure.Unexpected(new IllegalStateException("no answer, no failure")) : failure;
    }
}

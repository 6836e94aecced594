package mcpauth0.diagnose.metadata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.Fetched;
import org.jspecify.annotations.Nullable;

/** Where the authorization server's metadata was seen. */
final class Shown {

    private Shown() {
    }

    static Evidence metadata(Observations seen) {
        return Evidence.in(seen.server().found().map(Discovery.Server::picked).map(Fetched::exchange).orElse(null));
    }

    /** The host of an address; empty where it has none. */
    static String host(@Nullable String address) {
        try {
            var host = address == null ? null : new URI(address).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }
}

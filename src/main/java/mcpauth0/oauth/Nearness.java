package mcpauth0.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import mcpauth0.setup.McpUrl;
import org.jspecify.annotations.Nullable;

/** Whether a resource is the typed address or stands above it. A token for anything else has no business there. */
public final class Nearness {

    private Nearness() {
    }

    public static boolean covers(@Nullable String resource, McpUrl target) {
        if (resource == null)
            return false;
        try {
            var named = new URI(resource);
            if (named.getHost() == null || named.getScheme() == null || !named.getScheme().matches("(?i)https?")
                    || !McpUrl.originOf(named).equals(target.origin()))
                return false;
            var above = path(named).replaceFirst("/$", "");
            var typed = path(target.uri());
            return typed.replaceFirst("/$", "").equals(above) || typed.startsWith(above + "/");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String path(URI uri) {
        return uri.getRawPath() == null ? "" : uri.getRawPath();
    }
}

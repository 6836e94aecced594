package mcpauth0.diagnose.cors;

import java.util.List;
import java.util.Locale;
import mcpauth0.http.Exchange;

/**
 * What the server tells browsers.
 *
 * @param metadata the protected resource metadata, asked for as a page of another origin does
 * @param preflight the question of a browser before it calls the server
 */
public record CrossOrigin(Exchange metadata, Exchange preflight) {

    /** A client that runs in a browser: the MCP Inspector. */
    public static final String PAGE = "http://localhost:6274";

    /** Whether any answer speaks of other origins: only then does the server mean to serve browsers. */
    public boolean meantForBrowsers() {
        return List.of(metadata, preflight).stream().map(Exchange::answer)
                .anyMatch(answer -> answer != null && answer.headers().stream()
                        .anyMatch(header -> header.name().toLowerCase(Locale.ROOT)
                                .startsWith("access-control-")));
    }
}

package mcpauth0.diagnose.cors;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mcpauth0.http.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What the server tells browsers.
 *
 * @param metadata the protected resource metadata, asked for as a page of another origin does
 * @param preflight the question of a browser before it calls the server
 * @param call a call as a page makes it, without a token
 */
public record CrossOrigin(Exchange metadata, Exchange preflight, Exchange call) {

    /** A client that runs in a browser: the MCP Inspector. */
    public static final String PAGE = "http://localhost:6274";

    /** Whether any answer speaks of other origins: only then does the server mean to serve browsers. */
    public boolean meantForBrowsers() {
        return all().stream().map(Exchange::answer)
                .anyMatch(answer -> answer != null && answer.headers().stream()
                        .anyMatch(header -> header.name().toLowerCase(Locale.ROOT)
                                .startsWith("access-control-")));
    }

    public List<Exchange> all() {
        return List.of(metadata, preflight, call);
    }

    /** Whether the browser lets the page go on after the preflight. */
    boolean preflightPassed() {
        var answer = preflight.answer();
        return answer != null && answer.ok() && allows(preflight);
    }

    /** Whether the page may read that answer. */
    static boolean allows(Exchange exchange) {
        var allowed = header(exchange, "Access-Control-Allow-Origin");
        return allowed != null && (allowed.equals("*") || allowed.equals(PAGE));
    }

    static @Nullable String header(Exchange exchange, String name) {
        var answer = exchange.answer();
        return answer == null ? null : answer.header(name);
    }

    /** The values of a header that lists names, in lower case. */
    static List<String> listed(Exchange exchange, String name) {
        var answer = exchange.answer();
        return answer == null
                ? List.of()
                : answer.headers(name).stream().flatMap(line -> Stream.of(line.split(",", -1)))
                        .map(one -> one.strip().toLowerCase(Locale.ROOT)).filter(one -> !one.isEmpty()).toList();
    }
}

package mcpauth0.oauth.agent;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import mcpauth0.http.Exchange;
import mcpauth0.http.Http;
import mcpauth0.http.Request;
import mcpauth0.oauth.Endpoints;
import mcpauth0.oauth.Query;
import mcpauth0.oauth.UserAgent.Refused;
import mcpauth0.setup.McpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a stand-in: goes from answer to answer along redirects until one leads to the callback. It keeps cookies
 * per origin for as long as the visit lasts, and carries nothing else.
 */
final class Hops {

    private static final int MOST = 25;

    private final Http http;
    private final Predicate<URI> allowed;
    private final @Nullable String callback;
    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();
    private int taken;

    /** @param allowed where the visit may go, besides the callback */
    Hops(Http http, String begin, Predicate<URI> allowed) {
        this.http = http;
        this.allowed = allowed;
        this.callback = Query.first(Query.of(begin), "redirect_uri");
    }

    /** Whether the exchange was the visit to the callback, which ends it. */
    boolean arrived(Exchange exchange) {
        var url = exchange.request().url();
        return callback != null && (url.equals(callback) || url.startsWith(callback + "?"));
    }

    /** Sends it, follows what it leads to, and gives the first exchange that is no redirect. */
    Exchange go(Request first) throws Refused {
        var request = first;
        while (true) {
            var uri = URI.create(request.url());
            var exchange = http.send(taken == 0 ? request : withCookies(request, uri));
            taken++;
            var answer = exchange.answer();
            if (answer == null || arrived(exchange))
                return exchange;
            answer.headers("Set-Cookie").forEach(line -> keep(uri, line));
            var location = answer.redirect() ? answer.header("Location") : null;
            if (location == null)
                return exchange;
            // These two alone make a browser send the form once more (RFC 9110 §15.4.8).
            request = answer.status() == 307 || answer.status() == 308
                    ? request.withUrl(target(uri, location))
                    : Request.get(target(uri, location)).with("Accept", "text/html");
        }
    }

    private String target(URI from, String location) throws Refused {
        var next = callback != null && (location.equals(callback) || location.startsWith(callback + "?"))
                ? URI.create(callback)
                : resolve(from, location);
        if (taken >= MOST)
            throw new Refused("too-many-redirects", Endpoints.bare(from.toString()));
        if (!next.toString().equals(callback) && (next.getHost() == null || !allowed.test(next)))
            throw new Refused("not-loopback", Endpoints.bare(next.toString()));
        return next.toString().equals(callback) ? location : next.toString();
    }

    private static URI resolve(URI from, String location) throws Refused {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new Refused("not-loopback", Endpoints.bare(location));
        }
    }

    private Request withCookies(Request request, URI uri) {
        var own = cookies.getOrDefault(origin(uri), Map.of());
        return own.isEmpty()
                ? request
                : request.with("Cookie",
                        String.join("; ", own.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                                .toList()));
    }

    private void keep(URI uri, String line) {
        var pair = List.of(line.split(";", 2)).getFirst();
        var equals = pair.indexOf('=');
        if (equals > 0)
            cookies.computeIfAbsent(origin(uri), _ -> new LinkedHashMap<>()).put(pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
    }

    private static String origin(URI uri) {
        return McpUrl.originOf(uri);
    }
}

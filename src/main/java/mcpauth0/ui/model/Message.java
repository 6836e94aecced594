package mcpauth0.ui.model;

import java.net.URI;
import java.util.Optional;
import mcpauth0.http.Exchange;
import mcpauth0.http.Json;
import mcpauth0.http.Redaction;
import org.jspecify.annotations.Nullable;

/** How an exchange is called in a line: method, path, what was asked for. */
public final class Message {

    private static final int LONGEST_CALL = 40;

    private Message() {
    }

    /** {@code POST /mcp · tools/list}. The well-known part is the same in every address of its kind and is left out. */
    public static String what(Exchange exchange) {
        var request = exchange.request();
        var called = call(exchange).map(name -> " · " + name).orElse("");
        return address(exchange)
                .map(uri -> request.method() + " " + path(uri).replace("/.well-known/", "…/") + called)
                .orElseGet(() -> request.method() + " " + Redaction.url(request.url()));
    }

    /** Host and port where they are not those; else empty. */
    public static String elsewhere(Exchange exchange, String host) {
        return address(exchange).map(Message::host).filter(other -> !host.equals(other)).orElse("");
    }

    /** With the port where it is written. */
    static String host(URI uri) {
        return uri.getHost() + (uri.getPort() > 0 ? ":" + uri.getPort() : "");
    }

    static String path(URI uri) {
        return uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    }

    static Optional<URI> address(Exchange exchange) {
        try {
            return Optional.of(URI.create(exchange.request().url()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The method of JSON-RPC, which tells calls to one address apart. */
    private static Optional<String> call(Exchange exchange) {
        var body = json(exchange.request().body());
        return body == null
                ? Optional.empty()
                : Optional.ofNullable(body.path("method").textValue()).filter(name -> name.length() <= LONGEST_CALL);
    }

    /** The body of a request as JSON; null where it is none. */
    private static com.fasterxml.jackson.databind.@Nullable JsonNode json(byte @Nullable [] body) {
        if (body == null || body.length == 0 || body[0] != '{')
            return null;
        try {
            return Json.MAPPER.readTree(body);
        } catch (java.io.IOException _) {
            return null;
        }
    }
}

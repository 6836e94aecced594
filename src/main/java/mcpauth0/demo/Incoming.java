package mcpauth0.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in.
 *
 * @param path as it was sent, still encoded, without the query
 * @param query as it was sent, empty where there was none
 * @param connection the same for all requests of one connection
 * @param variables what stood at the places that the route's pattern names, decoded
 */
@SuppressWarnings("ArrayRecordComponent") // requests are answered, never compared
record Incoming(String method, String path, String query, Headers headers, byte[] body, int connection,
        Map<String, String> variables) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Incoming with(Map<String, String> found) {
        return new Incoming(method, path, query, headers, body, connection, found);
    }

    /** What stood at that place of the pattern. */
    String variable(String name) {
        var value = variables.get(name);
        if (value == null)
            throw new IllegalArgumentException("the route has no " + name);
        return value;
    }

    @Nullable
    String header(String name) {
        return headers.getFirst(name);
    }

    /** Names and values of the query; of a name that comes twice, the first. */
    Map<String, String> parameters() {
        return decode(query);
    }

    @Nullable
    String parameter(String name) {
        return parameters().get(name);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as a form. */
    Map<String, String> form() {
        return decode(text());
    }

    boolean isJson() {
        var type = header("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    /** The body as JSON whatever its declared type; missing where it is none. */
    JsonNode json() {
        return parsed(body);
    }

    /** Missing where it is no JSON. */
    static JsonNode parsed(byte[] text) {
        try {
            var node = JSON.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The token of {@code Authorization: Bearer}, null where there is none. */
    @Nullable
    String bearer() {
        var line = header("Authorization");
        return line != null && line.regionMatches(true, 0, "Bearer ", 0, 7) ? line.substring(7).strip() : null;
    }

    private static Map<String, String> decode(String text) {
        var found = new LinkedHashMap<String, String>();
        for (var pair : text.split("&", -1)) {
            var at = pair.indexOf('=');
            if (!pair.isEmpty())
                found.putIfAbsent(decoded(at < 0 ? pair : pair.substring(0, at)),
                        at < 0 ? "" : decoded(pair.substring(at + 1)));
        }
        return found;
    }

    /** One segment of a path; a plus sign is a plus sign there. */
    static String pathDecoded(String segment) {
        return decoded(segment.replace("+", "%2B"));
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}

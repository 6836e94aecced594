package mcpauth0.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is to go out.
 *
 * @param status 0 closes the connection without an answer
 * @param stream writes the body piece by piece instead of {@code body}; null for a body of known length
 */
@SuppressWarnings("ArrayRecordComponent") // answers are sent, never compared
record Outgoing(int status, List<Map.Entry<String, String>> headers, byte[] body, @Nullable Stream stream) {

    /** Writes a body; the connection stays open until it returns. */
    @FunctionalInterface
    interface Stream {
        void write(OutputStream out) throws IOException;
    }

    Outgoing {
        headers = List.copyOf(headers);
    }

    static Outgoing of(int status, String type, String text) {
        return new Outgoing(status, List.of(Map.entry("Content-Type", type)), text.getBytes(StandardCharsets.UTF_8),
                null);
    }

    static Outgoing json(int status, JsonNode node) {
        return of(status, "application/json; charset=utf-8", node.toString());
    }

    static Outgoing html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page);
    }

    static Outgoing text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text);
    }

    static Outgoing empty(int status) {
        return new Outgoing(status, List.of(), new byte[0], null);
    }

    static Outgoing redirect(String location) {
        return empty(302).with("Location", location);
    }

    static Outgoing streamed(int status, String type, Stream stream) {
        return new Outgoing(status, List.of(Map.entry("Content-Type", type)), new byte[0], stream);
    }

    /** The connection breaks before any answer. */
    static Outgoing dropped() {
        return empty(0);
    }

    /** Adds a header line; one of the same name stays. */
    Outgoing with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Outgoing(status, more, body, stream);
    }

    Outgoing without(String name) {
        return new Outgoing(status,
                headers.stream().filter(header -> !header.getKey().equalsIgnoreCase(name)).toList(), body, stream);
    }

    Outgoing withStatus(int newStatus) {
        return new Outgoing(newStatus, headers, body, stream);
    }
}

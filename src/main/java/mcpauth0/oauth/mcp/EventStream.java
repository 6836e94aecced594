package mcpauth0.oauth.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import mcpauth0.http.Json;
import org.jspecify.annotations.Nullable;

/** JSON-RPC messages out of server-sent events (WHATWG HTML §9.2.6); events that hold something else are passed over. */
final class EventStream {

    private EventStream() {
    }

    /**
     * Tells of a growing stream whether it holds the response to that id, in an event that has ended. It looks at every
     * event once: a stream of a megabyte comes in many pieces.
     */
    static Predicate<byte[]> awaiting(int id) {
        return new Awaiting(id);
    }

    private static final class Awaiting implements Predicate<byte[]> {

        private final int id;
        private int event;
        private int line;
        private int at;

        Awaiting(int id) {
            this.id = id;
        }

        @Override
        public boolean test(byte[] bytes) {
            for (; at < bytes.length; at++) {
                var halfway = bytes[at] == '\n' && at > 0 && bytes[at - 1] == '\r';
                var ends = bytes[at] == '\n' || bytes[at] == '\r';
                var empty = ends && !halfway && at == line;
                if (ends)
                    line = at + 1;
                if (empty) {
                    var ended = Arrays.copyOfRange(bytes, event, line);
                    event = line;
                    if (response(messages(ended, true), id) != null)
                        return true;
                }
            }
            return false;
        }
    }

    static @Nullable ObjectNode response(List<JsonNode> messages, @Nullable Integer id) {
        if (id == null)
            return null;
        for (var message : messages)
            if (message instanceof ObjectNode object && (object.has("result") || object.has("error"))
                    && object.path("id").asText().equals(id.toString()))
                return object;
        return null;
    }

    /** @param ended whether nothing more will come, so that a last event without its empty line counts too */
    static List<JsonNode> messages(byte[] bytes, boolean ended) {
        var found = new ArrayList<JsonNode>();
        var data = new StringBuilder();
        var text = new String(bytes, StandardCharsets.UTF_8);
        var lines = text.split("\r\n|\n|\r", -1);
        for (var i = 0; i < lines.length; i++) {
            var line = lines[i];
            var last = i == lines.length - 1;
            if (line.isEmpty() ? !last || ended : last && ended) {
                field(line, data);
                if (!data.isEmpty())
                    Json.parse(data.toString()).ifPresent(found::add);
                data.setLength(0);
            } else if (!last) {
                field(line, data);
            }
        }
        return found;
    }

    private static void field(String line, StringBuilder data) {
        if (!line.startsWith("data:"))
            return;
        if (!data.isEmpty())
            data.append('\n');
        data.append(line, line.startsWith("data: ") ? 6 : 5, line.length());
    }
}

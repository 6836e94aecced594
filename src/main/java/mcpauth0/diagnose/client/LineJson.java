package mcpauth0.diagnose.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mcpauth0.diagnose.client.AccessLine.Token;
import mcpauth0.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line of JSON, as Caddy, Traefik, nginx, Cloudflare, Google Cloud and the loggers of Node write it: by the names
 * of the fields, wherever they stand.
 */
final class LineJson {

    private static final int DEEPEST = 6;
    private static final int MOST_FIELDS = 300;
    private static final List<String> METHOD = List.of("method", "requestmethod", "request_method", "httpmethod",
            "clientrequestmethod", "http_method");
    private static final List<String> PATH = List.of("uri", "requestpath", "request_uri", "requesturi", "requesturl",
            "clientrequesturi", "clientrequestpath", "path", "url", "originalurl");
    private static final List<String> STATUS = List.of("status", "statuscode", "status_code", "downstreamstatus",
            "edgeresponsestatus", "responsestatus", "response_status");
    private static final List<String> AGENT = List.of("user-agent", "user_agent", "useragent", "http_user_agent",
            "request_user-agent", "clientrequestuseragent");
    private static final List<String> ADDRESS = List.of("client_ip", "clienthost", "clientip", "remote_ip", "remoteip",
            "remote_addr", "remoteaddr", "remoteaddress", "x-forwarded-for", "http_x_forwarded_for", "x_forwarded_for",
            "cf-connecting-ip", "ip");
    private static final List<String> TIME = List.of("ts", "time", "timestamp", "@timestamp", "startutc",
            "time_iso8601", "time_local", "edgestarttimestamp");
    private static final List<String> WORDS = List.of("request", "message", "msg", "log", "textpayload");

    private final Map<String, JsonNode> fields = new HashMap<>();
    private boolean headers;

    private LineJson(JsonNode line) {
        collect(line, 0);
    }

    static Optional<AccessLine> read(String line) {
        return Json.parse(line).filter(JsonNode::isObject).flatMap(json -> new LineJson(json).line());
    }

    private void collect(JsonNode node, int depth) {
        if (depth > DEEPEST)
            return;
        for (var entry : node.properties()) {
            var name = entry.getKey().toLowerCase(Locale.ROOT);
            var value = entry.getValue();
            headers |= name.equals("headers") && value.isObject();
            if (value.isObject())
                collect(value, depth + 1);
            else if (fields.size() < MOST_FIELDS)
                fields.putIfAbsent(name, value.isArray() && !value.isEmpty() ? value.get(0) : value);
        }
    }

    private Optional<AccessLine> line() {
        var method = text(METHOD).toUpperCase(Locale.ROOT);
        var path = LineText.path(text(PATH));
        var status = number(text(STATUS));
        if (method.isEmpty() || path == null || status == 0)
            return inside(status);
        return Optional.of(new AccessLine(time(), addresses(), method, path, status, text(AGENT), token()));
    }

    /** A line of text within: {@code "request":"POST /mcp HTTP/1.1"}, or what a container's log wraps. */
    private Optional<AccessLine> inside(int status) {
        for (var name : WORDS) {
            var words = text(List.of(name));
            var read = LineText.read(status == 0 ? words : words + " " + status);
            if (read.isPresent()) {
                var line = read.get();
                return Optional.of(new AccessLine(line.time() == null ? time() : line.time(),
                        line.addresses().isEmpty() ? addresses() : line.addresses(), line.method(), line.path(),
                        line.status(), line.agent().isEmpty() ? text(AGENT) : line.agent(),
                        line.token() == Token.UNTOLD ? token() : line.token()));
            }
        }
        return Optional.empty();
    }

    private List<String> addresses() {
        var found = new ArrayList<String>();
        for (var name : ADDRESS)
            found.addAll(List.of(text(List.of(name)).split("[ ,]+")));
        return LineText.addresses(found);
    }

    /** Who logs headers hides the value of this one, and leaves it out only where it was not sent. */
    private Token token() {
        var value = fields.get("authorization");
        return value != null && !value.asText().isBlank() && !value.asText().equals("-")
                ? Token.SENT
                : headers && !text(AGENT).isEmpty() ? Token.NOT_SENT : Token.UNTOLD;
    }

    private @Nullable String time() {
        var value = text(TIME);
        var seconds = fields.get("ts");
        if (seconds != null && seconds.isNumber())
            value = Instant.ofEpochSecond(Math.clamp(seconds.asLong(), 0, 99_999_999_999L)).toString();
        return LineText.time(value);
    }

    private String text(List<String> names) {
        return names.stream().map(fields::get).filter(value -> value != null && value.isValueNode() && !value.isNull())
                .map(JsonNode::asText).filter(text -> !text.isBlank()).findFirst().orElse("");
    }

    private static int number(String text) {
        return text.length() == 3 && text.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(text) : 0;
    }
}

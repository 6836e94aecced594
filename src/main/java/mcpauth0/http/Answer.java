package mcpauth0.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the server answered.
 *
 * @param truncated whether {@code body} is only a beginning: the body was longer than the request's limit, or it is a
 *            stream of events that had not ended when the time was over
 */
@SuppressWarnings("ArrayRecordComponent") // answers are read, never compared
public record Answer(int status, String protocol, List<Header> headers, byte[] body, boolean truncated) {

    public Answer {
        headers = List.copyOf(headers);
    }

    public @Nullable String header(String name) {
        return headers.stream().filter(header -> header.named(name)).map(Header::value).findFirst().orElse(null);
    }

    /** All lines of that name, in the order in which they came. */
    public List<String> headers(String name) {
        return headers.stream().filter(header -> header.named(name)).map(Header::value).toList();
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public boolean redirect() {
        return status >= 300 && status < 400 && status != 304;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The media type in lower case, without its parameters; empty where none was sent. */
    public String mediaType() {
        var type = header("Content-Type");
        if (type == null)
            return "";
        var end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** The body as JSON, whatever its declared type; empty where it is none, or was cut. */
    public Optional<JsonNode> json() {
        return truncated ? Optional.empty() : Json.parse(body);
    }
}

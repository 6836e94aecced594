package mcpauth0.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is to be sent.
 *
 * @param timeout for the whole exchange, from name look-up to the last byte of the answer that is read
 * @param maxBody how many bytes of the answer's body are kept at most; what comes after is not read
 * @param enough gives one that is asked before and while the body of one exchange arrives: whether what came so far is all
 *            that is wanted (an event stream may never end by itself); null reads to the end
 * @param freshConnection whether a connection of its own is opened and closed
 */
@SuppressWarnings("ArrayRecordComponent") // requests are sent, never compared
public record Request(String method, String url, List<Header> headers, byte @Nullable [] body, Duration timeout,
        int maxBody, @Nullable Supplier<Predicate<byte[]>> enough, boolean freshConnection) {

    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);
    public static final int USUAL_MAX_BODY = 1 << 20;

    public Request {
        headers = List.copyOf(headers);
    }

    public static Request of(String method, String url) {
        return new Request(method, url, List.of(), null, USUAL_TIMEOUT, USUAL_MAX_BODY, null, false);
    }

    public static Request get(String url) {
        return of("GET", url);
    }

    public static Request post(String url, String contentType, String body) {
        return of("POST", url).with("Content-Type", contentType).withBody(body);
    }

    /** Adds a header line; one of the same name that is there already stays. */
    public Request with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Request(method, url, more, body, timeout, maxBody, enough, freshConnection);
    }

    public Request without(String name) {
        return new Request(method, url, headers.stream().filter(header -> !header.named(name)).toList(), body, timeout,
                maxBody, enough, freshConnection);
    }

    public Request bearer(String token) {
        return without("Authorization").with("Authorization", "Bearer " + token);
    }

    public Request withUrl(String newUrl) {
        return new Request(method, newUrl, headers, body, timeout, maxBody, enough, freshConnection);
    }

    public Request withBody(String text) {
        return new Request(method, url, headers, text.getBytes(StandardCharsets.UTF_8), timeout, maxBody, enough,
                freshConnection);
    }

    public Request within(Duration newTimeout) {
        return new Request(method, url, headers, body, newTimeout, maxBody, enough, freshConnection);
    }

    public Request atMost(int bytes) {
        return new Request(method, url, headers, body, timeout, bytes, enough, freshConnection);
    }

    /** Reads no body: status and headers tell all that is wanted. */
    public Request headersAlone() {
        return until(_ -> true);
    }

    public Request until(Predicate<byte[]> isEnough) {
        return untilEach(() -> isEnough);
    }

    /** Each exchange with a predicate of its own, which may remember what it has looked at. */
    public Request untilEach(Supplier<Predicate<byte[]>> isEnough) {
        return new Request(method, url, headers, body, timeout, maxBody, isEnough, freshConnection);
    }

    public Request onFreshConnection() {
        return new Request(method, url, headers, body, timeout, maxBody, enough, true);
    }

    public @Nullable String header(String name) {
        return headers.stream().filter(header -> header.named(name)).map(Header::value).findFirst().orElse(null);
    }

    public String bodyText() {
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    /** Without body and secrets. */
    @Override
    public String toString() {
        return method + " " + Redaction.url(url) + " " + headers;
    }
}

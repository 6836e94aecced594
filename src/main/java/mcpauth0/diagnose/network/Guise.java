package mcpauth0.diagnose.network;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mcpauth0.http.Answer;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import org.jspecify.annotations.Nullable;

/**
 * One request twice: as this program, and under the name by which a known client calls.
 *
 * @param agent the {@code User-Agent} of the client
 * @param ofServer whether the address is one of the server itself, not of its authorization server
 * @param own sent under this program's name
 * @param other the same under the client's
 * @param after under this program's name again, where the two differed: a limit that was reached meanwhile meets everybody
 */
public record Guise(String agent, boolean ofServer, Exchange own, Exchange other, @Nullable Exchange after) {

    static final String MCP = "Claude-User";
    static final String DISCOVERY = "python-httpx/0.28.1";
    static final List<String> AGENTS = List.of(MCP, DISCOVERY);

    /** Statuses with which firewalls turn programs away. */
    private static final Set<Integer> TURNING = Set.of(403, 406, 429, 503);
    /** Headers that only a bot protection sends when it stops a request. */
    private static final Set<String> SIGNS = Set.of("cf-mitigated", "x-amzn-waf-action", "x-datadome",
            "x-sucuri-block");

    /** Whether a request was stopped by a protection that wants to see a person. */
    static boolean stopped(Exchange exchange) {
        var answer = exchange.answer();
        return answer != null && (SIGNS.stream().anyMatch(sign -> answer.header(sign) != null)
                || (TURNING.contains(answer.status()) && page(answer)));
    }

    /** Whether the client is turned away where this program is not. */
    boolean turnedAway() {
        return differ(own, other) && after != null && !differ(own, after);
    }

    /** Whether nobody but a browser is let in: client and program are stopped alike. */
    boolean bothStopped() {
        return stopped(own) && stopped(other);
    }

    /** Whether the second answer is a refusal that the first is not. */
    static boolean differ(Exchange first, Exchange second) {
        var before = first.answer();
        var now = second.answer();
        if (before == null)
            return false;
        if (now == null)
            return !(second.failure() instanceof Failure.Cancelled);
        return (stopped(second) && !stopped(first)) || (now.status() >= 400 && now.status() != before.status())
                || (page(now) && !page(before));
    }

    /** {@code 403 POST /mcp}. */
    String line() {
        var url = URI.create(other.request().url());
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var place = ofServer ? path : url.getRawAuthority() + path;
        return (other.answer() == null ? "–" : String.valueOf(other.status())) + " " + other.request().method() + " "
                + place + (other.request().header("Authorization") == null ? "" : " + token");
    }

    Stream<Exchange> exchanges() {
        return after == null ? Stream.of(own, other) : Stream.of(own, other, after);
    }

    private static boolean page(Answer answer) {
        return answer.mediaType().equals("text/html");
    }
}

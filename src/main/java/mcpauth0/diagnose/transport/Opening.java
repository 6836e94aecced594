package mcpauth0.diagnose.transport;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.mcp.McpAnswer;

/**
 * What a client hears that has no token yet.
 *
 * @param initialize the first call, of the era of 2025
 * @param others the calls after it, in their order; none where the first had no answer
 */
public record Opening(McpAnswer initialize, List<McpAnswer> others) {

    /** An origin that nobody allows; the name cannot exist (RFC 6761). */
    public static final String STRANGE_ORIGIN = "https://stranger.invalid";

    public Opening {
        others = List.copyOf(others);
    }

    /** Whether anything answered at all. */
    public boolean answered() {
        return initialize.exchange().answer() != null;
    }

    /** Whether the address sends elsewhere, so that what it says itself is not known. */
    public boolean redirected() {
        var answer = initialize.exchange().answer();
        return answer != null && answer.redirect();
    }

    /** The answer to the plain call of that method. */
    public Optional<McpAnswer> plain(String method) {
        return others.stream().filter(one -> one.call().method().equals(method) && !strange(one)).findFirst();
    }

    /** The answer to {@code initialize} from an origin that nobody allows. */
    public Optional<McpAnswer> fromStranger() {
        return others.stream().filter(Opening::strange).findFirst();
    }

    /** The answers to calls that name no origin: a stranger may be turned away before anything else is looked at. */
    public List<McpAnswer> plain() {
        return all().stream().filter(one -> !strange(one)).toList();
    }

    /** All answers, the first included. */
    public List<McpAnswer> all() {
        return Stream.concat(Stream.of(initialize), others.stream()).toList();
    }

    public List<Exchange> exchanges() {
        return all().stream().map(McpAnswer::exchange).toList();
    }

    private static boolean strange(McpAnswer answer) {
        return answer.call().headers().stream().anyMatch(header -> header.named("Origin"));
    }
}

package mcpauth0.diagnose.transport;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.mcp.Eras;
import mcpauth0.oauth.mcp.McpAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What a client hears that has no token yet.
 *
 * @param first the first call, of the era of 2025, and where it came out
 * @param others the calls after it, in their order; none where the first had no answer
 * @param fromClients the first call in the name of pages of known clients in a cloud; none on this machine
 * @param elsewhere the first call at addresses nearby, where nobody listens at this one
 * @param listening whether it may listen: GET, for a stream of events; null where the first call had no answer
 */
public record Opening(FirstCall first, List<McpAnswer> others, List<McpAnswer> fromClients, List<McpAnswer> elsewhere,
        @Nullable Exchange listening) {

    /** An origin that nobody allows; the name cannot exist (RFC 6761). */
    public static final String STRANGE_ORIGIN = "https://stranger.invalid";

    /** Pages of clients in a cloud that should be let in. */
    public static final List<String> CLIENT_ORIGINS = List.of("https://claude.ai", "https://chatgpt.com");

    public Opening {
        others = List.copyOf(others);
        fromClients = List.copyOf(fromClients);
        elsewhere = List.copyOf(elsewhere);
    }

    /** The answer to the first call, at the address that it came out at. */
    public McpAnswer initialize() {
        return first.last();
    }

    /** Whether anything answered at all. */
    public boolean answered() {
        return first.answered();
    }

    /** Whether the address sends elsewhere, so that what it says itself is not known. */
    public boolean redirected() {
        return first.lost();
    }

    /** The answer to the plain call of that method. */
    public Optional<McpAnswer> plain(String method) {
        return others.stream().filter(one -> one.call().method().equals(method) && !strange(one)).findFirst();
    }

    /** How both eras answer without a token. */
    public Optional<Eras> eras() {
        return plain("server/discover").map(modern -> new Eras(modern, initialize()));
    }

    /** The answer to {@code initialize} from an origin that nobody allows. */
    public Optional<McpAnswer> fromStranger() {
        return others.stream().filter(Opening::strange).findFirst();
    }

    /** The answers to calls that name no origin: a stranger may be turned away before anything else is looked at. */
    public List<McpAnswer> plain() {
        return all().stream().filter(one -> !strange(one)).toList();
    }

    /** All answers of the address, the first included. */
    public List<McpAnswer> all() {
        return Stream.concat(Stream.of(initialize()), others.stream()).toList();
    }

    public List<Exchange> exchanges() {
        return all().stream().map(McpAnswer::exchange).toList();
    }

    /** Everything that was sent. */
    List<Exchange> everything() {
        return Stream.concat(
                Stream.of(first.way(), others, fromClients, elsewhere).flatMap(List::stream).map(McpAnswer::exchange),
                Stream.ofNullable(listening)).toList();
    }

    private static boolean strange(McpAnswer answer) {
        return answer.call().headers().stream().anyMatch(header -> header.named("Origin"));
    }
}

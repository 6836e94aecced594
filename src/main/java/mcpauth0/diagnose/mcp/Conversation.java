package mcpauth0.diagnose.mcp;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.mcp.Eras;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.oauth.mcp.McpSession;
import org.jspecify.annotations.Nullable;

/**
 * What came of calling the server with the genuine token.
 *
 * @param tools null where no session could be opened
 * @param handshake a session of the era of 2025, with an id; null where the server has none
 * @param ids the session ids that it gave, in their order
 * @param asides calls beside the usual ones
 */
public record Conversation(Eras eras, McpSession.@Nullable Tools tools, @Nullable McpSession handshake,
        List<String> ids, Asides asides) {

    /**
     * Calls with the token that show how exactly the server listens; each is null where no session could be opened, or where
     * it has no meaning.
     *
     * @param notified {@code notifications/initialized}, in the era of 2025
     * @param streamed a call that would rather have a stream of events
     * @param mismatched a call of the modern era whose header names another method than the message
     * @param fromStranger a call from an origin that nobody allows
     * @param fromClients calls from pages of known clients in a cloud; none on this machine
     * @param listening whether it may listen: GET, for a stream of events
     */
    public record Asides(@Nullable McpAnswer notified, @Nullable McpAnswer streamed, @Nullable McpAnswer mismatched,
            @Nullable McpAnswer fromStranger, List<McpAnswer> fromClients, @Nullable Exchange listening) {
        public Asides {
            fromClients = List.copyOf(fromClients);
        }
    }

    public Conversation {
        ids = List.copyOf(ids);
    }

    /** Whether the token was taken, in either era. */
    public boolean accepted() {
        return eras.modern().accepted() || eras.legacy().accepted();
    }

    public @Nullable McpAnswer fromStranger() {
        return asides.fromStranger;
    }

    /** All answers to requests of no strange kind. */
    public List<McpAnswer> answers() {
        return Stream.of(Stream.of(eras.modern(), eras.legacy()),
                tools == null ? Stream.<McpAnswer>of() : tools.answers().stream(), Stream.ofNullable(asides.streamed))
                .flatMap(one -> one).filter(Objects::nonNull).toList();
    }
}

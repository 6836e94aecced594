package mcpauth0.diagnose;

import java.time.Instant;
import mcpauth0.http.Network;
import mcpauth0.setup.McpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What a run was asked for.
 *
 * @param now the time by the clock of the surroundings
 * @param clientGiven whether a client registered by hand is used
 * @param issuer of the tenant that the operator let the program into; null without
 * @param browsers whether the operator named a client that runs in a browser
 * @param deep whether tokens and requests that must be refused are sent as well
 * @param patience how long an answer may take
 */
public record Scene(McpUrl target, Instant now, boolean clientGiven, @Nullable String issuer, boolean browsers,
        boolean deep, Network.Patience patience) {
}

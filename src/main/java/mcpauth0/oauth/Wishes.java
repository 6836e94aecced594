package mcpauth0.oauth;

import java.util.List;
import mcpauth0.http.Json;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about how a client comes to a server.
 *
 * @param byHand a client that somebody registered; null for none
 * @param document address of a client metadata document, the client's name where the authorization server takes such
 *            names; null for none. This program has none of its own
 * @param scopes to ask for at first instead of the advertised ones; null for these
 * @param lasting whether a refresh token is wanted
 */
public record Wishes(@Nullable HandMade byHand, @Nullable String document, @Nullable List<String> scopes,
        boolean lasting) {

    /** As the server has it, without a refresh token. */
    public static final Wishes NONE = new Wishes(null, null, null, false);

    /**
     * A client that was registered by hand.
     *
     * @param issuer who knows it; null for whichever is met first
     * @param ownBehalf whether it comes for itself and nobody signs in (RFC 6749 §4.4)
     */
    public record HandMade(@Nullable String issuer, String clientId, @Nullable Secret secret,
            @Nullable AssertionKey key, boolean ownBehalf) {

        HandMade boundTo(String bound) {
            return new HandMade(bound, clientId, secret, key, ownBehalf);
        }

        RegisteredClient at(ServerMetadata server, String bound, LoopbackPorts ports) {
            var method = key != null
                    ? AuthMethod.PRIVATE_KEY_JWT
                    : secret == null ? AuthMethod.NONE : AuthMethod.forSecret(server.tokenAuthMethods());
            return new RegisteredClient(bound, clientId, secret, key, method, ports.redirectUris(), Json.object());
        }
    }

    public Wishes {
        scopes = scopes == null ? null : List.copyOf(scopes);
    }

    public Wishes withByHand(@Nullable HandMade client) {
        return new Wishes(client, document, scopes, lasting);
    }

    public Wishes withDocument(@Nullable String address) {
        return new Wishes(byHand, address, scopes, lasting);
    }

    public Wishes withScopes(@Nullable List<String> wanted) {
        return new Wishes(byHand, document, wanted, lasting);
    }

    public Wishes withLasting(boolean wanted) {
        return new Wishes(byHand, document, scopes, wanted);
    }
}

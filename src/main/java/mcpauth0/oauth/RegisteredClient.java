package mcpauth0.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import mcpauth0.http.Json;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A client that an authorization server knows. It belongs to that issuer alone.
 *
 * @param issuer of the metadata that named the registration endpoint, to the byte
 * @param key with which the client signs who it is, for {@code private_key_jwt}; null for other ways
 * @param redirectUris as the server confirmed them, or as they were asked for where it says nothing
 * @param raw the server's answer without its secrets; empty for a client that was made by hand
 */
public record RegisteredClient(String issuer, String clientId, @Nullable Secret secret, @Nullable AssertionKey key,
        AuthMethod authMethod, List<String> redirectUris, ObjectNode raw) {

    public RegisteredClient {
        redirectUris = List.copyOf(redirectUris);
    }

    public RegisteredClient(String issuer, String clientId, @Nullable Secret secret, AuthMethod authMethod,
            List<String> redirectUris, ObjectNode raw) {
        this(issuer, clientId, secret, null, authMethod, redirectUris, raw);
    }

    /** One that somebody registered by hand, with our callbacks. A secret is sent in the body, as most clients do. */
    public static RegisteredClient byHand(String issuer, String clientId, @Nullable Secret secret) {
        return new RegisteredClient(issuer, clientId, secret, secret == null ? AuthMethod.NONE : AuthMethod.SECRET_POST,
                LoopbackPorts.STANDARD.redirectUris(), Json.object());
    }

    /** Whether it is somebody else's doing, so that others may use it too; what this program registered is its own. */
    public boolean shared() {
        return raw.isEmpty();
    }

    /** The same, coming back to that address alone. */
    public RegisteredClient withRedirect(String redirectUri) {
        return new RegisteredClient(issuer, clientId, secret, key, authMethod, List.of(redirectUri), raw);
    }

    public RegisteredClient withAuthMethod(AuthMethod method) {
        return new RegisteredClient(issuer, clientId, secret, key, method, redirectUris, raw);
    }
}

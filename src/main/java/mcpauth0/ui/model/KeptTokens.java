package mcpauth0.ui.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import mcpauth0.access.Keychain;
import mcpauth0.access.NamedConnection;
import mcpauth0.access.NamedConnections;
import mcpauth0.diagnose.AgedTokens;
import mcpauth0.http.Json;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that wait until they have run out: in the keychain where the operator lets the connection in use keep its secret
 * there, else in memory. A keychain that refuses is as good as none.
 */
public final class KeptTokens implements AgedTokens {

    private final AgedTokens memory;
    private final NamedConnections connections;
    private final Supplier<@Nullable String> connection;

    /**
     * @param memory for the time that the program runs
     * @param connection name of the connection in use; null for none
     */
    public KeptTokens(AgedTokens memory, NamedConnections connections, Supplier<@Nullable String> connection) {
        this.memory = memory;
        this.connections = connections;
        this.connection = connection;
    }

    @Override
    public void keep(String resource, Secret token, Instant expires) {
        if (!mayUseKeychain()) {
            memory.keep(resource, token, expires);
            return;
        }
        try {
            if (connections.keychain().find(name(resource)).isEmpty())
                connections.keychain().keep(name(resource), Secret.of(Json.write(
                        Json.object().put("expires", expires.toString()).put("token", token.reveal()))));
        } catch (Keychain.Trouble _) {
            memory.keep(resource, token, expires);
        }
    }

    @Override
    public Optional<Secret> take(String resource, Instant now) {
        var here = memory.take(resource, now);
        return here.isPresent() || !mayUseKeychain() ? here : fromKeychain(resource, now);
    }

    private Optional<Secret> fromKeychain(String resource, Instant now) {
        try {
            var kept = connections.keychain().find(name(resource)).flatMap(text -> Json.parse(text.reveal()));
            if (kept.isEmpty())
                return Optional.empty();
            var expires = Instant.parse(kept.get().path("expires").asText());
            if (now.isBefore(expires.plus(STALE)))
                return Optional.empty();
            connections.keychain().forget(name(resource));
            return now.isAfter(expires.plus(FORGOTTEN))
                    ? Optional.empty()
                    : Optional.of(Secret.of(kept.get().path("token").asText()));
        } catch (Keychain.Trouble | DateTimeException _) {
            return Optional.empty();
        }
    }

    private boolean mayUseKeychain() {
        var used = connection.get();
        return used != null && connections.find(used).filter(NamedConnection::inKeychain).isPresent();
    }

    private static String name(String resource) {
        return "aged token for " + resource;
    }
}

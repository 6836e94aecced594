package mcpauth0.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import mcpauth0.http.Exchange;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What the token endpoint gave (RFC 6749 §5.1).
 *
 * @param type as spelt, usually {@code Bearer}; null where the answer has none
 * @param expiresIn seconds, null where the answer does not say
 * @param scope as answered; null where the answer does not say
 * @param requested the scopes that were asked for
 * @param raw the answer without its secrets
 */
public record Tokens(AccessToken access, @Nullable Secret refresh, @Nullable Secret identity, @Nullable String type,
        @Nullable Long expiresIn, @Nullable String scope, List<String> requested, ObjectNode raw, Exchange exchange) {

    /** Seconds beyond which a lifetime is no more than a way to say for ever. */
    private static final long LONGEST = 100L * 366 * 24 * 3600;

    public Tokens {
        requested = List.copyOf(requested);
    }

    /** When the access token ends, by the answer and the clock when it was asked for; null where the answer does not say. */
    public @Nullable Instant expires() {
        if (expiresIn == null || expiresIn > LONGEST)
            return null;
        return exchange.started().plusSeconds(expiresIn);
    }

    /** What the answer says that was granted: where it does not say, what was asked for (RFC 6749 §5.1). */
    List<String> grantedScopes() {
        return scope == null ? requested : scope.isBlank() ? List.of() : List.of(scope.strip().split("\\s+"));
    }
}

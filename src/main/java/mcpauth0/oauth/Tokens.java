package mcpauth0.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

    public Tokens {
        requested = List.copyOf(requested);
    }
}

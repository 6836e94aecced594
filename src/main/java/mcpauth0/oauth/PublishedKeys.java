package mcpauth0.oauth;

import com.nimbusds.jose.jwk.JWK;
import java.util.List;
import mcpauth0.http.Exchange;
import mcpauth0.http.Http;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an authorization server publishes (RFC 7517 §5).
 *
 * @param document whether a key set was served at all
 * @param keys those that can be read
 * @param unreadable how many cannot
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public record PublishedKeys(String url, Exchange exchange, boolean document, List<JWK> keys, int unreadable) {

    public PublishedKeys {
        keys = List.copyOf(keys);
    }

    public static PublishedKeys fetch(Http http, String url) {
        throw new UnsupportedOperationException();
    }

    /** The key of that id; without an id, the only one that could have signed with the algorithm. */
    public @Nullable JWK find(@Nullable String keyId, @Nullable String algorithm) {
        throw new UnsupportedOperationException();
    }
}

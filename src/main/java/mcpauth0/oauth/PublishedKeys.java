package mcpauth0.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mcpauth0.http.Exchange;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an authorization server publishes (RFC 7517 §5).
 *
 * @param url where they were asked for; null where the metadata names no address
 * @param document whether a key set was served at all
 * @param keys those that can be read
 * @param unreadable how many cannot
 */
public record PublishedKeys(@Nullable String url, @Nullable Exchange exchange, boolean document, List<JWK> keys,
        int unreadable) {

    /** What a server has that names no address for its keys. */
    public static final PublishedKeys NONE = new PublishedKeys(null, null, false, List.of(), 0);

    public PublishedKeys {
        keys = List.copyOf(keys);
    }

    /** Asks the address once; an address that is null gives {@link #NONE}. */
    public static PublishedKeys fetch(Http http, @Nullable String url, Duration timeout) {
        if (url == null)
            return NONE;
        return read(url, http.send(Request.get(url).with("Accept", "application/json").within(timeout)));
    }

    static PublishedKeys read(String url, Exchange exchange) {
        var answer = exchange.answer();
        var json = answer == null || !answer.ok() ? null : answer.json().orElse(null);
        if (!(json instanceof ObjectNode set) || !(set.get("keys") instanceof ArrayNode entries))
            return new PublishedKeys(url, exchange, false, List.of(), 0);
        var keys = new ArrayList<JWK>();
        var unreadable = 0;
        for (var entry : entries) {
            var key = read(entry);
            if (key == null)
                unreadable++;
            else
                keys.add(key);
        }
        return new PublishedKeys(url, exchange, true, keys, unreadable);
    }

    /** Those that could have made a signature with that header: by {@code kid} where it has one, by kind and use. */
    public List<JWK> candidates(JWSHeader header) {
        return new JWKSelector(JWKMatcher.forJWSHeader(header)).select(new JWKSet(keys));
    }

    private static @Nullable JWK read(JsonNode entry) {
        try {
            return JWK.parse(Json.write(entry));
        } catch (ParseException | IllegalArgumentException e) {
            return null;
        }
    }
}

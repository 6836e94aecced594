package mcpauth0.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.util.Base64URL;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import mcpauth0.http.Json;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/** An access token and what can be read in it. Reading proves nothing: that is {@link TokenVerification}'s. */
public final class AccessToken {

    /** What the token looks like from outside. */
    public enum Form {
        /** Three parts, a readable header and readable claims. */
        JWT,
        /** Five parts with an encrypted middle: only the one who holds the key can read it (RFC 7516). */
        JWE,
        /** Anything else: a reference that means something to its issuer alone. */
        OPAQUE
    }

    private final Secret value;
    private final int parts;
    private final @Nullable ObjectNode header;
    private final @Nullable ObjectNode claims;

    private AccessToken(Secret value) {
        this.value = value;
        var pieces = value.reveal().split("\\.", -1);
        this.parts = pieces.length;
        this.header = parts == 3 || parts == 5 ? decode(pieces[0]) : null;
        this.claims = parts == 3 && header != null ? decode(pieces[1]) : null;
    }

    public static AccessToken of(Secret value) {
        return new AccessToken(value);
    }

    /** The token itself. */
    public Secret value() {
        return value;
    }

    /** How many parts the dots make: 3 for a signed token, 5 for an encrypted one. */
    public int parts() {
        return parts;
    }

    public Form form() {
        if (claims != null)
            return Form.JWT;
        return parts == 5 && header != null && header.has("enc") ? Form.JWE : Form.OPAQUE;
    }

    /** Null where it cannot be read. */
    public @Nullable ObjectNode header() {
        return header;
    }

    /** Null unless the token is a {@link Form#JWT}. */
    public @Nullable ObjectNode claims() {
        return claims;
    }

    public @Nullable String algorithm() {
        return header == null ? null : Fields.text(header, "alg");
    }

    public @Nullable String keyId() {
        return header == null ? null : Fields.text(header, "kid");
    }

    public @Nullable String type() {
        return header == null ? null : Fields.text(header, "typ");
    }

    public @Nullable String issuer() {
        return text("iss");
    }

    public @Nullable String subject() {
        return text("sub");
    }

    /** The client that it was given to: {@code client_id} (RFC 9068 §2.2), Auth0's {@code azp}; null where neither is. */
    public @Nullable String client() {
        var client = text("client_id");
        return client == null ? text("azp") : client;
    }

    /** Whether it says that the client came for itself: by the grant (Auth0), or by a subject that is the client. */
    public boolean ownBehalf() {
        var subject = subject();
        return "client-credentials".equals(text("gty")) || (subject != null && subject.equals(client()));
    }

    /** The person's name or address, where the token has one; null where it has not. */
    public @Nullable String personName() {
        var name = text("name");
        return name == null ? text("email") : name;
    }

    /** Auth0's {@code permissions}; empty where there are none. */
    public List<String> permissions() {
        var named = claims == null ? null : Fields.texts(claims, "permissions");
        return named == null ? List.of() : named;
    }

    /** {@code aud}, which is one string or several (RFC 7519 §4.1.3); empty where there is none. */
    public List<String> audience() {
        return claims == null
                ? List.of()
                : switch (claims.get("aud")) {
                    case ArrayNode several -> StreamSupport.stream(several.spliterator(), false)
                            .filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
                    case null -> List.of();
                    case JsonNode one -> one.isTextual() ? List.of(one.textValue()) : List.of();
                };
    }

    /** {@code scope} by its words; null where the claim is absent. */
    public @Nullable List<String> scopes() {
        var scope = text("scope");
        return scope == null ? null : scope.isBlank() ? List.of() : List.of(scope.strip().split("\\s+"));
    }

    /** What it allows, wherever issuers write that: {@code scope}, {@code scp}, {@code permissions}; empty for nothing. */
    public Set<String> allows() {
        var held = new LinkedHashSet<String>();
        if (claims != null)
            for (var name : List.of("scope", "scp", "permissions")) {
                var several = Fields.texts(claims, name);
                var words = Fields.text(claims, name);
                if (several != null)
                    held.addAll(several);
                else if (words != null && !words.isBlank())
                    held.addAll(List.of(words.strip().split("\\s+")));
            }
        return held;
    }

    public @Nullable Instant expires() {
        return instant("exp");
    }

    public @Nullable Instant issuedAt() {
        return instant("iat");
    }

    public @Nullable Instant notBefore() {
        return instant("nbf");
    }

    private @Nullable String text(String name) {
        return claims == null ? null : Fields.text(claims, name);
    }

    private @Nullable Instant instant(String name) {
        var field = claims == null ? null : claims.get(name);
        return field != null && field.isNumber() && field.canConvertToLong()
                && Math.abs(field.doubleValue()) < Instant.MAX.getEpochSecond()
                        ? Instant.ofEpochSecond(field.longValue())
                        : null;
    }

    private static @Nullable ObjectNode decode(String part) {
        return Json.parse(new Base64URL(part).decode()).orElse(null) instanceof ObjectNode object ? object : null;
    }

    /** Never the token. */
    @Override
    public String toString() {
        return form() + " " + value;
    }
}

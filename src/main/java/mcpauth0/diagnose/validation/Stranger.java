package mcpauth0.diagnose.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.util.X509CertificateUtils;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import mcpauth0.http.Json;
import mcpauth0.oauth.AccessToken;
import mcpauth0.setup.Secret;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/**
 * Signs with a key of our own, made for this run, what a server must not believe: it is nobody's key that the server knows
 * (RFC 8725 §2). The tokens hold no part of a genuine signature; they are by name of the variant.
 */
final class Stranger {

    private final RSAKey key;
    private final AccessToken token;
    private final ObjectNode claims;

    /** @param token whose claims are copied: a readable one */
    Stranger(AccessToken token) {
        var copied = token.claims();
        this.token = token;
        this.claims = copied == null ? Json.object() : copied;
        try {
            this.key = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By another issuer, and by the real one under the name of its own key. */
    Map<String, Secret> otherIssuer(String issuer) {
        var made = new LinkedHashMap<String, Secret>();
        made.put("foreign-issuer", signed(key.getKeyID(), claims.deepCopy().put("iss", issuer)));
        made.put("foreign-key", signed(knownKeyId(), claims));
        return made;
    }

    /** With the key in the header, under its own name and under that of the issuer's key. */
    Map<String, Secret> embedded() {
        var made = new LinkedHashMap<String, Secret>();
        made.put("jwk", signed(key.getKeyID(), claims, header -> header.jwk(key.toPublicJWK())));
        made.put("jwk-known-kid", signed(knownKeyId(), claims,
                header -> header.jwk(new RSAKey.Builder(key.toPublicJWK()).keyID(knownKeyId()).build())));
        return made;
    }

    /** Names that end in another file, another row, another string; the query only reads. */
    Map<String, Secret> strangeKeyIds() {
        var made = new LinkedHashMap<String, Secret>();
        made.put("other-path", signed("../../../../../../../../etc/hostname", claims));
        made.put("sql-always", signed("' OR '1'='1", claims));
        made.put("nul", signed("a\u0000b", claims));
        return made;
    }

    Secret withKeyAddress(String address) {
        return signed(key.getKeyID(), claims, header -> header.jwkURL(URI.create(address)));
    }

    Secret withCertificateAddress(String address) {
        return signed(key.getKeyID(), claims, header -> header.x509CertURL(URI.create(address)));
    }

    Map<String, Secret> withoutAudience() {
        var changed = claims.deepCopy();
        changed.remove("aud");
        return Map.of("no-audience", signed(knownKeyId(), changed));
    }

    /** From tomorrow on. */
    Map<String, Secret> early(Instant now) {
        var begins = now.plus(Duration.ofDays(1)).getEpochSecond();
        return Map.of("valid-from-tomorrow", signed(knownKeyId(), claims.deepCopy().put("nbf", begins)
                .put("iat", begins).put("exp", begins + 3600)));
    }

    /** Since yesterday. */
    Secret expired(Instant now) {
        var ended = now.minus(Duration.ofDays(1)).getEpochSecond();
        return signed(knownKeyId(), claims.deepCopy().put("iat", ended - 3600).put("exp", ended));
    }

    /** The key set with the key, as JSON. */
    String publicKeys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** A self-signed certificate of the key, as PEM. */
    String certificate(Instant now) {
        try {
            var made = X509CertificateUtils.generateSelfSigned(new Issuer("mcp-auth0-setup"),
                    Date.from(now.minus(Duration.ofDays(1))), Date.from(now.plus(Duration.ofDays(1))),
                    key.toPublicKey(), key.toPrivateKey());
            return X509CertUtils.toPEMString(made);
        } catch (JOSEException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private String knownKeyId() {
        var known = token.keyId();
        return known == null ? key.getKeyID() : known;
    }

    private Secret signed(String keyId, ObjectNode said) {
        return signed(keyId, said, header -> header);
    }

    private Secret signed(String keyId, ObjectNode said, UnaryOperator<JWSHeader.Builder> change) {
        var header = change.apply(new JWSHeader.Builder(JWSAlgorithm.RS256).type(type(token.type())).keyID(keyId));
        var object = new JWSObject(header.build(), new Payload(Json.write(said)));
        try {
            object.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return Secret.of(object.serialize());
    }

    /** As the genuine one has it, so that nothing is refused for its type. */
    private static @Nullable JOSEObjectType type(@Nullable String type) {
        return type == null ? null : new JOSEObjectType(type);
    }
}

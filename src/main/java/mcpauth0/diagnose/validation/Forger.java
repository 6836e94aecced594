package mcpauth0.diagnose.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mcpauth0.http.Json;
import mcpauth0.oauth.AccessToken;
import mcpauth0.setup.Secret;

/**
 * Makes tokens that must be refused out of a genuine one (RFC 8725 §2). They are by name of the variant, and as secret as
 * the token that they were made of.
 */
final class Forger {

    private static final String FOREIGN = "https://issuer.invalid/";

    private final AccessToken token;
    private final String[] parts;
    private final ObjectNode header;
    private final ObjectNode claims;

    /** @param token a readable one */
    Forger(AccessToken token) {
        this.token = token;
        this.parts = token.value().reveal().split("\\.", -1);
        var itsHeader = token.header();
        var itsClaims = token.claims();
        this.header = itsHeader == null ? Json.object() : itsHeader;
        this.claims = itsClaims == null ? Json.object() : itsClaims;
    }

    Map<String, Secret> garbage() {
        return Map.of("random-text", Secret.of("mcp-auth0-setup-" + UUID.randomUUID()));
    }

    /** One byte in the middle: the last character of a signature has bits that mean nothing. */
    Map<String, Secret> tamperedSignature() {
        var bytes = new Base64URL(parts[2]).decode();
        if (bytes.length == 0)
            return Map.of();
        bytes[bytes.length / 2] ^= 0x55;
        return Map.of("flipped-byte", Secret.of(parts[0] + "." + parts[1] + "." + Base64URL.encode(bytes)));
    }

    Map<String, Secret> tamperedClaims() {
        var changed = claims.deepCopy().put("changed_by", "mcp-auth0-setup");
        return Map.of("added-claim", Secret.of(parts[0] + "." + encode(changed) + "." + parts[2]));
    }

    Map<String, Secret> unsigned() {
        var made = new LinkedHashMap<String, Secret>();
        for (var spelling : List.of("none", "None", "NONE", "nOnE"))
            made.put(spelling, Secret.of(
                    encode(header.deepCopy().put("alg", spelling)) + "." + encode(claims) + "."));
        return made;
    }

    /** HMAC with the public key as secret, in every spelling in which a server may hold it. */
    Map<String, Secret> publicKeyAsSecret(List<JWK> keys) {
        var made = new LinkedHashMap<String, Secret>();
        var own = keys.stream().filter(key -> String.valueOf(key.getKeyID()).equals(token.keyId())).findFirst();
        for (var spelling : KeySpellings.of(own.or(() -> keys.stream().findFirst()).orElse(null)).entrySet()) {
            var input = encode(header.deepCopy().put("alg", "HS256")) + "." + encode(claims);
            made.put(spelling.getKey(), Secret.of(input + "." + hmac(input, spelling.getValue())));
        }
        return made;
    }

    /** With a key of our own: under a foreign issuer and under the real one, shown in the header or not. */
    Map<String, Secret> otherIssuer() {
        try {
            var key = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
            var foreign = claims.deepCopy().put("iss", FOREIGN);
            var made = new LinkedHashMap<String, Secret>();
            made.put("foreign-issuer", signed(key, key.getKeyID(), false, foreign));
            made.put("foreign-issuer-embedded-key", signed(key, key.getKeyID(), true, foreign));
            made.put("embedded-key", signed(key, key.getKeyID(), true, claims));
            var known = token.keyId();
            made.put("foreign-key", signed(key, known == null ? key.getKeyID() : known, false, claims));
            return made;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Secret signed(RSAKey key, String id, boolean embedded, ObjectNode claims) throws JOSEException {
        var head = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id);
        if (embedded)
            head.jwk(key.toPublicJWK());
        var object = new JWSObject(head.build(), new Payload(Json.write(claims)));
        object.sign(new RSASSASigner(key));
        return Secret.of(object.serialize());
    }

    private static String encode(ObjectNode node) {
        return Base64URL.encode(Json.write(node)).toString();
    }

    private static String hmac(String input, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64URL.encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII))).toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

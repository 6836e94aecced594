package mcpauth0.diagnose.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWK;
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

    /** What the strange queries answer: a secret that we choose. */
    private static final String CHOSEN = "mcp-auth0-setup";

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
        return Map.of("random-text", worthless());
    }

    /** Holds nothing of a genuine token, so that it may stand in anybody's logs. */
    static Secret worthless() {
        return Secret.of("mcp-auth0-setup-" + UUID.randomUUID());
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

    /** Without a signature, and with the old one still behind it. */
    Map<String, Secret> unsigned() {
        var made = new LinkedHashMap<String, Secret>();
        for (var spelling : List.of("none", "None", "NONE", "nOnE")) {
            var input = encode(header.deepCopy().put("alg", spelling)) + "." + encode(claims) + ".";
            made.put(spelling, Secret.of(input));
            made.put(spelling + "-signed", Secret.of(input + parts[2]));
        }
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

    /**
     * Signed as whoever could choose the key would do it: a file that is known to be empty, what a query is made to answer.
     * The queries only read.
     */
    Map<String, Secret> strangeKeyIds() {
        var made = new LinkedHashMap<String, Secret>();
        // HMAC fills its key with zeros, so that one zero is as good as none.
        made.put("path", keyed("../../../../../../../../dev/null", new byte[1]));
        made.put("sql", keyed("x' UNION SELECT '" + CHOSEN + "' -- ", CHOSEN.getBytes(StandardCharsets.US_ASCII)));
        return made;
    }

    private Secret keyed(String keyId, byte[] secret) {
        var input = encode(header.deepCopy().put("alg", "HS256").put("kid", keyId)) + "." + encode(claims);
        return Secret.of(input + "." + hmac(input, secret));
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

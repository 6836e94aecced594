package mcpauth0.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The mistakes that servers make with signatures, one per fault. Each lets exactly its own kind of forgery through; the
 * claims of what got through are still judged.
 */
final class LenientSignatures {

    private static final Base64.Encoder PEM_LINES = Base64.getMimeEncoder(64, new byte[]{'\n'});

    private final String issuer;
    private final Supplier<JWKSet> keys;
    private final Set<String> faults;
    private final Set<String> rememberedSignatures = ConcurrentHashMap.newKeySet();

    LenientSignatures(String issuer, Supplier<JWKSet> keys, Set<String> faults) {
        this.issuer = issuer;
        this.keys = keys;
        this.faults = faults;
    }

    private static boolean early(JWTClaimsSet claims) {
        var begins = claims.getNotBeforeTime();
        return begins != null && begins.toInstant().isAfter(Instant.now());
    }

    private record Parts(String whole, String signingInput, String signature, Map<String, Object> header,
            JWTClaimsSet claims) {

        static @Nullable Parts of(String token) {
            var parts = token.split("\\.", -1);
            if (parts.length != 3)
                return null;
            try {
                var header = JSONObjectUtils.parse(new Base64URL(parts[0]).decodeToString());
                var claims = JWTClaimsSet.parse(new Base64URL(parts[1]).decodeToString());
                return new Parts(token, parts[0] + "." + parts[1], parts[2], header, claims);
            } catch (ParseException e) {
                return null;
            }
        }

        String algorithm() {
            return String.valueOf(header.get("alg"));
        }
    }

    /** Told of each token whose signature holds. */
    void remember(String token) {
        if (faults.contains("rs-accepts-tampered-claims"))
            rememberedSignatures.add(token.substring(token.lastIndexOf('.') + 1));
    }

    /** The claims of a token whose signature does not hold, where a fault overlooks that; else null. */
    @Nullable
    JWTClaimsSet excuse(String token) {
        var parts = Parts.of(token);
        return parts != null && faults.stream().anyMatch(fault -> overlooks(fault, parts)) ? parts.claims : null;
    }

    private boolean overlooks(String fault, Parts token) {
        var rs256 = token.algorithm().equals("RS256");
        return switch (fault) {
            // Decodes, but never verifies.
            case "rs-accepts-tampered-signature" -> rs256;
            // Remembers verified tokens by their signature alone.
            case "rs-accepts-tampered-claims" -> rs256 && rememberedSignatures.contains(token.signature);
            // Lets the token say that it is not signed.
            case "rs-accepts-alg-none" ->
                token.algorithm().toLowerCase(Locale.ROOT).equals("none") && token.signature.isEmpty();
            // Lets the token choose the algorithm, and hands the public key to whichever it is.
            case "rs-accepts-hs256-public-key" -> token.algorithm().equals("HS256") && signedWithPublicKey(token);
            // Looks keys up by issuer, and believes those it has none of.
            case "rs-accepts-other-issuer" -> rs256 && !issuer.equals(token.claims.getIssuer());
            // Swallows its library's "not valid yet", since clocks differ; the library had not come to the signature.
            case "rs-accepts-future-nbf" -> rs256 && early(token.claims);
            // Swallows a missing claim in the same way.
            case "rs-accepts-missing-audience" -> rs256 && token.claims.getAudience().isEmpty();
            // Believe keys that come, or are named, with the token.
            case "rs-accepts-embedded-jwk", "rs-accepts-jku", "rs-accepts-x5u", "rs-accepts-kid-injection" ->
                MisledKeys.verifies(fault, token.whole);
            default -> false;
        };
    }

    private boolean signedWithPublicKey(Parts token) {
        return keys.get().getKeys().stream().filter(RSAKey.class::isInstance).map(RSAKey.class::cast)
                .map(LenientSignatures::pem).anyMatch(pem -> macHolds(token, pem) || macHolds(token, pem + "\n"));
    }

    private static String pem(RSAKey key) {
        try {
            return "-----BEGIN PUBLIC KEY-----\n" + PEM_LINES.encodeToString(key.toRSAPublicKey().getEncoded())
                    + "\n-----END PUBLIC KEY-----";
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean macHolds(Parts token, String secret) {
        try {
            return new MACVerifier(secret.getBytes(StandardCharsets.UTF_8)).verify(new JWSHeader(JWSAlgorithm.HS256),
                    token.signingInput.getBytes(StandardCharsets.US_ASCII), new Base64URL(token.signature));
        } catch (JOSEException e) {
            return false;
        }
    }
}

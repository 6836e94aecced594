package mcpauth0.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Our own verification of an access token, as the MCP server should do it (RFC 9068 §4), as single facts.
 *
 * @param issuerMatches whether {@code iss} is the issuer to the byte
 * @param audienceMatches whether the resource is among {@code aud} to the byte
 * @param expired by the program's clock, which may itself be wrong
 * @param early whether {@code nbf} is still to come
 */
public record TokenVerification(AccessToken token, PublishedKeys keys, Signature signature, boolean issuerMatches,
        boolean audienceMatches, boolean expired, boolean early) {

    /** What can be said of the signature. */
    public enum Signature {
        VALID,
        /** The key is there and the signature is not its work. */
        INVALID,
        /** No published key has the token's {@code kid}, or none is of its kind. */
        NO_KEY,
        /** The key set could not be fetched or read. */
        NO_KEY_SET,
        /** Signed with a shared secret: nobody but the issuer can verify it. */
        SYMMETRIC,
        /** {@code alg} is {@code none}. */
        UNSIGNED,
        /** No JWT, or an algorithm that this program does not know. */
        NOT_VERIFIABLE
    }

    /** @param resource what {@code aud} must contain; null where that is not known, which matches nothing */
    public static TokenVerification of(AccessToken token, PublishedKeys keys, String issuer, @Nullable String resource,
            Instant now) {
        var expires = token.expires();
        var begins = token.notBefore();
        return new TokenVerification(token, keys, signatureOf(token, keys), issuer.equals(token.issuer()),
                resource != null && token.audience().contains(resource), expires != null && !now.isBefore(expires),
                begins != null && now.isBefore(begins));
    }

    public boolean holds() {
        return signature == Signature.VALID && issuerMatches && audienceMatches && !expired && !early;
    }

    private static Signature signatureOf(AccessToken token, PublishedKeys keys) {
        var algorithm = token.algorithm();
        if (token.form() != AccessToken.Form.JWT || algorithm == null)
            return Signature.NOT_VERIFIABLE;
        if (algorithm.equalsIgnoreCase("none"))
            return Signature.UNSIGNED;
        var parsed = JWSAlgorithm.parse(algorithm);
        if (JWSAlgorithm.Family.HMAC_SHA.contains(parsed))
            return Signature.SYMMETRIC;
        if (!JWSAlgorithm.Family.RSA.contains(parsed) && !JWSAlgorithm.Family.EC.contains(parsed))
            return Signature.NOT_VERIFIABLE;
        if (!keys.document())
            return Signature.NO_KEY_SET;
        try {
            var signed = JWSObject.parse(token.value().reveal());
            var candidates = keys.candidates(signed.getHeader());
            if (candidates.isEmpty())
                return Signature.NO_KEY;
            for (var key : candidates)
                if (verifies(signed, key))
                    return Signature.VALID;
            return Signature.INVALID;
        } catch (ParseException e) {
            return Signature.NOT_VERIFIABLE;
        }
    }

    private static boolean verifies(JWSObject signed, JWK key) {
        try {
            return key instanceof AsymmetricJWK asymmetric && signed.verify(
                    new DefaultJWSVerifierFactory().createJWSVerifier(signed.getHeader(), asymmetric.toPublicKey()));
        } catch (JOSEException e) {
            return false;
        }
    }
}

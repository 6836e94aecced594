package mcpauth0.oauth;

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
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public record TokenVerification(AccessToken token, PublishedKeys keys, Signature signature, boolean issuerMatches,
        boolean audienceMatches, boolean expired, boolean early) {

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

    public static TokenVerification of(AccessToken token, PublishedKeys keys, String issuer, @Nullable String resource,
            Instant now) {
        throw new UnsupportedOperationException();
    }

    public boolean holds() {
        return signature == Signature.VALID && issuerMatches && audienceMatches && !expired && !early;
    }
}

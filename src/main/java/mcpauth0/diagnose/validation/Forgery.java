package mcpauth0.diagnose.validation;

/** A kind of token that a server must not accept. */
public enum Forgery {
    /** No JSON Web Token at all. */
    GARBAGE,
    /** The genuine token with a changed signature. */
    TAMPERED_SIGNATURE,
    /** The genuine token with changed claims under the old signature. */
    TAMPERED_CLAIMS,
    /** The genuine claims, unsigned. */
    ALGORITHM_NONE,
    /** The genuine claims, signed with HMAC and the published key as its secret. */
    PUBLIC_KEY_AS_SECRET,
    /** Signed with a key of our own, by an issuer that does not exist or in the name of the real one. */
    OTHER_ISSUER,
    /** A genuine token of the same issuer for another API. */
    WRONG_AUDIENCE,
    /** No token, in a session that was opened with one. */
    SESSION_WITHOUT_TOKEN,
    /** The genuine token, in a session that never was. */
    UNKNOWN_SESSION
}

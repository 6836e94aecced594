package mcpauth0.diagnose.validation;

/** A kind of token that a server must not accept, or of a way to bring one. */
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
    /** Signed with a key of our own that the token itself shows ({@code jwk}). */
    EMBEDDED_KEY,
    /** Signed with a key of our own that the token says where to fetch ({@code jku}). */
    KEY_ADDRESS,
    /** The same with a certificate ({@code x5u}). */
    CERTIFICATE_ADDRESS,
    /** With a key id that a server might take for a path or put into a query. */
    STRANGE_KEY_ID,
    /** Signed with a key of our own, by an issuer that is not the server's or in the name of the real one. */
    OTHER_ISSUER,
    /** For nobody in particular, signed with a key of our own. */
    WITHOUT_AUDIENCE,
    /** Not valid yet, signed with a key of our own. */
    EARLY,
    /** Run out: one of ours that was good once, and one that is signed with a key of our own. */
    EXPIRED,
    /** The genuine ID token of this login. */
    IDENTITY_TOKEN,
    /** A genuine token of the same issuer for another API. */
    WRONG_AUDIENCE,
    /** A token in the query of the address instead of the header. */
    IN_THE_ADDRESS,
    /** A token in the body or in a cookie instead of the header. */
    IN_BODY_OR_COOKIE,
    /** A genuine token without the permission that a tool needs. */
    LESSER_SCOPE,
    /** No token, in a session that was opened with one. */
    SESSION_WITHOUT_TOKEN,
    /** The genuine token, in a session that never was. */
    UNKNOWN_SESSION
}

package mcpauth0.diagnose.registration;

/** In what the registrations of clients differ, where authorization servers are known to be choosy. */
enum Feature {
    /** A client that authenticates with a secret in the body, as hosted clients do. */
    AUTH_METHOD,
    /** A callback in a cloud instead of on this machine. */
    REDIRECT,
    /** A name with parentheses. */
    NAME,
    /** No {@code application_type}, or one that does not fit every callback, as older SDKs send it. */
    APPLICATION_TYPE
}

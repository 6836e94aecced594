package mcpauth0.oauth;

import mcpauth0.http.Http;

/**
 * Signs a person in with the authorization code flow: PKCE with S256, {@code state}, {@code resource} on both requests,
 * {@code iss} checked (RFC 6749 §4.1, RFC 7636, RFC 8252, RFC 8707, RFC 9207).
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class Login {

    public Login(Http http) {
        this(http, LoopbackPorts.STANDARD);
    }

    public Login(Http http, LoopbackPorts ports) {
        throw new UnsupportedOperationException();
    }

    /** Blocks until it is decided; interrupting the thread cancels it and frees the port at once. */
    public LoginOutcome run(LoginRequest request, UserAgent agent) {
        throw new UnsupportedOperationException();
    }
}

package mcpauth0.oauth;

import mcpauth0.http.Http;

/**
 * Dynamic client registration (RFC 7591) of this program: a native, public client with the fixed loopback callbacks. An
 * issuer gets one client, which is remembered and used again.
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class Registration {

    public Registration(Http http, ClientStore store) {
        this(http, store, LoopbackPorts.STANDARD);
    }

    public Registration(Http http, ClientStore store, LoopbackPorts ports) {
        throw new UnsupportedOperationException();
    }

    /** The remembered client of that issuer, or a new one. */
    public RegistrationOutcome client(ServerMetadata server) {
        throw new UnsupportedOperationException();
    }

    /** A new client in the place of one that the server no longer knows. */
    public RegistrationOutcome again(ServerMetadata server) {
        throw new UnsupportedOperationException();
    }
}

package mcpauth0.auth0;

import mcpauth0.setup.Secret;

/** How the operator lets the program into the tenant. */
public sealed interface Credentials {

    /** A machine-to-machine application that is authorized for the Management API. */
    record Application(String clientId, Secret clientSecret) implements Credentials {
    }

    /** One that proves itself with a key instead of a secret. */
    record KeyApplication(String clientId, ClientKey key) implements Credentials {
    }

    /** A Management API token, pasted. */
    record Token(Secret token) implements Credentials {
    }
}

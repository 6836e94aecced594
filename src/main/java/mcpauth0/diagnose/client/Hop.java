package mcpauth0.diagnose.client;

import java.util.Locale;

/** The way of a client to a server, as the server's own log can tell it. Texts: {@code hop.<id>}. */
public enum Hop {
    /** The first call, without a token. */
    ARRIVES,
    /** It is answered with 401. */
    CHALLENGED,
    /** The client reads the protected resource metadata. */
    METADATA,
    /** It registers, and a person signs in, at the tenant: nothing of this is in the server's log. */
    TENANT,
    /** It calls again, with a token, and is let in. */
    TOKEN,
    /** The session goes on. */
    SESSION;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How far the client came over this part. */
    public enum State {
        GONE, MISSING, OUT_OF_SIGHT, NOT_REACHED;

        /** As in texts: {@code hop.state.<id>}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

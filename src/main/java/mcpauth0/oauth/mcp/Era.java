package mcpauth0.oauth.mcp;

/** The two ways of speaking Streamable HTTP. */
public enum Era {
    /** {@code initialize}, {@code notifications/initialized}, perhaps a session. */
    LEGACY("2025-11-25"),
    /** Every request stands alone. */
    MODERN("2026-07-28");

    private final String version;

    Era(String version) {
        this.version = version;
    }

    /** The protocol version that this program speaks in that era. */
    public String version() {
        return version;
    }
}

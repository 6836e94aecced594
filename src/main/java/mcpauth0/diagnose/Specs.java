package mcpauth0.diagnose;

import mcpauth0.diagnose.Rule.Spec;

/** Where the rules stand: every reference with its address, in one place. */
public final class Specs {

    private static final String MCP = "https://modelcontextprotocol.io/specification/2026-07-28/basic/";
    private static final String MCP_2025 = "https://modelcontextprotocol.io/specification/2025-11-25/basic/";
    private static final String RFC = "https://www.rfc-editor.org/rfc/rfc";
    private static final String AUTH0 = "https://auth0.com/docs/";

    public static final Spec NAMES = rfc("1034", "3.7");
    public static final Spec TOO_MANY_REQUESTS = rfc("6585", "4");
    public static final Spec TRANSPORT = new Spec("MCP 2026-07-28, Streamable HTTP",
            MCP + "transports/streamable-http");
    public static final Spec TRANSPORT_2025 = new Spec("MCP 2025-11-25, Streamable HTTP", MCP_2025 + "transports");
    public static final Spec LISTENING = new Spec("MCP 2025-11-25, listening for messages", MCP_2025 + "transports");
    public static final Spec MIRRORED_HEADERS = new Spec("MCP 2026-07-28, request metadata",
            MCP + "transports/streamable-http");
    public static final Spec VERSIONS = new Spec("MCP 2026-07-28, versioning", MCP + "versioning");
    public static final Spec JSON_RPC = new Spec("JSON-RPC 2.0 §5",
            "https://www.jsonrpc.org/specification#response_object");
    public static final Spec TLS_SERVER_IDENTITY = rfc("9525", "6");
    public static final Spec CERTIFICATE_VALIDITY = rfc("5280", "4.1.2.5");
    public static final Spec CERTIFICATE_PATH = rfc("5280", "6");
    public static final Spec CERTIFICATE_PURPOSE = rfc("5280", "4.2.1.12");
    public static final Spec CERTIFICATE_LIST = rfc("8446", "4.4.2");
    public static final Spec CERTIFICATE_REQUEST = rfc("8446", "4.3.2");
    public static final Spec KEY_LENGTH = rfc("9325", "4.5");
    public static final Spec SIGNATURE_HASHES = rfc("9155", "2");
    public static final Spec OLD_TLS = rfc("8996", "1");
    public static final Spec HTTPS_EVERYWHERE = new Spec("MCP 2026-07-28, communication security",
            MCP + "authorization/security-considerations");
    public static final Spec REDIRECTS = rfc("9110", "15.4");
    public static final Spec UNAUTHORIZED = new Spec("MCP 2026-07-28, error handling", MCP + "authorization");
    public static final Spec CHALLENGE = rfc("9728", "5.1");
    public static final Spec RESOURCE_METADATA = rfc("9728", "3.1");
    public static final Spec RESOURCE_METADATA_ANSWER = rfc("9728", "3.2");
    public static final Spec RESOURCE_IDENTIFIER = rfc("9728", "3.3");
    public static final Spec RESOURCE_FIELDS = rfc("9728", "2");
    public static final Spec CANONICAL_URI = new Spec("MCP 2026-07-28, canonical server URI", MCP + "authorization");
    public static final Spec AUTHORIZATION_SERVERS = new Spec("MCP 2026-07-28, authorization server location",
            MCP + "authorization/authorization-server-discovery");
    public static final Spec SCOPES = new Spec("MCP 2026-07-28, scope selection", MCP + "authorization");
    public static final Spec SERVER_METADATA = rfc("8414", "3.1");
    public static final Spec ISSUER_IDENTITY = rfc("8414", "3.3");
    public static final Spec PKCE = new Spec("MCP 2026-07-28, authorization code protection",
            MCP + "authorization/security-considerations");
    public static final Spec REGISTRATION = new Spec("MCP 2026-07-28, client registration",
            MCP + "authorization/client-registration");
    public static final Spec DYNAMIC_REGISTRATION = rfc("7591", "3.2");
    public static final Spec KEYS = rfc("8414", "2");
    public static final Spec ISSUER_IN_RESPONSES = rfc("9207", "2.4");
    public static final Spec RESOURCE_INDICATORS = rfc("8707", "2");
    public static final Spec AUTHORIZATION_ERRORS = rfc("6749", "4.1.2.1");
    public static final Spec THIRD_PARTY_GRANTS = new Spec("Auth0, third-party applications",
            AUTH0 + "get-started/applications/third-party-applications");
    public static final Spec DOMAIN_CONNECTIONS = new Spec("Auth0, domain-level connections",
            AUTH0 + "authenticate/identity-providers/promote-connections-to-domain-level");
    public static final Spec TOKEN_FORMAT = rfc("9068", "2");
    public static final Spec TOKEN_VALIDATION = rfc("9068", "4");
    public static final Spec AUDIENCE = new Spec("MCP 2026-07-28, token handling", MCP + "authorization");
    public static final Spec REFRESH = new Spec("MCP 2026-07-28, refresh tokens", MCP + "authorization");
    public static final Spec SIGNATURES = rfc("8725", "3.3");
    public static final Spec ALGORITHMS = rfc("8725", "3.1");
    public static final Spec BEARER_ERRORS = rfc("6750", "3.1");
    public static final Spec KEY_SOURCES = rfc("8725", "3.10");
    public static final Spec TOKEN_TIMES = rfc("9068", "4");
    public static final Spec KEY_ROTATION = new Spec("OpenID Connect Core §10.1.1, rotation of signing keys",
            "https://openid.net/specs/openid-connect-core-1_0.html#RotateSigKeys");
    public static final Spec ERROR_MESSAGES = rfc("9457", "5");
    public static final Spec INSUFFICIENT_SCOPE = new Spec("MCP 2026-07-28, scope challenge handling",
            MCP + "authorization");
    public static final Spec EVERY_REQUEST = new Spec("MCP 2026-07-28, access token usage", MCP + "authorization");
    public static final Spec SESSIONS = new Spec("MCP 2025-11-25, session management", MCP_2025 + "transports");
    public static final Spec TOOLS = new Spec("MCP 2026-07-28, tools",
            "https://modelcontextprotocol.io/specification/2026-07-28/server/tools");
    public static final Spec CORS = new Spec("Fetch standard, CORS protocol",
            "https://fetch.spec.whatwg.org/#http-cors-protocol");

    public static final Spec CLIENT_METADATA = rfc("7591", "2");
    public static final Spec OPENID_REGISTRATION = new Spec("OpenID Connect Dynamic Client Registration 1.0 §2",
            "https://openid.net/specs/openid-connect-registration-1_0.html#ClientMetadata");
    public static final Spec CLIENT_AUTHENTICATION = rfc("6749", "2.3");
    public static final Spec LOOPBACK_CALLBACKS = rfc("8252", "7.3");
    public static final Spec CALLBACKS = rfc("6749", "3.1.2.3");
    public static final Spec STATE = rfc("6749", "4.1.2");
    public static final Spec UNKNOWN_PARAMETERS = rfc("6749", "3.1");
    public static final Spec GRANTED_SCOPES = rfc("6749", "3.3");
    public static final Spec REDIRECT_307 = rfc("9700", "4.12");
    public static final Spec REFRESH_ROTATION = rfc("9700", "4.14.2");
    public static final Spec TOKEN_REQUEST = rfc("6749", "3.2");
    public static final Spec TOKEN_ANSWER = rfc("6749", "5.1");
    public static final Spec TOKEN_ERRORS = rfc("6749", "5.2");
    public static final Spec TOKEN_TYPE = rfc("9068", "2.1");
    public static final Spec TOKEN_SCOPES = rfc("9068", "2.2.3");
    public static final Spec IMPERSONATION = new Spec("Auth0, measures against application impersonation",
            AUTH0 + "secure/security-guidance/measures-against-app-impersonation");

    public static final Spec CLAUDE_NETWORK = new Spec("Claude, connectors: troubleshooting",
            "https://claude.com/docs/connectors/building/troubleshooting");

    private Specs() {
    }

    private static Spec rfc(String number, String section) {
        return new Spec("RFC " + number + " §" + section, RFC + number + "#section-" + section);
    }
}

package mcpauth0.diagnose.client;

import java.util.List;
import java.util.Locale;

/**
 * Where a client stopped, as an access log tells it: the first part of the way that is missing, who has it in hand, and
 * which checks look there. Texts: {@code halt.<id>.problem}, {@code .cause}, {@code .cure}, into which go the client's name
 * and the server's address.
 */
public enum Halt {
    /** No line is one of an access log. */
    NOTHING_READ(Hop.ARRIVES, Owner.NOBODY),
    /** No line is the client’s. */
    NOBODY_CAME(Hop.ARRIVES, Owner.EDGE, "net-waf-blocks-client", "net-host-not-public", "net-nonstandard-port"),
    /** Nothing but GET and HEAD. */
    ONLY_PROBES(Hop.ARRIVES, Owner.CLIENT),
    /** Its messages go to another path. */
    WRONG_PATH(Hop.ARRIVES, Owner.CLIENT, "transport-endpoint-not-found"),
    /** 403 before any sign-in. */
    TURNED_AWAY(Hop.ARRIVES, Owner.EDGE, "net-waf-blocks-client", "challenge-missing-401"),
    /** 429. */
    TOO_MANY(Hop.ARRIVES, Owner.EDGE, "net-discovery-rate-limited"),
    /** A proxy does not reach the server. */
    UNREACHED(Hop.ARRIVES, Owner.EDGE, "net-unreachable"),
    /** 5xx of the server itself. */
    SERVER_FAILED(Hop.ARRIVES, Owner.SERVER, "challenge-missing-401"),
    /** The caller hung up. */
    GAVE_UP(Hop.ARRIVES, Owner.SERVER, "net-slow-endpoint"),
    /** A redirect. */
    MOVED(Hop.ARRIVES, Owner.SERVER, "transport-redirect-drops-auth"),
    /** 404. */
    NOT_FOUND(Hop.ARRIVES, Owner.SERVER, "transport-endpoint-not-found", "net-lb-path-rule"),
    /** 405. */
    POST_REFUSED(Hop.ARRIVES, Owner.SERVER, "transport-legacy-sse-only", "transport-endpoint-not-found"),
    /** 400, 406, 421 and the like. */
    CALL_REFUSED(Hop.ARRIVES, Owner.SERVER, "transport-version-rejected", "transport-accept-406",
            "transport-host-rejected"),
    /** Let in without a token. */
    OPEN(Hop.CHALLENGED, Owner.SERVER, "challenge-missing-401"),
    /** 401, and nothing after it. */
    METADATA_NOT_ASKED(Hop.METADATA, Owner.SERVER, "challenge-no-resource-metadata", "challenge-header-stripped",
            "challenge-header-renamed"),
    /** 404 for the metadata. */
    METADATA_MISSING(Hop.METADATA, Owner.SERVER, "prm-not-found", "challenge-pointer-dead"),
    /** 401 or 403 for the metadata. */
    METADATA_GUARDED(Hop.METADATA, Owner.SERVER, "prm-behind-auth", "net-waf-partial-paths"),
    /** A redirect for the metadata. */
    METADATA_MOVED(Hop.METADATA, Owner.SERVER, "prm-not-found"),
    /** 5xx for the metadata. */
    METADATA_FAILED(Hop.METADATA, Owner.SERVER, "prm-not-found"),
    /** The metadata was read, and the server itself taken for the authorization server. */
    METADATA_UNUSED(Hop.METADATA, Owner.SERVER, "prm-resource-mismatch", "prm-as-is-mcp-host",
            "prm-authorization-servers-empty"),
    /** The metadata was read, and nothing came after it. */
    AT_THE_TENANT(Hop.TENANT, Owner.AUTH0, "reg-dcr-disabled", "authz-callback-mismatch", "authz-client-no-grant",
            "authz-no-connection", "authz-resource-unknown"),
    /** The same, though the tenant issued a token. */
    TOKEN_UNUSED(Hop.TOKEN, Owner.EDGE, "net-waf-partial-paths", "net-waf-blocks-client"),
    /** 401 with a token. */
    TOKEN_REFUSED(Hop.TOKEN, Owner.SERVER, "rs-rejects-valid-token", "token-opaque", "token-aud-wrong",
            "token-iss-wrong"),
    /** 403 with a token. */
    TOKEN_FORBIDDEN(Hop.TOKEN, Owner.EDGE, "net-waf-partial-paths", "rs-wrong-status"),
    /** One answer, and nothing after it. */
    FIRST_ANSWER_LAST(Hop.SESSION, Owner.SERVER, "transport-version-rejected", "transport-answer-mismatch",
            "transport-content-type-wrong", "transport-sse-buffered"),
    /** 404 or 400 within a session. */
    SESSION_LOST(Hop.SESSION, Owner.SERVER, "session-lost-across-replicas"),
    /** Answers without any challenge; whether a token came is not told. */
    ANSWERED(Hop.SESSION, Owner.NOBODY, "challenge-missing-401"),
    /** The whole way. */
    HEALTHY(Hop.SESSION, Owner.NOBODY);

    /** Who has it in hand. Texts: {@code owner.<id>}. */
    public enum Owner {
        /** Whatever stands before the server: firewall, proxy, load balancer. */
        EDGE, SERVER, AUTH0, CLIENT, NOBODY;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Hop hop;
    private final Owner owner;
    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> checks;

    Halt(Hop hop, Owner owner, String... checks) {
        this.hop = hop;
        this.owner = owner;
        this.checks = List.of(checks);
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The first part of the way that is missing. */
    public Hop hop() {
        return hop;
    }

    public Owner owner() {
        return owner;
    }

    /** Ids of checks that look at what can be behind it, the likeliest first. */
    public List<String> checks() {
        return checks;
    }

    /** Whether the log shows that something is wrong. */
    public boolean stopped() {
        return this != NOTHING_READ && this != ANSWERED && this != HEALTHY;
    }
}

package mcpauth0.diagnose.client;

import java.util.List;
import java.util.Locale;

/**
 * Where a client stopped, as an access log tells it: the first part of the way that is missing, who has it in hand, and
 * which checks look there. Texts: {@code halt.<id>.problem}, {@code .cause}, {@code .cure}, into which go the client's name
 * and the server's address.
 */
public enum Halt {
    NOTHING_READ(Hop.ARRIVES, Owner.NOBODY), NOBODY_CAME(Hop.ARRIVES, Owner.EDGE, "net-waf-blocks-client",
            "net-host-not-public", "net-nonstandard-port"), ONLY_PROBES(Hop.ARRIVES, Owner.CLIENT), WRONG_PATH(
                    Hop.ARRIVES, Owner.CLIENT, "transport-endpoint-not-found"), TURNED_AWAY(Hop.ARRIVES, Owner.EDGE,
                            "net-waf-blocks-client", "challenge-missing-401"), TOO_MANY(Hop.ARRIVES, Owner.EDGE,
                                    "net-discovery-rate-limited"), UNREACHED(Hop.ARRIVES, Owner.EDGE,
                                            "net-unreachable"), SERVER_FAILED(Hop.ARRIVES, Owner.SERVER,
                                                    "challenge-missing-401"), GAVE_UP(Hop.ARRIVES, Owner.SERVER,
                                                            "net-slow-endpoint"), MOVED(Hop.ARRIVES, Owner.SERVER,
                                                                    "transport-redirect-drops-auth"), NOT_FOUND(
                                                                            Hop.ARRIVES, Owner.SERVER,
                                                                            "transport-endpoint-not-found",
                                                                            "net-lb-path-rule"), POST_REFUSED(
                                                                                    Hop.ARRIVES, Owner.SERVER,
                                                                                    "transport-legacy-sse-only",
                                                                                    "transport-endpoint-not-found"), CALL_REFUSED(
                                                                                            Hop.ARRIVES, Owner.SERVER,
                                                                                            "transport-version-rejected",
                                                                                            "transport-accept-406",
                                                                                            "transport-host-rejected"), OPEN(
                                                                                                    Hop.CHALLENGED,
                                                                                                    Owner.SERVER,
                                                                                                    "challenge-missing-401"), METADATA_NOT_ASKED(
                                                                                                            Hop.METADATA,
                                                                                                            Owner.SERVER,
                                                                                                            "challenge-no-resource-metadata",
                                                                                                            "challenge-header-stripped",
                                                                                                            "challenge-header-renamed"), METADATA_MISSING(
                                                                                                                    Hop.METADATA,
                                                                                                                    Owner.SERVER,
                                                                                                                    "prm-not-found",
                                                                                                                    "challenge-pointer-dead"), METADATA_GUARDED(
                                                                                                                            Hop.METADATA,
                                                                                                                            Owner.SERVER,
                                                                                                                            "prm-behind-auth",
                                                                                                                            "net-waf-partial-paths"), METADATA_MOVED(
                                                                                                                                    Hop.METADATA,
                                                                                                                                    Owner.SERVER,
                                                                                                                                    "prm-not-found"), METADATA_FAILED(
                                                                                                                                            Hop.METADATA,
                                                                                                                                            Owner.SERVER,
                                                                                                                                            "prm-not-found"), METADATA_UNUSED(
                                                                                                                                                    Hop.METADATA,
                                                                                                                                                    Owner.SERVER,
                                                                                                                                                    "prm-resource-mismatch",
                                                                                                                                                    "prm-as-is-mcp-host",
                                                                                                                                                    "prm-authorization-servers-empty"), AT_THE_TENANT(
                                                                                                                                                            Hop.TENANT,
                                                                                                                                                            Owner.AUTH0,
                                                                                                                                                            "reg-dcr-disabled",
                                                                                                                                                            "authz-callback-mismatch",
                                                                                                                                                            "authz-client-no-grant",
                                                                                                                                                            "authz-no-connection",
                                                                                                                                                            "authz-resource-unknown"), TOKEN_UNUSED(
                                                                                                                                                                    Hop.TOKEN,
                                                                                                                                                                    Owner.EDGE,
                                                                                                                                                                    "net-waf-partial-paths",
                                                                                                                                                                    "net-waf-blocks-client"), TOKEN_REFUSED(
                                                                                                                                                                            Hop.TOKEN,
                                                                                                                                                                            Owner.SERVER,
                                                                                                                                                                            "rs-rejects-valid-token",
                                                                                                                                                                            "token-opaque",
                                                                                                                                                                            "token-aud-wrong",
                                                                                                                                                                            "token-iss-wrong"), TOKEN_FORBIDDEN(
                                                                                                                                                                                    Hop.TOKEN,
                                                                                                                                                                                    Owner.EDGE,
                                                                                                                                                                                    "net-waf-partial-paths",
                                                                                                                                                                                    "rs-wrong-status"), FIRST_ANSWER_LAST(
                                                                                                                                                                                            Hop.SESSION,
                                                                                                                                                                                            Owner.SERVER,
                                                                                                                                                                                            "transport-version-rejected",
                                                                                                                                                                                            "transport-answer-mismatch",
                                                                                                                                                                                            "transport-content-type-wrong",
                                                                                                                                                                                            "transport-sse-buffered"), SESSION_LOST(
                                                                                                                                                                                                    Hop.SESSION,
                                                                                                                                                                                                    Owner.SERVER,
                                                                                                                                                                                                    "session-lost-across-replicas"), ANSWERED(
                                                                                                                                                                                                            Hop.SESSION,
                                                                                                                                                                                                            Owner.NOBODY,
                                                                                                                                                                                                            "challenge-missing-401"), HEALTHY(
                                                                                                                                                                                                                    Hop.SESSION,
                                                                                                                                                                                                                    Owner.NOBODY);

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
    @SuppressWarnings("ImmutableEnumChecker") // it is a copy, which nobody can alter
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

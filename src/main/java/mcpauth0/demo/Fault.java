package mcpauth0.demo;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One thing that can be broken on the practice pair. Its id is that of the check which must notice.
 *
 * @param published whether it shows only on a server that the whole world is meant to reach: the pair is then one, see
 *            {@link PracticePair.Options#published()}
 */
public record Fault(String id, Kind kind, boolean published) {

    /** Where the fault sits. */
    public enum Kind {
        /** The practice tenant behaves differently. */
        TENANT,
        /** The practice server behaves differently. */
        SERVER,
        /** The practice server behaves differently, and the practice tenant gives what shows it. */
        PAIR,
        /** What lies between: names, clock. See {@link PracticePair#surroundings()}. */
        SURROUNDINGS
    }

    private static final List<Fault> ALL = Stream.of(of(Kind.SURROUNDINGS, "net-dns-nxdomain", "net-unreachable"),
            published(Kind.SURROUNDINGS, "net-host-not-public", "net-dns-mixed-answers", "net-ipv6-only",
                    "net-nonstandard-port", "net-split-horizon"),
            of(Kind.SERVER, "net-lb-path-rule", "net-discovery-rate-limited", "net-slow-endpoint"),
            published(Kind.SERVER, "net-waf-blocks-client", "net-waf-partial-paths"),
            published(Kind.SURROUNDINGS, "tls-local-interception"), of(Kind.TENANT, "tls-as-domain"),
            of(Kind.SERVER, "tls-chain-incomplete", "tls-chain-order", "tls-not-yet-valid", "tls-expires-soon",
                    "tls-protocol-too-old", "tls-client-certificate", "tls-weak-key", "tls-weak-signature",
                    "tls-wrong-purpose"),
            of(Kind.SERVER, "tls-expired", "tls-hostname-mismatch", "tls-untrusted-ca", "tls-plain-http"),
            of(Kind.SERVER, "transport-redirect-drops-auth", "transport-cross-host-redirect",
                    "transport-downgrade-redirect", "transport-host-rejected", "transport-html-answer",
                    "transport-legacy-sse-only", "transport-endpoint-not-found", "transport-accept-406",
                    "transport-version-rejected", "transport-legacy-only", "transport-modern-only",
                    "transport-content-type-wrong", "transport-answer-mismatch", "transport-sse-buffered",
                    "transport-notification-not-202", "transport-get-hangs-or-500",
                    "transport-header-mismatch-accepted", "transport-origin-not-validated"),
            published(Kind.SERVER, "transport-origin-too-strict"),
            of(Kind.SERVER, "challenge-missing-401", "challenge-header-renamed", "challenge-header-stripped",
                    "challenge-no-resource-metadata", "challenge-relative-or-bad-url", "challenge-pointer-dead",
                    "challenge-off-origin-pointer", "challenge-scope-absent", "challenge-offline-access-scope"),
            of(Kind.SERVER, "prm-behind-auth", "prm-not-found", "prm-not-json", "prm-path-variant-missing",
                    "prm-resource-mismatch", "prm-resource-bare-origin", "prm-authorization-servers-empty",
                    "prm-as-is-mcp-host", "prm-first-as-broken", "prm-bearer-methods", "prm-scopes-missing",
                    "prm-scope-unknown"),
            of(Kind.TENANT, "as-metadata-not-found", "as-5xx-aborts", "as-cimd-without-none", "as-endpoint-insecure",
                    "as-endpoint-other-host", "as-issuer-custom-domain", "as-issuer-foreign", "as-metadata-incomplete",
                    "as-offline-access-not-listed"),
            of(Kind.SERVER, "as-issuer-trailing-slash"),
            of(Kind.TENANT, "as-pkce-not-advertised", "as-no-registration-path", "as-jwks-unreachable",
                    "as-iss-not-advertised", "reg-dcr-disabled", "reg-dcr-quota",
                    "reg-application-type-conflict", "reg-cimd-invalid", "reg-cimd-loopback-port",
                    "reg-cimd-not-imported", "reg-dcr-auth-method-rejected", "reg-dcr-client-name-rejected",
                    "reg-dcr-redirect-rejected", "reg-dcr-response-bad-fields", "reg-dcr-scope-mismatch",
                    "reg-open-dcr-exposed", "reg-stale-client", "reg-static-auth-method", "authz-resource-unknown",
                    "authz-client-no-grant", "authz-resource-ignored", "authz-no-connection", "authz-iss-mismatch",
                    "authz-denied", "authz-audience-wins", "authz-callback-mismatch", "authz-consent-redirect-307",
                    "authz-error-not-redirected", "authz-iss-missing", "authz-localhost-vs-127",
                    "authz-loopback-confirmation", "authz-loopback-port", "authz-org-blocked", "authz-params-rejected",
                    "authz-rules-active", "authz-scope-not-granted", "authz-state-altered", "authz-userinfo-audience",
                    "token-opaque", "token-aud-wrong", "token-iss-wrong", "token-no-refresh",
                    "token-signature-unverifiable", "token-hs256", "token-cacheable", "token-client-auth-mismatch",
                    "token-endpoint-error", "token-endpoint-not-form", "token-lifetime-odd",
                    "token-refresh-error-shape", "token-refresh-rotation-reuse", "token-scope-missing",
                    "token-type-not-bearer", "token-typ-not-at-jwt"),
            of(Kind.SERVER, "authz-oidc-scope-third-party"),
            of(Kind.SERVER, "rs-no-auth", "rs-accepts-any-bearer", "rs-accepts-wrong-audience",
                    "rs-accepts-tampered-signature", "rs-accepts-tampered-claims", "rs-accepts-alg-none",
                    "rs-accepts-hs256-public-key", "rs-accepts-other-issuer", "rs-rejects-valid-token",
                    "rs-wrong-status", "rs-accepts-embedded-jwk", "rs-accepts-jku", "rs-accepts-x5u",
                    "rs-accepts-kid-injection", "rs-accepts-expired", "rs-accepts-future-nbf",
                    "rs-accepts-missing-audience", "rs-accepts-query-token", "rs-accepts-body-or-cookie-token",
                    "rs-scope-not-enforced", "rs-insufficient-scope-shape", "rs-401-without-invalid-token",
                    "rs-auth-only-on-initialize", "rs-error-leaks", "rs-jwks-cache-stale", "rs-clock-skew"),
            of(Kind.PAIR, "rs-accepts-id-token"), of(Kind.TENANT, "rs-token-passthrough"),
            of(Kind.SERVER, "session-empty-tools", "session-lost-across-replicas", "session-unknown-id-status",
                    "session-id-weak", "session-missing-id-accepted", "session-delete-unsupported"),
            of(Kind.SERVER, "cors-wellknown-missing", "cors-preflight-401", "cors-allow-headers",
                    "cors-expose-headers", "cors-methods", "cors-wildcard-credentials"))
            .flatMap(List::stream).toList();

    /** Every fault there is, from the network to the session. */
    public static List<Fault> all() {
        return ALL;
    }

    /** Whether a pair can have only one of the two: they are the same, or positions of one switch. */
    public boolean excludes(Fault other) {
        return id.equals(other.id) || Contradiction.between(id, other.id);
    }

    /**
     * The chosen faults of one kind.
     *
     * @throws IllegalArgumentException naming the ids that no fault has
     */
    static Set<String> chosen(Set<String> ids, Kind kind) {
        var unknown = new TreeSet<>(ids);
        ALL.forEach(fault -> unknown.remove(fault.id));
        if (!unknown.isEmpty())
            throw new IllegalArgumentException("no such fault: " + String.join(", ", unknown));
        var chosen = new TreeSet<String>();
        for (var fault : ALL)
            if (fault.concerns(kind) && ids.contains(fault.id))
                chosen.add(fault.id);
        return chosen;
    }

    private boolean concerns(Kind asked) {
        return kind == asked || (kind == Kind.PAIR && asked != Kind.SURROUNDINGS);
    }

    private static List<Fault> of(Kind kind, String... ids) {
        return Stream.of(ids).map(id -> new Fault(id, kind, false)).toList();
    }

    /** For servers that the whole world is meant to reach. */
    private static List<Fault> published(Kind kind, String... ids) {
        return Stream.of(ids).map(id -> new Fault(id, kind, true)).toList();
    }
}

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
            of(Kind.SERVER, "tls-expired", "tls-hostname-mismatch", "tls-untrusted-ca", "tls-plain-http",
                    "transport-redirect-drops-auth", "transport-html-answer", "transport-endpoint-not-found",
                    "transport-origin-not-validated", "challenge-missing-401", "challenge-no-resource-metadata",
                    "challenge-pointer-dead", "prm-not-found", "prm-resource-mismatch",
                    "prm-authorization-servers-empty", "prm-not-json", "prm-scopes-missing"),
            of(Kind.TENANT, "as-metadata-not-found"), of(Kind.SERVER, "as-issuer-trailing-slash"),
            of(Kind.TENANT, "as-pkce-not-advertised", "as-no-registration-path", "as-jwks-unreachable",
                    "as-iss-not-advertised", "reg-dcr-disabled", "reg-dcr-quota", "authz-resource-unknown",
                    "authz-client-no-grant", "authz-resource-ignored", "authz-no-connection", "authz-iss-mismatch",
                    "authz-denied", "token-opaque", "token-aud-wrong", "token-iss-wrong", "token-no-refresh",
                    "token-signature-unverifiable", "token-hs256"),
            of(Kind.SERVER, "rs-no-auth", "rs-accepts-any-bearer", "rs-accepts-wrong-audience",
                    "rs-accepts-tampered-signature", "rs-accepts-tampered-claims", "rs-accepts-alg-none",
                    "rs-accepts-hs256-public-key", "rs-accepts-other-issuer", "rs-rejects-valid-token",
                    "rs-wrong-status", "session-empty-tools", "session-unknown-id-status", "session-id-weak",
                    "rs-auth-only-on-initialize", "cors-wellknown-missing"))
            .flatMap(List::stream).toList();

    /** Every fault there is, from the network to the session. */
    public static List<Fault> all() {
        return ALL;
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
            if (fault.kind == kind && ids.contains(fault.id))
                chosen.add(fault.id);
        return chosen;
    }

    private static List<Fault> of(Kind kind, String... ids) {
        return Stream.of(ids).map(id -> new Fault(id, kind, false)).toList();
    }

    /** For servers that the whole world is meant to reach. */
    private static List<Fault> published(Kind kind, String... ids) {
        return Stream.of(ids).map(id -> new Fault(id, kind, true)).toList();
    }
}

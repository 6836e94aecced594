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
            published(Kind.SURROUNDINGS, "net-host-not-public"),
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
                    "rs-wrong-status", "rs-accepts-embedded-jwk", "rs-accepts-jku", "rs-accepts-x5u",
                    "rs-accepts-kid-injection", "rs-accepts-expired", "rs-accepts-future-nbf",
                    "rs-accepts-missing-audience", "rs-accepts-query-token", "rs-accepts-body-or-cookie-token",
                    "rs-scope-not-enforced", "rs-insufficient-scope-shape", "rs-401-without-invalid-token",
                    "rs-error-leaks", "rs-jwks-cache-stale", "rs-clock-skew"),
            of(Kind.PAIR, "rs-accepts-id-token"), of(Kind.TENANT, "rs-token-passthrough"),
            of(Kind.SERVER, "session-empty-tools", "session-unknown-id-status", "session-id-weak",
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

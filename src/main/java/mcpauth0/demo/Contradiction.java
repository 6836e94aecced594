package mcpauth0.demo;

import java.util.List;
import java.util.Set;

/**
 * Faults that a pair cannot have at the same time: both would set one thing, or the one takes away what the other needs.
 * Everything else can be broken together.
 */
record Contradiction(Set<String> one, Set<String> other) {

    private static final List<Contradiction> ALL = List.of(
            // What stands at the server's address.
            among("transport-html-answer", "transport-redirect-drops-auth", "transport-downgrade-redirect",
                    "transport-cross-host-redirect", "transport-endpoint-not-found", "net-lb-path-rule",
                    "prm-resource-bare-origin"),
            // To where the server's name leads.
            among("net-dns-nxdomain", "net-host-not-public", "net-dns-mixed-answers", "net-ipv6-only",
                    "net-split-horizon"),
            // From when until when the certificate is good.
            among("tls-expired", "tls-not-yet-valid", "tls-expires-soon"),
            // What becomes of the header with the challenge.
            among("challenge-header-renamed", "challenge-header-stripped"),
            // An address without a host is at no other host.
            between(Set.of("challenge-relative-or-bad-url"), Set.of("challenge-off-origin-pointer")),
            // Which pages of other origins are let in.
            among("transport-origin-too-strict", "transport-origin-not-validated"),
            // A list of scopes that is left out has no odd one in it.
            between(Set.of("prm-scopes-missing"),
                    Set.of("challenge-offline-access-scope", "prm-scope-unknown", "authz-oidc-scope-third-party")),
            between(Set.of("challenge-scope-absent"), Set.of("challenge-offline-access-scope")),
            // Which authorization server is named first.
            among("prm-as-is-mcp-host", "prm-first-as-broken"),
            // Where the tenant's own tokens are of another issuer, to believe those is to believe every forgery of them.
            between(Set.of("rs-accepts-other-issuer"), Set.of("token-iss-wrong", "as-issuer-custom-domain")),
            // An audience that nobody looks at is never the wrong one.
            between(Set.of("rs-accepts-wrong-audience"), Set.of("rs-rejects-valid-token")),
            // The tenant writes the same wrong audience that the server expects.
            between(Set.of("token-aud-wrong"), Set.of("rs-rejects-valid-token")),
            // Auth0 refuses a request without a resource to strict clients alone.
            between(Set.of("authz-userinfo-audience"), Set.of("authz-error-not-redirected")));

    private static Contradiction among(String... ids) {
        var all = Set.of(ids);
        return new Contradiction(all, all);
    }

    private static Contradiction between(Set<String> one, Set<String> other) {
        return new Contradiction(one, other);
    }

    /** Whether only one of the two, which are not the same, can be had. */
    static boolean between(String a, String b) {
        return ALL.stream().anyMatch(each -> each.parts(a, b) || each.parts(b, a));
    }

    private boolean parts(String a, String b) {
        return one.contains(a) && other.contains(b);
    }
}

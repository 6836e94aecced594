package mcpauth0.diagnose.client;

import java.util.Set;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.client.Profile.Alike;
import mcpauth0.diagnose.client.Profile.Port;
import mcpauth0.diagnose.client.Profile.Way;
import mcpauth0.oauth.Nearness;

/** Which broken checks stop which client, from what was seen of the server and what is known of the client. */
final class Obstacles {

    /** Ids that stop every client. */
    private static final Set<String> EVERYBODY = Set.of("net-dns-nxdomain", "net-unreachable", "net-lb-path-rule",
            "tls-expired", "tls-not-yet-valid", "tls-hostname-mismatch", "tls-chain-incomplete", "tls-wrong-purpose",
            "tls-client-certificate", "tls-plain-http", "tls-as-domain", "transport-html-answer",
            "transport-endpoint-not-found", "transport-host-rejected", "transport-downgrade-redirect",
            "transport-cross-host-redirect", "transport-version-rejected", "transport-legacy-sse-only",
            "transport-accept-406", "transport-answer-mismatch", "transport-content-type-wrong",
            "challenge-header-renamed", "challenge-header-stripped", "prm-not-found", "prm-not-json",
            "prm-behind-auth", "prm-authorization-servers-empty", "prm-first-as-broken", "prm-as-is-mcp-host",
            "as-metadata-not-found", "as-metadata-incomplete", "as-issuer-foreign", "as-pkce-not-advertised",
            "as-endpoint-insecure", "authz-resource-unknown", "authz-resource-ignored", "authz-client-no-grant",
            "authz-no-connection", "authz-rules-active", "authz-audience-wins", "authz-org-blocked",
            "authz-iss-mismatch", "authz-denied", "authz-state-altered",
            "authz-params-rejected", "token-opaque", "token-iss-wrong", "token-signature-unverifiable", "token-hs256",
            "token-endpoint-error", "token-endpoint-not-form", "token-type-not-bearer", "rs-rejects-valid-token",
            "session-lost-across-replicas");

    /** Ids that stop whoever registers itself. */
    private static final Set<String> REGISTERING = Set.of("reg-dcr-disabled", "reg-dcr-quota",
            "as-no-registration-path", "reg-dcr-scope-mismatch", "reg-dcr-redirect-rejected");

    private final Profile profile;
    private final Observations seen;

    Obstacles(Profile profile, Observations seen) {
        this.profile = profile;
        this.seen = seen;
    }

    /** Whether what the finding says keeps the client out. */
    boolean stops(Finding finding) {
        var id = finding.rule().id();
        if (id.equals("tls-untrusted-ca"))
            return broken(finding) || (profile.hosted() && privateAuthority());
        if (!broken(finding))
            return false;
        return switch (finding.rule().applies()) {
            case HOSTED_CLIENTS -> profile.hosted() && severity(finding) == Severity.ERROR;
            case BROWSER_CLIENTS -> profile.browser();
            case ALWAYS -> (EVERYBODY.contains(id) && severity(finding) == Severity.ERROR)
                    || (REGISTERING.contains(id) && way() == Way.DYNAMIC)
                    || particular(finding, id);
        };
    }

    /** Where clients differ. */
    private boolean particular(Finding finding, String id) {
        return switch (id) {
            case "transport-redirect-drops-auth" -> severity(finding) == Severity.ERROR;
            case "transport-modern-only" -> !profile.eras().contains("modern");
            case "transport-legacy-only" -> !profile.eras().contains("legacy");
            case "challenge-missing-401" ->
                severity(finding) == Severity.ERROR && !profile.triggers().contains(openingStatus());
            case "challenge-no-resource-metadata" ->
                profile.needsBearer() && severity(finding) == Severity.ERROR;
            case "challenge-pointer-dead" -> !profile.wellKnownAfterDeadPointer();
            case "prm-resource-mismatch" -> !nearEnough();
            case "as-issuer-trailing-slash" ->
                profile.issuer() == Alike.EXACT && severity(finding) == Severity.ERROR;
            case "as-5xx-aborts" -> profile.abortsOnServerError();
            case "reg-dcr-auth-method-rejected" ->
                way() == Way.DYNAMIC && profile.authMethod().equals("client_secret_post");
            case "reg-dcr-client-name-rejected" -> way() == Way.DYNAMIC && profile.id().equals("claude-code");
            case "reg-application-type-conflict" -> way() == Way.DYNAMIC && profile.id().equals("vscode");
            case "reg-stale-client" -> way() == Way.DYNAMIC && severity(finding) == Severity.ERROR;
            case "reg-static-auth-method" ->
                way() == Way.BY_HAND && profile.authMethod().equals("client_secret_post");
            case "reg-cimd-not-imported", "reg-cimd-invalid" -> way() == Way.DOCUMENT;
            case "reg-cimd-loopback-port" -> way() == Way.DOCUMENT && profile.port() == Port.EPHEMERAL;
            case "authz-consent-redirect-307" -> profile.hosted();
            case "authz-iss-missing" -> profile.issuer() == Alike.EXACT;
            case "authz-loopback-port" -> way() != Way.DYNAMIC && profile.port() == Port.EPHEMERAL;
            default -> false;
        };
    }

    /** How the client would become known here. */
    Way way() {
        if (seen.scene().clientGiven())
            return Way.BY_HAND;
        var metadata = seen.metadata().found();
        return metadata.filter(profile::usesDocument).isPresent()
                ? Way.DOCUMENT
                : Way.DYNAMIC;
    }

    private boolean nearEnough() {
        var resource = seen.document().found().map(document -> document.resource()).orElse(null);
        return switch (profile.resource()) {
            case EXACT -> false;
            case PARENT -> Nearness.covers(resource, seen.scene().target());
            case ORIGIN -> resource != null && (resource.equals(seen.scene().target().origin())
                    || resource.startsWith(seen.scene().target().origin() + "/"));
        };
    }

    private int openingStatus() {
        return seen.opening().found().map(opening -> opening.initialize().status()).orElse(0);
    }

    private boolean privateAuthority() {
        return seen.handshake().found().filter(shown -> shown.operatorTrusted()).isPresent();
    }

    private static boolean broken(Finding finding) {
        return finding.verdict() instanceof Verdict.Broken;
    }

    private static Severity severity(Finding finding) {
        return finding.verdict() instanceof Verdict.Broken broken ? broken.severity() : finding.rule().severity();
    }
}

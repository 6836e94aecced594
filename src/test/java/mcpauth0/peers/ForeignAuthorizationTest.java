package mcpauth0.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The check meets an authorization server that is not Auth0, here oidc-provider, in front of a server made with the
 * official TypeScript SDK: it registers, signs in, and looks at the token, from outside.
 */
@NeedsNpm
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ForeignAuthorizationTest {

    @TempDir
    Path folder;

    private PeerCheck check;

    @BeforeEach
    void start() throws IOException {
        check = new PeerCheck(folder);
    }

    @AfterEach
    void stop() {
        check.close();
    }

    /** It passes over offline_access where consent is not asked for with it, so that only a good client has it all. */
    @Test
    void isHealthyWhereItIssuesTokensForTheServer() throws Exception {
        var report = checked(Map.of());
        assertThat(report.findings()).filteredOn(Report.Finding::broken).isEmpty();
        assertThat(report.overall()).isEqualTo(Report.Overall.HEALTHY);
        assertThat(report.findings()).filteredOn(finding -> finding.verdict() instanceof Verdict.Holds)
                .extracting(finding -> finding.rule().id()).contains("reg-dcr-disabled", "authz-iss-mismatch",
                        "token-opaque", "token-no-refresh", "token-refresh-rotation-reuse", "rs-rejects-valid-token");
    }

    @Test
    void isBrokenWhereItKnowsNoResources() throws Exception {
        var report = checked(Map.of("RESOURCES", "none"));
        assertThat(report.findings()).filteredOn(finding -> finding.broken() && finding.causedBy() == null)
                .extracting(finding -> finding.rule().id()).containsExactly("authz-resource-ignored");
    }

    private Report checked(Map<String, String> options) throws Exception {
        try (var authorization = check.peer("authorization.mjs", options);
                var peer = check.peer("server.mjs",
                        Map.of("ISSUER", authorization.url(), "KEYS", authorization.url() + "/jwks"))) {
            return check.checkedFromOutside(peer.url());
        }
    }
}

package mcpauth0.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mcpauth0.diagnose.Report;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole check meets a server made with FastMCP for TypeScript, which speaks both eras of the protocol. */
@NeedsNpm
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FastMcpServerTest {

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

    @Test
    void isHealthyWhereItIsSetUpWithCare() throws Exception {
        try (var peer = check.peer("fastmcp.mjs", Map.of())) {
            var report = check.checked(peer.url());
            assertThat(report.findings()).filteredOn(Report.Finding::broken).isEmpty();
            assertThat(report.overall()).isEqualTo(Report.Overall.HEALTHY);
        }
    }

    /** FastMCP (4.20) takes any Origin, names no scope, and tells browsers too little; tokens are its user's affair. */
    @Test
    void isFoundToLackWhatFastMcpLeavesToItsUsers() throws Exception {
        try (var peer = check.peer("fastmcp.mjs", Map.of("CARE", "none", "AUDIENCE", "any"))) {
            assertThat(check.checked(peer.url()).findings()).filteredOn(Report.Finding::broken)
                    .extracting(finding -> finding.rule().id()).containsExactlyInAnyOrder(
                            "transport-origin-not-validated", "challenge-scope-absent", "rs-scope-not-enforced",
                            "rs-accepts-wrong-audience", "cors-expose-headers", "cors-methods");
        }
    }
}

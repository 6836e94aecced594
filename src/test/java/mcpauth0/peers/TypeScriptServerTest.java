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

/** The whole check meets a server that is not ours: made with the official TypeScript SDK, behind the practice tenant. */
@NeedsNpm
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TypeScriptServerTest {

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
    void isHealthyWhereItValidatesAll() throws Exception {
        try (var peer = check.peer("server.mjs", Map.of())) {
            var report = check.checked(peer.url());
            assertThat(report.findings()).filteredOn(Report.Finding::broken).isEmpty();
            assertThat(report.overall()).isEqualTo(Report.Overall.HEALTHY);
        }
    }

    @Test
    void isBrokenInOneThingWhereItTakesTokensForOthers() throws Exception {
        try (var peer = check.peer("server.mjs", Map.of("AUDIENCE", "any"))) {
            var report = check.checked(peer.url());
            assertThat(report.findings()).filteredOn(Report.Finding::broken)
                    .extracting(finding -> finding.rule().id()).containsExactly("rs-accepts-wrong-audience");
            assertThat(report.overall()).isEqualTo(Report.Overall.BROKEN);
        }
    }
}

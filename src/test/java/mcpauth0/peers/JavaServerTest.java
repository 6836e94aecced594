package mcpauth0.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import mcpauth0.diagnose.Report;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole check meets a server made with the official Java SDK, in Tomcat, behind the practice tenant. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class JavaServerTest {

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
    void isHealthyWhereItIsMadeWithCare() throws Exception {
        try (var peer = check.java(true)) {
            var report = check.checked(peer.url());
            assertThat(report.findings()).filteredOn(Report.Finding::broken).isEmpty();
            assertThat(report.overall()).isEqualTo(Report.Overall.HEALTHY);
        }
    }

    @Test
    void isFoundToLeaveListenersWaitingAndToTakeTokensForOthers() throws Exception {
        try (var peer = check.java(false)) {
            var report = check.checked(peer.url());
            assertThat(report.findings()).filteredOn(Report.Finding::broken)
                    .extracting(finding -> finding.rule().id())
                    .containsExactlyInAnyOrder("transport-get-hangs-or-500", "rs-accepts-wrong-audience");
            assertThat(report.overall()).isEqualTo(Report.Overall.BROKEN);
        }
    }
}

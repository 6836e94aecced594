package mcpauth0.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Verdict;
import mcpauth0.export.Exports;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is handed over to a server in Node runs as it is, and the whole check finds nothing to say against it. */
@NeedsNpm
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ExportedServerTest {

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

    @ParameterizedTest
    @ValueSource(strings = {"typescript", "fastmcp-typescript", "cloudflare-worker"})
    void isHealthy(String format) throws Exception {
        var export = Exports.named(format).orElseThrow();
        try (var peer = check.peer("exported.mjs", Map.of())) {
            var file = Peer.folder("exported-" + format).resolve(export.fileName());
            Files.writeString(file, export.write(check.facts(peer.url()), Texts.english()));
            peer.tell(file.toString());

            var report = check.checked(peer.url());
            assertThat(report.findings()).filteredOn(
                    finding -> finding.broken() || finding.verdict() instanceof Verdict.Blocked).isEmpty();
            assertThat(report.overall()).isEqualTo(Report.Overall.HEALTHY);
        }
    }
}

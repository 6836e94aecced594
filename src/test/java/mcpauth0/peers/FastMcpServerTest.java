package mcpauth0.peers;

import java.nio.file.Path;
import java.util.Map;
import mcpauth0.diagnose.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FastMcpServerTest {
    @TempDir
    Path folder;

    @Test
    void bare() throws Exception {
        try (var check = new PeerCheck(folder); var peer = check.peer("fastmcp.mjs", Map.of())) {
            var report = check.checked(peer.url());
            System.out.println(report.overall() + " " + report.took());
            report.findings().stream().filter(f -> f.broken() || f.verdict().getClass().getSimpleName().equals("Blocked"))
                    .forEach(f -> System.out.println(f.rule().id() + " " + f.rule().severity() + " by " + f.causedBy() + " " + f.verdict()));
            System.out.println(report.exchanges().size());
        }
    }
}

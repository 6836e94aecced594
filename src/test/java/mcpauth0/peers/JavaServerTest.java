package mcpauth0.peers;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaServerTest {
    @TempDir
    Path folder;

    @Test
    void bare() throws Exception {
        try (var check = new PeerCheck(folder); var peer = check.java(Boolean.getBoolean("careful"))) {
            var report = check.checked(peer.url());
            System.out.println(report.overall() + " " + report.took());
            report.findings().stream().filter(f -> f.broken() || f.verdict().getClass().getSimpleName().equals("Blocked"))
                    .forEach(f -> System.out.println(f.rule().id() + " " + f.rule().severity() + " by " + f.causedBy() + " " + f.verdict()));
            System.out.println(report.exchanges().size());
        }
    }
}

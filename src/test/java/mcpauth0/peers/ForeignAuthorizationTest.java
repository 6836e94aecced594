package mcpauth0.peers;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignAuthorizationTest {
    @TempDir
    Path folder;

    @Test
    void bare() throws Exception {
        try (var check = new PeerCheck(folder); var authorization = check.peer("authorization.mjs", Map.of()); var peer = check.peer("server.mjs", Map.of("ISSUER", authorization.url(), "KEYS", authorization.url() + "/jwks"))) {
            var report = check.checkedFromOutside(peer.url());
            System.out.println(report.overall() + " " + report.took());
            report.findings().stream().filter(f -> f.broken() || f.verdict().getClass().getSimpleName().equals("Blocked")|| f.verdict().getClass().getSimpleName().equals("NotTestableFromHere"))
                    .forEach(f -> System.out.println(f.rule().id() + " " + f.rule().severity() + " by " + f.causedBy() + " " + f.verdict()));
            System.out.println(report.exchanges().size());
            for (var e : report.exchanges()) if (e.request().url().startsWith(authorization.url())) System.out.println(e.n() + " " + e.request().method() + " " + e.request().url() + " " + (e.answer() == null ? "-" : e.answer().status() + " " + (e.answer().text().length() > 600 || e.request().url().contains("well-known") ? "" : e.answer().text().replace("\n"," "))));
        }
    }
}

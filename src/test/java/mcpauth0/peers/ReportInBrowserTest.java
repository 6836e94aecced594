package mcpauth0.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mcpauth0.demo.PracticePair;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.diagnose.Checkup;
import mcpauth0.export.report.HtmlReport;
import mcpauth0.export.report.Samples;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.http.Network;
import mcpauth0.http.Trust;
import mcpauth0.oauth.agent.FormAgent;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The HTML report is opened in headless Chromium, which npm brings along for Linux on x64; {@code CHROMIUM} names another. */
@NeedsNpm
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReportInBrowserTest {

    private static final String HOSTILE = "</pre></style><script>alert(1)</script><img src=https://evil.example/x onerror=alert(1)>"
            + "<a href=javascript:alert(1)>x</a>" + "wide".repeat(400);

    @TempDir
    Path folder;

    @Test
    void aRealReportIsReadableInLightDarkAndPrint() throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK));
                var http = new Http(Network.system().withTrust(Trust.only(List.of(pair.authority()))))) {
            var report = new Checkup(http).run(CheckOptions.of(McpUrl.parse(pair.mcpUrl()).orThrow())
                    .withUserAgent(new FormAgent(http, pair.user(), Secret.of(pair.password()))),
                    Checkup.Watcher.SILENT);
            var seen = opened(new HtmlReport().write(report, Texts.english()));

            assertThat(seen.path("light").path("verdict").asText()).contains("Broken: ");
            assertThat(seen.path("light").path("title").asText()).contains(pair.mcpUrl());
        }
    }

    @Test
    void aHostileServersWordsDoNothing() throws Exception {
        opened(new HtmlReport().write(Samples.report(HOSTILE), Texts.english()));
    }

    private JsonNode opened(String html) throws IOException, InterruptedException {
        var linux = System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64");
        if (!linux && System.getenv("CHROMIUM") == null)
            System.out.println("Left out: the report in a browser, because npm brings none along for this system. "
                    + "Name one with the environment variable CHROMIUM.");
        assumeTrue(linux || System.getenv("CHROMIUM") != null, "a browser");
        var file = Files.writeString(folder.resolve("report.html"), html);
        var pictures = Files.createDirectories(Path.of("target/report-in-browser").toAbsolutePath());
        var seen = Json.parse(Peer.run(List.of("browser.mjs", file.toString(), pictures.toString()),
                Map.of("TMPDIR", Files.createDirectories(Path.of("target/browser").toAbsolutePath()).toString())))
                .orElseThrow();

        for (var look : List.of("light", "dark", "narrow")) {
            var one = seen.path(look);
            assertThat(one.path("visible").asBoolean()).as(look).isTrue();
            assertThat(one.path("verdict").asText()).as(look).isNotBlank();
            assertThat(one.path("wide")).as(look + ": wider than the page").isEmpty();
            assertThat(one.path("scrolls").asBoolean()).as(look).isFalse();
            assertThat(one.path("unnamed").asInt()).as(look + ": what has no name").isZero();
            assertThat(one.path("scripts").asInt()).as(look).isZero();
            assertThat(one.path("shapes").asInt()).as(look + ": shapes that would be read aloud").isZero();
            assertThat(one.path("lang").asText()).isEqualTo("en-GB");
        }
        assertThat(seen.path("said")).as("console").isEmpty();
        assertThat(seen.path("dialogs")).as("dialogs").isEmpty();
        seen.path("asked").forEach(
                asked -> assertThat(asked.asText()).as("the only request").isEqualTo(file.toUri().toString()));
        assertThat(seen.path("dark").path("background")).isNotEqualTo(seen.path("light").path("background"));
        assertThat(seen.path("dark").path("text")).isNotEqualTo(seen.path("light").path("text"));
        assertThat(seen.path("pages").asInt()).isPositive();
        return seen;
    }
}

package mcpauth0.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mcpauth0.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: streams, exit codes, start-up time, the end. */
class PracticeProcessTest {

    /** Three seconds are promised. What the process computes until then is measured, not how long others made it wait. */
    private static final Duration READY = Duration.ofSeconds(10);

    @TempDir
    Path home;

    private Process start(String... words) throws IOException {
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "mcpauth0.Main"));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line);
        builder.environment().put("MCP_AUTH0_SETUP_HOME", home.toString());
        return builder.start();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // ending a process politely is a signal
    void practiceIsReadySoonAndLeavesNothing() throws IOException, InterruptedException {
        var process = start("practice", "--state", "healthy");
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            var line = Json.parse(out.readLine()).orElseThrow();
            var took = process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);

            var authority = Path.of(line.path("ca").asText());
            assertThat(authority).isAbsolute().exists();
            assertThat(line.path("surroundings").isNull()).isTrue();
            assertThat(line.properties().stream().map(entry -> entry.getKey())).containsExactly("tenant", "domain",
                    "mcp", "ca", "managementToken", "clientId", "clientSecret", "user", "password", "surroundings");
            assertThat(took).isLessThan(READY);

            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(authority).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void wrongWordsEndWithTwoAndNothingOnStandardOutput() throws IOException, InterruptedException {
        var process = start("check", "nowhere");

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("does not begin with https://").doesNotContain("WARNING", "Exception");
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(Files.isDirectory(home.resolve("log"))).isTrue();
    }
}

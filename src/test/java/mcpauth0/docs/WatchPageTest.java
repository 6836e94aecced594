package mcpauth0.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import mcpauth0.demo.PracticePair;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Setup;
import mcpauth0.setup.SetupFile;
import mcpauth0.setup.TenantDomain;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the page about watching, as they stand there, against the practice pair. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are for a Unix shell")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WatchPageTest {

    private static final Path DOCS = Path.of("src/docs").toAbsolutePath();

    @TempDir
    Path folder;

    private record Ran(int code, String said) {
    }

    /** The program's name on the PATH, as an installed program has it. */
    @BeforeEach
    void install() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var program = Files.createDirectories(folder.resolve("bin")).resolve("mcp-auth0-setup");
        Files.writeString(program, "#!/bin/sh\nexec '" + java
                + "' -XX:TieredStopAtLevel=1 -Xshare:auto --enable-native-access=ALL-UNNAMED mcpauth0.Main \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private Ran run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("MCP_AUTH0_SETUP_HOME", folder.resolve("home").toString());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }

    private static JsonNode workflow() throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(DOCS.resolve("watch/github-actions.yml").toFile());
    }

    /** As GitHub runs a step: bash that ends with the first command that fails. */
    private Ran step(String name, Map<String, String> environment) throws IOException, InterruptedException {
        var steps = workflow().path("jobs").path("watch").path("steps");
        var script = StreamSupport.stream(steps.spliterator(), false)
                .filter(step -> step.path("name").asText().equals(name)).findFirst().orElseThrow().path("run").asText();
        return run(List.of("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script), environment);
    }

    private Map<String, String> variables(PracticePair pair) {
        return new HashMap<>(Map.of("MCP_URL", pair.mcpUrl(), "CHECK_OPTIONS", "--ca " + pair.caFile(),
                "DRIFT_OPTIONS", "--tenant-ca " + pair.caFile(), "AUTH0_CLIENT_ID", pair.clientId(),
                "AUTH0_CLIENT_SECRET", pair.clientSecret(), "GITHUB_STEP_SUMMARY",
                folder.resolve("summary.md").toString()));
    }

    @Test
    void theWorkflowPassesOnAHealthyPairAndFailsOnADriftedOne() throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY))) {
            Files.writeString(folder.resolve("setup.json"),
                    SetupFile.write(Setup.empty().withServer(McpUrl.parse(pair.mcpUrl()).orThrow())
                            .withTenant(TenantDomain.parse(pair.domain()).orThrow())
                            .withConnections(List.of("Username-Password-Authentication"))));

            var checked = step("Check the server", variables(pair));
            assertThat(checked.code()).as(checked.said()).isZero();
            assertThat(folder.resolve("reports")).isDirectoryContaining("glob:**/check.xml")
                    .isDirectoryContaining("glob:**/check.html").isDirectoryContaining("glob:**/check.json");
            var settled = step("Look for drift in the tenant", variables(pair));
            assertThat(settled.code()).as(settled.said()).isZero();

            pair.tenant().dashboard("Lin Chen", "PATCH", "tenants/settings",
                    "{\"resource_parameter_profile\":\"audience\"}");
            var drifted = step("Look for drift in the tenant", variables(pair));
            assertThat(drifted.code()).as(drifted.said()).isEqualTo(4);
            assertThat(drifted.said()).doesNotContain(pair.clientSecret());
            assertThat(Files.readString(folder.resolve("reports/drift.xml"))).contains("<failure", "type=\"change\"");

            pair.behave(Set.of("prm-resource-mismatch"));
            assertThat(step("Check the server", variables(pair)).code()).isEqualTo(1);
            assertThat(Files.readString(folder.resolve("reports/check.xml"))).contains("<failure");
            assertThat(step("Show what was found", variables(pair)).code()).isZero();
            assertThat(folder.resolve("summary.md")).content().startsWith("# Broken");
        }
    }

    @Test
    void theScriptSpeaksOnlyWhenSomethingIsWrong() throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY))) {
            var command = List.of(DOCS.resolve("watch/watch.sh").toString(), pair.mcpUrl(),
                    folder.resolve("kept").toString(), "--ca", pair.caFile().toString());
            assertThat(run(command, Map.of())).isEqualTo(new Ran(0, ""));
            assertThat(run(command, Map.of())).isEqualTo(new Ran(0, ""));

            pair.behave(Set.of("challenge-no-resource-metadata"));
            var worse = run(command, Map.of());
            assertThat(worse.code()).as(worse.said()).isEqualTo(1);
            assertThat(worse.said()).contains("challenge-no-resource-metadata", "Something got worse");
            assertThat(folder.resolve("kept/report.html")).isNotEmptyFile();
        }
    }

    @Test
    void wordsAreNeeded() throws Exception {
        assertThat(run(List.of(DOCS.resolve("watch/watch.sh").toString()), Map.of()).code()).isEqualTo(2);
    }

    /** Every file that the page leads to is there, and every word that it names is one. */
    @Test
    void thePageLeadsSomewhere() throws IOException {
        var page = Files.readString(DOCS.resolve("watch.md"));
        var links = new ArrayList<String>();
        Pattern.compile("]\\(([^)#]+)\\)").matcher(page).results().forEach(link -> links.add(link.group(1)));
        assertThat(links).hasSizeGreaterThan(4)
                .allSatisfy(link -> assertThat(DOCS.resolve(link)).as(link).isRegularFile());
        assertThat(workflow().path("permissions").path("contents").asText()).isEqualTo("read");
    }
}

package mcpauth0.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import mcpauth0.demo.PracticePair;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.http.Network;
import mcpauth0.http.Request;
import mcpauth0.http.Trust;
import mcpauth0.oauth.LoopbackPorts;
import mcpauth0.oauth.agent.FormAgent;
import mcpauth0.setup.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The official MCP conformance suite tests the program's client, and the practice tenant as an authorization server. A
 * client that never connects fails nothing, so what succeeded is counted and compared.
 */
@NeedsNpm
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ConformanceTest {

    private static final String STABLE = "node_modules/conformance-0.1/dist/index.js";
    private static final String NEXT = "node_modules/conformance-0.2/dist/index.js";
    private static final String NEWEST = "2026-07-28";
    private static final Pattern AT = Pattern.compile("-\\d{4}-\\d{2}-\\d{2}T[\\d-]+Z$");

    @TempDir
    Path folder;

    /** What the suite found, scenario by scenario. */
    private record Found(Map<String, List<JsonNode>> scenarios) {

        long succeeded() {
            return scenarios.values().stream().flatMap(List::stream).filter(check -> is(check, "SUCCESS")).count();
        }

        Found only(List<String> names) {
            var kept = new TreeMap<>(scenarios);
            kept.keySet().retainAll(names);
            return new Found(kept);
        }

        void isClean(String name, int scenarioCount, int atLeast) {
            System.out.printf("conformance %s: %d scenarios, %d checks succeeded (at least %d expected)%n", name,
                    scenarios.size(), succeeded(), atLeast);
            scenarios.forEach((scenario, checks) -> {
                assertThat(checks).as(scenario).filteredOn(check -> is(check, "FAILURE") || is(check, "WARNING"))
                        .isEmpty();
                assertThat(checks).as(scenario).anyMatch(check -> is(check, "SUCCESS"));
            });
            assertThat(scenarios).as(name).hasSize(scenarioCount);
            assertThat(succeeded()).as(name).isGreaterThanOrEqualTo(atLeast);
        }

        private static boolean is(JsonNode check, String status) {
            return check.path("status").asText().equals(status);
        }
    }

    @Test
    void authorizationOfTheStableSuite() throws Exception {
        suite(STABLE, "--suite", "auth").isClean("0.1.16 auth", 14, 204);
    }

    @Test
    void authorizationOfTheNextSuite() throws Exception {
        suite(NEXT, "--suite", "auth").isClean("0.2.0-alpha.12 auth", 14, 227);
    }

    @Test
    void authorizationOfTheNextSuiteInTheNewestRevision() throws Exception {
        suite(NEXT, "--suite", "auth", "--spec-version", NEWEST).isClean("0.2.0-alpha.12 auth " + NEWEST, 14, 229);
    }

    @Test
    void everythingThatTheNewestRevisionRequires() throws Exception {
        var found = suite(NEXT, "--requirements", NEWEST);
        var required = required();
        found.only(required).isClean("0.2.0-alpha.12 required " + NEWEST, required.size(), 394);
        found.only(List.of("auth/client-credentials-jwt", "auth/client-credentials-basic"))
                .isClean("0.2.0-alpha.12 client credentials", 2, 14);
    }

    @Test
    void serversOfTheOldestRevisionWithAuthorization() throws Exception {
        for (var scenario : List.of("metadata-backcompat", "endpoint-fallback"))
            suite(NEXT, "--scenario", "auth/2025-03-26-oauth-" + scenario, "--spec-version", "2025-03-26")
                    .isClean("0.2.0-alpha.12 " + scenario, 1, 7);
    }

    /** The words in a process of their own, with what it ends with. */
    @Test
    void asAProcess() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java")
                + " -XX:TieredStopAtLevel=1 -Xshare:auto --enable-native-access=ALL-UNNAMED mcpauth0.Main conformance";
        var environment = Map.of("CLASSPATH", System.getProperty("java.class.path"), "MCP_AUTH0_SETUP_HOME",
                folder.toString());
        for (var scenario : List.of("auth/scope-step-up", "auth/resource-mismatch"))
            suite(NEXT, java, environment, "--scenario", scenario, "--spec-version", NEWEST)
                    .isClean("0.2.0-alpha.12 " + scenario + " as a process", 1, 2);
    }

    private Found suite(String suite, String... words) throws IOException, InterruptedException {
        try (var client = new ClientUnderTest(folder)) {
            return suite(suite, Peer.node() + " client.mjs", Map.of("CLIENT_PORT", String.valueOf(client.port())),
                    words);
        }
    }

    private Found suite(String suite, String client, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        var out = Files.createTempDirectory(folder, "results");
        var line = new ArrayList<>(List.of(suite, "client", "--command", client, "--timeout", "120000", "-o",
                out.toString()));
        line.addAll(List.of(words));
        Peer.run(line, environment);
        var found = new TreeMap<String, List<JsonNode>>();
        try (var files = Files.walk(out)) {
            for (var file : files.filter(each -> each.endsWith("checks.json")).toList())
                found.put(AT.matcher(out.relativize(file.getParent()).toString().replace('\\', '/')).replaceFirst(""),
                        checks(file));
        }
        return new Found(found);
    }

    private static List<JsonNode> checks(Path file) {
        try {
            var checks = new ArrayList<JsonNode>();
            Json.MAPPER.readTree(Files.readAllBytes(file)).forEach(checks::add);
            return checks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The client's scenarios in the suite's own list. */
    private static List<String> required() throws IOException {
        var text = Files.readString(
                Peer.folder().resolve("node_modules/conformance-0.2/requirements/" + NEWEST + ".yaml"));
        var part = text.substring(text.indexOf("\nclient:\n"), text.indexOf("\nnot_scored:"));
        return part.lines().filter(line -> line.startsWith("  - ")).map(line -> line.substring(4).strip()).toList();
    }

    @Test
    void thePracticeTenantAsAnAuthorizationServer() throws Exception {
        var port = LoopbackPorts.free().ports().getFirst();
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY));
                var http = new Http(Network.system().withTrust(Trust.only(List.of(pair.authority()))))) {
            var issuer = "https://" + pair.domain() + "/";
            var environment = new HashMap<>(Map.of("NODE_EXTRA_CA_CERTS", pair.caFile().toString()));
            var process = Peer.begin(List.of(NEXT, "authorization", "--url", issuer, "--client-id",
                    registered(http, issuer, port), "--resource", pair.mcpUrl(), "--port", String.valueOf(port)),
                    environment);
            var said = new StringBuilder();
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.append(line).append('\n');
                    if (line.startsWith(issuer + "authorize?"))
                        new FormAgent(http, pair.user(), Secret.of(pair.password())).visit(line);
                }
            } finally {
                process.destroy();
            }
            assertThat(process.waitFor()).as(said.toString()).isZero();
            assertThat(said).contains("Total: 2 passed, 0 failed");
        }
    }

    /** A client with the one callback that the suite listens on. */
    private static String registered(Http http, String issuer, int port) throws Exception {
        var wanted = Json.object().put("client_name", "Conformance").put("application_type", "native")
                .put("token_endpoint_auth_method", "none");
        wanted.putArray("redirect_uris").add("http://127.0.0.1:" + port + "/callback");
        wanted.putArray("grant_types").add("authorization_code");
        return http.send(Request.post(issuer + "oidc/register", "application/json", Json.write(wanted)))
                .successOrThrow().json().orElseThrow().path("client_id").asText();
    }
}

package mcpauth0.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mcpauth0.auth0.Blueprint;
import mcpauth0.http.Json;
import mcpauth0.plan.Change.Call;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Registration;
import mcpauth0.setup.Registration.Application;
import mcpauth0.setup.Role;
import mcpauth0.setup.Scope;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TenantDomain;
import mcpauth0.setup.TokenSettings;
import mcpauth0.setup.TokenSettings.Dialect;
import mcpauth0.setup.TokenSettings.Signing;
import mcpauth0.text.Language;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.yaml.snakeyaml.Yaml;

/** The tenant as code, read again without its own tools: what stands in it is what the steps write, whatever a set-up holds. */
class TenantFilesTest {

    private static final String HOSTILE = "a'b\"c\\ \\u0041 ${HOME} $${x} %{if} @@KEY@@ ##KEY## \n\r\t - : # & * ! | > % @ ` "
            + "[x] {y}, ? \u2028\u202e\u0085\ufeff\ud83d\ude80é «steps»";
    private static final Setup EMPTY = Setup.empty()
            .withServer(McpUrl.parse("https://mcp.example.com/mcp").orThrow())
            .withTenant(TenantDomain.parse("acme.eu.auth0.com").orThrow());
    private static final Setup FULL = EMPTY.withDefaultAudience(true)
            .withConnections(List.of("github", "Username-Password-Authentication"))
            .withApi(EMPTY.api()
                    .withTokens(new TokenSettings(Signing.RS512, Dialect.ACCESS_TOKEN, true, 3600, 600)))
            .withRoles(List.of(new Role("Users", "", List.of("mcp:use"), List.of("ada@example.com"))))
            .withRegistration(new Registration(true, false,
                    List.of("https://claude.ai/oauth/mcp-oauth-client-metadata"),
                    List.of(new Application("cursor", "Cursor", List.of("http://localhost:8787/callback"), false),
                            new Application("other", "Bot", List.of("https://bot.acme.dev/back"), true))));
    private static final Setup SPOILT = FULL.withResource(HOSTILE)
            .withConnections(List.of(HOSTILE, "google-oauth2"))
            .withApi(FULL.api().withName(HOSTILE).withScopes(List.of(new Scope(HOSTILE, HOSTILE)))
                    .replacing(HOSTILE))
            .withRoles(List.of(new Role(HOSTILE, HOSTILE, List.of(HOSTILE), List.of())))
            .withRegistration(new Registration(false, false, List.of(),
                    List.of(new Application("other", HOSTILE, List.of(HOSTILE), true))));
    static final List<Setup> SETUPS = List.of(EMPTY, FULL, SPOILT);

    @TempDir
    Path folder;

    /** What one tool or the other cannot be told is in none of the lists; here that is a connection of unknown strategy. */
    @ParameterizedTest
    @FieldSource("SETUPS")
    void deployFileHoldsWhatTheStepsWrite(Setup setup) {
        Map<String, Object> file = new Yaml().load(write("auth0-deploy-cli", setup));
        var root = Json.MAPPER.<JsonNode>valueToTree(file);
        var calls = Blueprint.of(setup, Blueprint.mode(setup)).stream().flatMap(task -> task.calls().stream()).toList();

        assertThat(root.path("resourceServers").valueStream().toList()).isEqualTo(made(calls, "resource-servers"));
        assertThat(root.path("clientGrants").valueStream().toList()).isEqualTo(made(calls, "client-grants"));
        var clients = Stream.concat(made(calls, "clients").stream(),
                made(calls, "clients/cimd/register").stream().map(body -> ((ObjectNode) body).put("name",
                        body.path("external_client_id").asText())))
                .toList();
        assertThat(root.path("clients").valueStream().toList()).isEqualTo(clients);
        var settings = Json.object();
        calls.stream().filter(call -> call.path().equals("tenants/settings"))
                .forEach(call -> settings.setAll((ObjectNode) body(call)));
        assertThat(root.path("tenant")).isEqualTo(settings);
        var roles = made(calls, "roles");
        roles.forEach(role -> made(calls, "roles/{" + role.path("name").asText() + "}/permissions")
                .forEach(permissions -> ((ObjectNode) role).setAll((ObjectNode) permissions)));
        assertThat(root.path("roles").valueStream().toList()).isEqualTo(roles);
        var promoted = Stream.concat(root.path("databases").valueStream(), root.path("connections").valueStream())
                .toList();
        assertThat(promoted).extracting(each -> each.path("name").asText()).containsExactlyInAnyOrderElementsOf(
                setup.connections().stream().filter(name -> !name.equals(HOSTILE)).toList());
        assertThat(promoted).allSatisfy(each -> {
            assertThat(each.path("is_domain_connection").asBoolean()).isTrue();
            assertThat(each.has("options")).as("options, which would replace all that are there").isFalse();
        });
    }

    private static List<JsonNode> made(List<Call> calls, String path) {
        return calls.stream().filter(call -> call.method().equals("POST") && call.path().equals(path))
                .map(TenantFilesTest::body).toList();
    }

    private static JsonNode body(Call call) {
        return Objects.requireNonNull(call.body()).deepCopy();
    }

    @ParameterizedTest
    @FieldSource("SETUPS")
    void terraformFileIsLaidOutAsTerraformLaysItOut(Setup setup) throws Exception {
        var terraform = Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(place -> Path.of(place, "terraform")).filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(terraform.isPresent(), "Left out, because there is no terraform on the PATH.");
        var file = Files.writeString(folder.resolve("main.tf"), write("terraform", setup));

        var builder = new ProcessBuilder(terraform.orElseThrow().toString(), "fmt", "-diff", "-check", "-no-color",
                file.toString()).redirectErrorStream(true);
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    /** Nobody's address leaves the program in a file that is kept beside code, and no secret has a place there. */
    @Test
    void peopleAndSecretsAreInNone() {
        for (var language : Language.values())
            for (var export : Exports.of(Export.Group.TENANT).stream().filter(each -> !each.id().equals("setup"))
                    .toList()) {
                var text = export.write(HandOver.of(FULL).orThrow(), Texts.of(language, java.util.Locale.UK));
                assertThat(text).as(export.id() + " " + language).doesNotContain("ada@example.com")
                        .contains("User Management > Roles").doesNotContainPattern("client_secret[\"']?\\s*[:=]");
            }
    }

    /** A file that lacks something says so at its head. */
    @Test
    void whatCannotBeDoneIsSaid() {
        var half = FULL.withConnections(List.of()).withRoles(
                List.of(new Role("Users", "", List.of("mcp:nothing"), List.of())))
                .withRegistration(FULL.registration().withDocuments(List.of("http://claude.ai/client")));
        for (var format : List.of("auth0-cli", "auth0-deploy-cli", "terraform"))
            assertThat(write(format, half).replaceAll("\n *# ", " ")).as(format)
                    .contains("Choose at least one way to sign in", "“Users” is to give: mcp:nothing",
                            "http://claude.ai/client is no address of a document");
    }

    private static String write(String format, Setup setup) {
        return Exports.named(format).orElseThrow().write(HandOver.of(setup).orThrow(), Texts.english());
    }
}

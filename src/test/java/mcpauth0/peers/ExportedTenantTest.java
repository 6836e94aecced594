package mcpauth0.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mcpauth0.auth0.Credentials;
import mcpauth0.auth0.ManagementAccess;
import mcpauth0.auth0.Steps;
import mcpauth0.demo.PracticePair;
import mcpauth0.export.Exports;
import mcpauth0.export.HandOver;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.http.Network;
import mcpauth0.http.Trust;
import mcpauth0.plan.Applier;
import mcpauth0.plan.Journal;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Progress;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Registration;
import mcpauth0.setup.Registration.Application;
import mcpauth0.setup.Role;
import mcpauth0.setup.Scope;
import mcpauth0.setup.Secret;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TenantDomain;
import mcpauth0.setup.TokenSettings;
import mcpauth0.setup.TokenSettings.Dialect;
import mcpauth0.setup.TokenSettings.Signing;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The tenant as code is what the tools that it is for make of it. */
@NeedsNpm
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ExportedTenantTest {

    private static final String HOSTILE = "a\"b\\ ${HOME} $${x} $$${y} %{if true} %%{z} \\u0024{q} ${\"${1}\"} $ % { } \n\r\t"
            + " # // /* */ EOF <<EOF @@KEY@@ ##KEY## : - & * ! | > ' \u2028\u202e\ud83d\ude80é";

    @TempDir
    Path folder;

    private static Setup everything(String domain) {
        var empty = Setup.empty();
        return empty.withServer(McpUrl.parse("https://mcp.example.com/mcp").orThrow())
                .withTenant(TenantDomain.parse(domain).orThrow()).withDefaultAudience(true)
                .withConnections(List.of("Username-Password-Authentication", "google-oauth2"))
                .withApi(empty.api().withName("Acme tools")
                        .withScopes(List.of(new Scope("mcp:use", "Use"), new Scope("mcp:change", "")))
                        .withTokens(new TokenSettings(Signing.PS256, Dialect.RFC9068_PROFILE, true, 3600, 600)))
                .withRoles(List.of(new Role("Tool users", "May use", List.of("mcp:use"), List.of()),
                        new Role("Tool makers", "", List.of("mcp:use", "mcp:change"), List.of())))
                .withRegistration(new Registration(true, false,
                        List.of("https://claude.ai/oauth/mcp-oauth-client-metadata"),
                        List.of(new Application("cursor", "Cursor", List.of("http://localhost:8787/callback"), false),
                                new Application("other", "Our bot", List.of("https://bot.acme.dev/back"), true))));
    }

    private static Setup spoilt(Setup setup) {
        return setup.withResource(HOSTILE).withConnections(List.of(HOSTILE))
                .withApi(setup.api().withName(HOSTILE).withScopes(List.of(new Scope(HOSTILE, HOSTILE))))
                .withRoles(List.of(new Role(HOSTILE, HOSTILE, List.of(HOSTILE), List.of())))
                .withRegistration(new Registration(true, false, List.of("https://x.example.com/" + HOSTILE),
                        List.of(new Application("other", HOSTILE, List.of(HOSTILE), true))));
    }

    /** In words that none of the tools may take for its own. */
    private static Setup named(Setup setup) {
        return setup.withApi(setup.api().withName(HOSTILE.replaceAll("[<>]", "")).withScopes(
                List.of(new Scope("mcp:use", HOSTILE), new Scope("mcp:change", "")))).withRoles(
                        List.of(new Role("Tool users", HOSTILE, List.of("mcp:use"), List.of()),
                                setup.roles().getLast()));
    }

    private static String written(String format, Setup setup) {
        return Exports.named(format).orElseThrow().write(HandOver.of(setup).orThrow(), Texts.english());
    }

    /** Takes 20 seconds of processor. */
    @Tag("full")
    @Test
    void deployToolMakesTheTenantThatApplyingMakes() throws Exception {
        try (var applied = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK));
                var imported = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK))) {
            apply(applied, named(everything(applied.domain())));

            var file = Files.writeString(folder.resolve("tenant.yaml"),
                    written("auth0-deploy-cli", named(everything(imported.domain()))));
            DeployToolTest.tool(imported, List.of("import", "-i", file.toString()),
                    Map.of("AUTH0_INCLUDED_ONLY", DeployToolTest.PARTS));

            assertThat(lines(imported)).isEqualTo(lines(applied));
        }
    }

    private void apply(PracticePair pair, Setup setup) throws Exception {
        var domain = TenantDomain.parse(pair.domain()).orThrow();
        try (var http = new Http(Network.system().withTrust(Trust.only(List.of(pair.authority()))))) {
            if (!(ManagementAccess.open(http, domain, new Credentials.Application(pair.clientId(), Secret.of(
                    pair.clientSecret()))) instanceof ManagementAccess.Entry.Open(var tenant)))
                throw new AssertionError("not let in");
            var applier = new Applier<>(tenant, pair.domain(), Steps.all(),
                    Journal.open(folder.resolve("journal"), pair.domain()));
            assertThat(applier.apply(applier.plan(setup), Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
        }
    }

    /** Every object of a tenant with all its fields, in an order of its own; ids are named after what they are of. */
    private static List<String> lines(PracticePair pair) throws IOException {
        var state = pair.tenant().state();
        var text = Json.write(state).replace(pair.domain(), "TENANT");
        for (var list : List.of("apis", "grants", "connections", "clients", "roles"))
            for (var each : state.path(list))
                for (var id : List.of("id", "client_id"))
                    if (each.has(id) && !(list.equals("grants") && id.equals("client_id")))
                        text = text.replace(each.path(id).asText(), list + " " + quoted(each.path("name")));
        var lines = new ArrayList<String>();
        var sorting = Json.MAPPER.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        for (var part : Json.parse(text).orElseThrow().properties())
            for (var each : part.getValue().isArray()
                    ? part.getValue()
                    : Json.MAPPER.createArrayNode().add(part.getValue()))
                lines.add(
                        part.getKey() + " " + sorting.writeValueAsString(Json.MAPPER.convertValue(each, Object.class)));
        return lines.stream().sorted().toList();
    }

    /** As it stands between the quotes of JSON. */
    private static String quoted(JsonNode name) {
        var text = Json.write(name);
        return text.substring(1, text.length() - 1);
    }

    @Test
    void terraformReadsWhatTheSetUpHolds() throws Exception {
        read(everything("acme.eu.auth0.com"));
    }

    @Test
    void terraformTakesNothingForATemplate() throws Exception {
        read(spoilt(everything("acme.eu.auth0.com")));
    }

    /** Each value is compared; what has no place here are people, the issuer in responses, and promoting. */
    private void read(Setup setup) throws Exception {
        var file = Files.writeString(folder.resolve("main.tf"), written("terraform", setup));
        var root = Json.parse(Peer.run(List.of("hcl.mjs", file.toString()), Map.of())).orElseThrow();

        assertThat(text(root.at("/provider/auth0/0/domain"))).isEqualTo("acme.eu.auth0.com");
        var api = one(root, "auth0_resource_server", "mcp");
        var tokens = setup.api().tokens();
        assertThat(text(api.path("identifier"))).isEqualTo(setup.audience());
        assertThat(text(api.path("name"))).isEqualTo(setup.api().name());
        assertThat(text(api.path("signing_alg"))).isEqualTo(Objects.requireNonNull(tokens.signing()).name());
        assertThat(text(api.path("token_dialect"))).isEqualTo("rfc9068_profile_authz");
        assertThat(api.path("enforce_policies").asBoolean()).isTrue();
        assertThat(api.path("allow_offline_access").asBoolean()).isTrue();
        assertThat(api.path("token_lifetime").asInt()).isEqualTo(tokens.seconds());
        assertThat(api.path("token_lifetime_for_web").asInt()).isEqualTo(tokens.secondsInBrowsers());
        assertThat(api.size()).as("its fields").isEqualTo(8);

        var scopes = one(root, "auth0_resource_server_scopes", "mcp");
        assertThat(scopes.path("scopes").valueStream()).extracting(scope -> text(scope.path("name")))
                .containsExactlyElementsOf(setup.api().scopeValues());
        assertThat(scopes.path("scopes").valueStream()).extracting(scope -> text(scope.path("description")))
                .containsExactlyElementsOf(setup.api().scopes().stream().map(Scope::description).toList());
        var identifier = "${auth0_resource_server.mcp.identifier}";
        assertThat(scopes.path("resource_server_identifier").asText()).isEqualTo(identifier);

        var grant = one(root, "auth0_client_grant", "third_party_clients");
        assertThat(text(grant.path("default_for"))).isEqualTo("third_party_clients");
        assertThat(text(grant.path("subject_type"))).isEqualTo("user");
        assertThat(grant.path("audience").asText()).isEqualTo(identifier);
        assertThat(texts(grant.path("scopes"))).isEqualTo(setup.api().scopeValues());

        var tenant = one(root, "auth0_tenant", "tenant");
        assertThat(tenant.at("/flags/0/enable_dynamic_client_registration").asBoolean()).isTrue();
        assertThat(text(tenant.path("resource_parameter_profile"))).isEqualTo("compatibility");
        assertThat(tenant.path("client_id_metadata_document_supported").asBoolean()).isTrue();
        assertThat(tenant.path("default_audience").asText()).isEqualTo(identifier);
        var needed = new ArrayList<>(List.of("${auth0_client_grant.third_party_clients}"));
        for (var n = 1; n <= setup.connections().size(); n++) {
            needed.add("${data.auth0_connection.connection_" + n + "}");
            var connection = root.at("/data/auth0_connection/connection_" + n + "/0");
            assertThat(text(connection.path("name"))).isEqualTo(setup.connections().get(n - 1));
            assertThat(connection.at("/lifecycle/0/postcondition/0/condition").asText())
                    .isEqualTo("${self.is_domain_connection}");
        }
        assertThat(tenant.path("depends_on").valueStream()).as("what must be there before anyone registers")
                .extracting(JsonNode::asText).containsExactlyElementsOf(needed);
        rolesAndClients(root, setup, identifier);
    }

    private static void rolesAndClients(JsonNode root, Setup setup, String identifier) {
        for (var n = 1; n <= setup.roles().size(); n++) {
            var role = setup.roles().get(n - 1);
            assertThat(text(one(root, "auth0_role", "role_" + n).path("name"))).isEqualTo(role.name());
            assertThat(text(one(root, "auth0_role", "role_" + n).path("description"))).isEqualTo(role.description());
            var permissions = one(root, "auth0_role_permissions", "role_" + n);
            assertThat(permissions.path("role_id").asText()).isEqualTo("${auth0_role.role_" + n + ".id}");
            assertThat(permissions.path("permissions").valueStream()).extracting(each -> text(each.path("name")))
                    .containsExactlyElementsOf(role.permissions());
            assertThat(permissions.path("permissions").valueStream()).extracting(
                    each -> each.path("resource_server_identifier").asText()).containsOnly(identifier);
        }
        var applications = setup.registration().applications();
        for (var n = 1; n <= applications.size(); n++) {
            var application = applications.get(n - 1);
            var client = one(root, "auth0_client", "application_" + n);
            assertThat(text(client.path("name"))).isEqualTo(application.name());
            assertThat(texts(client.path("callbacks"))).isEqualTo(application.redirects());
            assertThat(client.path("is_first_party").asBoolean(true)).isFalse();
            assertThat(text(client.path("third_party_security_mode"))).isEqualTo("strict");
            assertThat(text(client.at("/client_metadata/mcp_setup"))).startsWith("application ");
            assertThat(text(one(root, "auth0_client_credentials", "application_" + n).path("authentication_method")))
                    .isEqualTo(application.confidential() ? "client_secret_post" : "none");
        }
        for (var n = 1; n <= setup.registration().documents().size(); n++)
            assertThat(text(one(root, "auth0_client_cimd", "document_" + n).path("external_client_id")))
                    .isEqualTo(setup.registration().documents().get(n - 1));
    }

    private static JsonNode one(JsonNode root, String type, String name) {
        var found = root.path("resource").path(type).path(name).path(0);
        assertThat(found.isMissingNode()).as(type + " " + name + " is missing").isFalse();
        return found;
    }

    /** The JSON of the parser doubles the sign of what would be a template; whatever is left single is one. */
    private static String text(JsonNode value) {
        var written = value.asText();
        assertThat(written.replace("$${", "").replace("%%{", "")).as("templates").doesNotContain("${", "%{");
        return written.replace("$${", "${").replace("%%{", "%{");
    }

    private static List<String> texts(JsonNode values) {
        return values.valueStream().map(ExportedTenantTest::text).toList();
    }
}

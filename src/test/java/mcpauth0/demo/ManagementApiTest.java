package mcpauth0.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Management API of a new tenant, on the wire. */
class ManagementApiTest {

    private static PracticePair pair;
    private static Wire wire;

    @BeforeAll
    static void start() throws Exception {
        pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK));
        wire = new Wire(pair);
    }

    @AfterAll
    static void stop() {
        pair.close();
    }

    @Test
    void tokensThatAreNoGoodAreRefusedInAuth0sWords() throws Exception {
        assertThat(refused("")).isEqualTo("401 Missing authentication");
        assertThat(refused("Bearer garbage")).isEqualTo("401 Invalid token.");
        var good = pair.managementToken();
        var cut = good.substring(0, good.lastIndexOf('.') + 1);
        assertThat(refused("Bearer " + cut + "A".repeat(342)))
                .isEqualTo("401 Invalid signature received for JSON Web Token validation");
        assertThat(refused("Bearer " + pair.tenant().managementToken(List.of("read:tenant_settings"),
                Duration.ofHours(-1)))).isEqualTo("401 Expired token received for JSON Web Token validation");
        assertThat(refused("Bearer " + pair.tenant().managementToken(List.of("read:clients"), Duration.ofHours(1))))
                .isEqualTo("403 Insufficient scope, expected any of: read:tenant_settings");
        try (var healthy = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY))) {
            var token = Walk.registered(healthy).tokens().json().path("access_token").asText();
            var answer = new Wire(healthy).get("/api/v2/tenants/settings", "Authorization", "Bearer " + token);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().path("message").asText()).isEqualTo("Bad audience: " + healthy.mcpUrl());
        }
    }

    private static String refused(String authorization) {
        var answer = authorization.isEmpty()
                ? wire.get("/api/v2/tenants/settings")
                : wire.get("/api/v2/tenants/settings", "Authorization", authorization);
        assertThat(answer.json().path("statusCode").asInt()).isEqualTo(answer.status());
        return answer.status() + " " + answer.json().path("message").asText();
    }

    @Test
    void clientCredentialsComeAsFormAsJsonAndInTheHeader() {
        var audience = "https://" + pair.domain() + "/api/v2/";
        var fields = Map.of("grant_type", "client_credentials", "audience", audience, "client_id", pair.clientId(),
                "client_secret", pair.clientSecret());
        var form = wire.form("/oauth/token", fields).json();
        assertThat(form.path("scope").asText()).contains("update:tenant_settings", "delete:clients", "read:logs");
        assertThat(form.path("expires_in").asInt()).isEqualTo(86400);
        assertThat(wire.get("/api/v2/clients", "Authorization", "Bearer " + form.path("access_token").asText())
                .status()).isEqualTo(200);
        assertThat(wire.postJson("/oauth/token", Wire.JSON.valueToTree(fields).toString()).status()).isEqualTo(200);
        var basic = java.util.Base64.getEncoder()
                .encodeToString((pair.clientId() + ":" + pair.clientSecret()).getBytes(
                        java.nio.charset.StandardCharsets.UTF_8));
        assertThat(wire.form("/oauth/token", Map.of("grant_type", "client_credentials", "audience", audience),
                "Authorization", "Basic " + basic).status()).isEqualTo(200);
    }

    @Test
    void clientCredentialsFailInAuth0sWords() {
        assertThat(credentials("client_secret", "wrong")).isEqualTo("401 access_denied Unauthorized");
        assertThat(credentials("client_id", "nobody")).isEqualTo("401 access_denied Unauthorized");
        assertThat(credentials("audience", "https://elsewhere/api/v2/"))
                .isEqualTo("403 access_denied Service not enabled within domain: https://elsewhere/api/v2/");
        assertThat(credentials("audience", "")).isEqualTo(
                "403 access_denied No audience parameter was provided, and no default audience has been configured");
        assertThat(credentials("scope", "read:clients read:moon"))
                .isEqualTo("403 access_denied Client has not been granted scopes: read:moon");
        wire.api("POST", "resource-servers", "{\"identifier\":\"urn:closed\"}");
        assertThat(credentials("audience", "urn:closed")).startsWith(
                "403 access_denied Client is not authorized to access \"urn:closed\". You need to create a \"client-grant\"");
        assertThat(credentials("grant_type", "password")).startsWith("403 unsupported_grant_type");
    }

    private static String credentials(String field, String value) {
        var fields = new java.util.TreeMap<>(Map.of("grant_type", "client_credentials", "audience",
                "https://" + pair.domain() + "/api/v2/", "client_id", pair.clientId(), "client_secret",
                pair.clientSecret()));
        fields.put(field, value);
        var answer = wire.form("/oauth/token", fields);
        return answer.status() + " " + answer.json().path("error").asText() + " "
                + answer.json().path("error_description").asText();
    }

    @Test
    void settingsMergeTheirFlagsAndAnswerWithEverything() {
        var before = wire.api("GET", "tenants/settings", "").json();
        var answer = wire.api("PATCH", "tenants/settings",
                "{\"flags\":{\"enable_sso\":false},\"friendly_name\":\"X\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("flags").path("enable_sso").asBoolean(true)).isFalse();
        assertThat(answer.json().path("flags").size()).isEqualTo(before.path("flags").size());
        assertThat(answer.json().path("resource_parameter_profile"))
                .isEqualTo(before.path("resource_parameter_profile"));
        assertThat(wire.api("GET", "tenants/settings?fields=friendly_name", "").body())
                .isEqualTo("{\"friendly_name\":\"X\"}");
        var wrong = wire.api("PATCH", "tenants/settings", "{\"resource_parameter_profile\":\"both\"}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("message").asText()).startsWith("Payload validation error: '");
        assertThat(wire.api("PATCH", "tenants/settings", "{\"nonsense\":1}").json().path("message").asText())
                .contains("Additional properties not allowed: nonsense");
    }

    @Test
    void apisAreFoundByIdAndByTheEncodedIdentifierToTheByte() {
        var made = wire.api("POST", "resource-servers", """
            {"identifier":"https://a.example/mcp","name":"A","scopes":[{"value":"tools:read"}]}""");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("id").asText()).matches("[0-9a-f]{24}");
        assertThat(made.json().has("token_dialect")).isFalse();
        assertThat(made.json().path("subject_type_authorization").path("user").path("policy").asText())
                .isEqualTo("allow_all");
        var id = made.json().path("id").asText();
        assertThat(wire.api("GET", "resource-servers/" + id, "").json()).isEqualTo(made.json());
        assertThat(wire.api("GET", "resource-servers/https:%2F%2Fa.example%2Fmcp", "").json()).isEqualTo(made.json());
        var other = wire.api("GET", "resource-servers/https:%2F%2Fa.example%2Fmcp%2F", "");
        assertThat(other.status()).isEqualTo(404);
        assertThat(other.json().path("errorCode").asText()).isEqualTo("inexistent_resource_server");
        var again = wire.api("POST", "resource-servers", "{\"identifier\":\"https://a.example/mcp\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("message").asText())
                .isEqualTo("A resource server with the same identifier already exists.");
        var changed = wire.api("PATCH", "resource-servers/" + id, "{\"allow_offline_access\":true}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("allow_offline_access").asBoolean()).isTrue();
        assertThat(changed.json().path("name").asText()).isEqualTo("A");
        assertThat(wire.api("PATCH", "resource-servers/" + id, "{\"identifier\":\"x\"}").status()).isEqualTo(400);
        assertThat(wire.api("DELETE", "resource-servers/" + id, "").status()).isEqualTo(204);
        assertThat(wire.api("GET", "resource-servers/" + id, "").status()).isEqualTo(404);
    }

    @Test
    void systemApiCannotBeTouchedAndItsNameIsReserved() {
        var identifier = "https://" + pair.domain() + "/api/v2/";
        var path = "resource-servers/" + Wire.encode(identifier);
        assertThat(wire.api("GET", path, "").json().path("is_system").asBoolean()).isTrue();
        assertThat(wire.api("PATCH", path, "{\"name\":\"x\"}").json().path("message").asText())
                .isEqualTo("System resource servers cannot be patched.");
        assertThat(wire.api("DELETE", path, "").json().path("message").asText())
                .isEqualTo("System resource servers cannot be deleted.");
        assertThat(wire.api("POST", "resource-servers",
                "{\"identifier\":\"https://" + pair.domain() + "/userinfo\"}").json().path("message").asText())
                .isEqualTo("The selected identifier is reserved.");
    }

    @Test
    void listsPageInAllTheirForms() {
        for (var n = 0; n < 3; n++)
            wire.api("POST", "resource-servers", "{\"identifier\":\"urn:page:" + n + "\"}");
        var all = wire.api("GET", "resource-servers", "").json();
        assertThat(all.isArray()).isTrue();
        var page = wire.api("GET", "resource-servers?page=1&per_page=2&include_totals=true", "").json();
        assertThat(page.path("start").asInt()).isEqualTo(2);
        assertThat(page.path("limit").asInt()).isEqualTo(2);
        assertThat(page.path("total").asInt()).isEqualTo(all.size());
        assertThat(page.path("resource_servers").get(0)).isEqualTo(all.get(2));
        var end = wire.api("GET", "resource-servers?page=50&per_page=2&include_totals=true", "").json();
        assertThat(end.path("resource_servers").isEmpty()).isTrue();
        assertThat(wire.api("GET", "resource-servers?per_page=101", "").status()).isEqualTo(400);
        var first = wire.api("GET", "connections?take=1", "").json();
        assertThat(first.path("connections").size()).isEqualTo(1);
        var second = wire.api("GET", "connections?take=1&from=" + first.path("next").asText(), "").json();
        assertThat(second.path("connections").size()).isEqualTo(1);
        assertThat(second.has("next")).isFalse();
        assertThat(wire.api("GET", "resource-servers?identifiers=urn:page:1", "").json().size()).isEqualTo(1);
    }

    @Test
    void grantsAreForClientsUnlessTheySayOtherwise() {
        wire.api("POST", "resource-servers", "{\"identifier\":\"urn:granted\",\"scopes\":[{\"value\":\"a\"}]}");
        var silent = grant("{\"default_for\":\"third_party_clients\",\"audience\":\"urn:granted\",\"scope\":[\"a\"]}");
        assertThat(silent.status()).isEqualTo(201);
        assertThat(silent.json().path("subject_type").asText()).isEqualTo("client");
        assertThat(silent.json().path("id").asText()).startsWith("cgr_");
        var user = grant("""
            {"default_for":"third_party_clients","audience":"urn:granted","scope":["a"],"subject_type":"user"}""");
        assertThat(user.status()).isEqualTo(201);
        assertThat(grant(
                "{\"default_for\":\"third_party_clients\",\"audience\":\"urn:granted\",\"subject_type\":\"user\"}")
                .status()).isEqualTo(409);
        assertThat(wire.api("GET",
                "client-grants?audience=urn:granted&default_for=third_party_clients&subject_type=user", "").json())
                .isEqualTo(Wire.JSON.createArrayNode().add(user.json()));
        var id = user.json().path("id").asText();
        var everything = wire.api("PATCH", "client-grants/" + id, "{\"allow_all_scopes\":true}").json();
        assertThat(everything.has("scope")).isFalse();
        assertThat(wire.api("PATCH", "client-grants/" + id, "{\"subject_type\":\"client\"}").status()).isEqualTo(400);
        assertThat(wire.api("DELETE", "client-grants/" + id, "").status()).isEqualTo(204);
        assertThat(grant("{\"default_for\":\"third_party_clients\",\"audience\":\"urn:none\"}").json().path("message")
                .asText()).isEqualTo("Resource server not found");
        assertThat(grant("{\"client_id\":\"nobody\",\"audience\":\"urn:granted\"}").json().path("message").asText())
                .isEqualTo("Client not found");
        assertThat(grant("{\"default_for\":\"third_party_clients\",\"audience\":\"https://" + pair.domain()
                + "/api/v2/\"}").json().path("message").asText())
                .startsWith("Client grants for this API cannot be created for third-party clients");
        assertThat(grant("{\"audience\":\"urn:granted\"}").status()).isEqualTo(400);
    }

    private static Wire.Got grant(String json) {
        return wire.api("POST", "client-grants", json);
    }

    @Test
    void promotingKeepsTheOptionsAndSendingOptionsReplacesThem() {
        var google = wire.api("GET", "connections?strategy=google-oauth2&take=50", "").json().path("connections")
                .get(0);
        assertThat(google.path("options").has("client_id")).isFalse();
        var path = "connections/" + google.path("id").asText();
        var promoted = wire.api("PATCH", path, "{\"is_domain_connection\":true}");
        assertThat(promoted.status()).isEqualTo(200);
        assertThat(promoted.json().path("options")).isEqualTo(google.path("options"));
        var replaced = wire.api("PATCH", path, "{\"options\":{\"client_id\":\"mine\"}}").json();
        assertThat(replaced.path("options").size()).isEqualTo(1);
        assertThat(replaced.path("is_domain_connection").asBoolean()).isTrue();
        assertThat(wire.api("GET", "connections/con_none", "").json().path("message").asText())
                .isEqualTo("The connection does not exist");
        assertThat(wire.api("PATCH", path + "/clients",
                "[{\"client_id\":\"" + pair.clientId() + "\",\"status\":true}]").status()).isEqualTo(204);
        assertThat(wire.api("GET", path + "/clients", "").json().path("clients").findValuesAsText("client_id"))
                .contains(pair.clientId());
    }

    @Test
    void clientsShowTheirSecretOnceAndGoWithWhatTheyHave() {
        var made = wire.api("POST", "clients", "{\"name\":\"By hand\",\"is_first_party\":false}");
        assertThat(made.status()).isEqualTo(201);
        var id = made.json().path("client_id").asText();
        assertThat(id).startsWith("tpc_");
        assertThat(made.json().path("client_secret").asText()).hasSize(64);
        assertThat(made.json().path("redirection_policy").asText()).isEqualTo("open_redirect_protection");
        assertThat(wire.api("GET", "clients/" + id, "").json().has("client_secret")).isFalse();
        assertThat(wire.api("PATCH", "clients/" + id, "{\"is_first_party\":true}").status()).isEqualTo(400);
        assertThat(wire.api("PATCH", "clients/" + id, "{\"client_metadata\":{\"made\":\"by us\"}}").json()
                .path("client_metadata").path("made").asText()).isEqualTo("by us");
        wire.api("POST", "resource-servers", "{\"identifier\":\"urn:of-client\"}");
        grant("{\"client_id\":\"" + id + "\",\"audience\":\"urn:of-client\"}");
        assertThat(wire.api("GET", "clients?is_first_party=false&fields=client_id&include_fields=true", "").json())
                .contains(Wire.JSON.createObjectNode().put("client_id", id));
        assertThat(wire.api("DELETE", "clients/" + id, "").status()).isEqualTo(204);
        assertThat(wire.api("GET", "client-grants?client_id=" + id, "").json().isEmpty()).isTrue();
        assertThat(wire.api("GET", "clients/" + id, "").status()).isEqualTo(404);
        JsonNode global = wire.api("GET", "clients?is_global=true", "").json().get(0);
        assertThat(wire.api("DELETE", "clients/" + global.path("client_id").asText(), "").json().path("message")
                .asText()).isEqualTo("Global client cannot be deleted.");
    }

    @Test
    void everyAnswerTellsTheRateLimit() {
        var answer = wire.api("GET", "clients", "");
        assertThat(answer.header("x-ratelimit-limit")).isNotEmpty();
        assertThat(answer.header("x-ratelimit-remaining")).isNotEmpty();
        assertThat(Long.parseLong(answer.header("x-ratelimit-reset"))).isGreaterThan(1_700_000_000L);
    }

    @Test
    void writesAreCountedApartFromReads() {
        wire.api("GET", "logs?per_page=1", "");
        wire.api("POST", "resource-servers", "{\"identifier\":\"urn:counted\"}");
        var last = pair.tenant().requests().reversed().subList(0, 2);
        assertThat(last).containsExactly(new Seen("POST", "/api/v2/resource-servers", 201),
                new Seen("GET", "/api/v2/logs", 200));
        assertThat(last.stream().filter(Seen::read)).hasSize(1);
        assertThat(wire.api("GET", "logs?q=type:sapi", "").json().get(0).path("description").asText())
                .isEqualTo("Create an API");
    }
}

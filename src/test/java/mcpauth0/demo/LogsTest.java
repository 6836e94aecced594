package mcpauth0.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the tenant's log says: about logins that never came back, about who changed what, and about long ago. */
class LogsTest {

    private PracticePair pair;
    private Wire wire;

    @BeforeEach
    void start() throws Exception {
        pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY));
        wire = new Wire(pair);
    }

    @AfterEach
    void stop() {
        pair.close();
    }

    @Test
    void everyRefusalBeforeLoginIsFoundByItsCorrelationId() {
        refused("The PKCE protocol extension is required", walk -> walk.without("code_challenge"));
        refused("Service not found: urn:none", walk -> walk.with("resource", "urn:none"));
        refused("Unsupported response type: token", walk -> walk.with("response_type", "token"));
        refused("The parameter claims is not supported.", walk -> walk.with("claims", "{}"));
        refused("The userinfo audience is not allowed for third party clients. Please specify a valid API audience.",
                walk -> walk.without("resource"));
        change(state -> state.connections().forEach(each -> each.put("is_domain_connection", false)));
        refused("no connections enabled for the client", _ -> {
        });
        change(state -> state.grants().removeIf(grant -> grant.has("default_for")));
        var entry = refused(null, _ -> {
        });
        assertThat(entry.path("description").asText()).startsWith("Client \"tpc_")
                .contains("is not authorized to access resource server");
        assertThat(entry.path("details").path("qs").path("resource").asText()).isEqualTo(pair.mcpUrl());
        assertThat(entry.path("details").path("qs").path("redirect_uri").asText()).isEqualTo(Walk.CALLBACK);
        assertThat(entry.path("client_name").asText()).isEqualTo("A <b>client</b>");
    }

    private JsonNode refused(@Nullable String description, Consumer<Walk> twist) {
        var walk = Walk.registered(pair).with("correlation_id", new Ids().hex(16));
        twist.accept(walk);
        walk.authorize();
        var found = search("references.correlation_id:" + walk.request.get("correlation_id"));
        assertThat(found).hasSize(1);
        var entry = found.get(0);
        assertThat(entry.path("type").asText()).isEqualTo("f");
        assertThat(entry.path("client_id").asText()).isEqualTo(walk.clientId);
        assertThat(entry.path("details").path("error").path("message")).isEqualTo(entry.path("description"));
        if (description != null)
            assertThat(entry.path("description").asText()).isEqualTo(description);
        return entry;
    }

    @Test
    void unknownClientAndWrongCallbackAreLoggedUnderTheNameThatWasSent() {
        new Walk(wire, "nobody", pair.mcpUrl()).with("correlation_id", "c-1").authorize();
        assertThat(only("client_id:nobody").path("description").asText()).isEqualTo("Unknown client: nobody");
        var walk = Walk.registered(pair).with("redirect_uri", "https://client.example/other");
        walk.authorize();
        var error = only("type:f AND client_id:" + walk.clientId).path("details").path("error");
        assertThat(error.path("payload").path("name").asText()).isEqualTo("CallbackMismatchError");
        assertThat(error.path("payload").path("attempt").asText()).isEqualTo("https://client.example/other");
        assertThat(error.path("payload").path("authorized").toString()).isEqualTo("[\"" + Walk.CALLBACK + "\"]");
    }

    @Test
    void loginTellsWhoAndHowAndWhatFor() {
        var walk = Walk.registered(pair).with("correlation_id", "good");
        var refresh = walk.tokens().json().path("refresh_token").asText();
        walk.refresh(refresh);
        walk.refresh(refresh);
        var login = only("type:s");
        assertThat(login.path("user_name").asText()).isEqualTo(PracticeTenant.USER);
        assertThat(login.path("connection").asText()).isEqualTo("Username-Password-Authentication");
        assertThat(login.path("strategy_type").asText()).isEqualTo("database");
        assertThat(login.path("references").path("correlation_id").asText()).isEqualTo("good");
        assertThat(only("type:seacft").path("audience").asText()).isEqualTo(pair.mcpUrl());
        assertThat(only("type:seacft").path("scope").asText()).contains("mcp:use");
        assertThat(only("type:sertft").path("client_id").asText()).isEqualTo(walk.clientId);
        assertThat(only("type:fertft").path("description").asText()).isEqualTo("Unknown or invalid refresh token.");
        walk.exchange("spent");
        assertThat(only("type:feacft").path("description").asText()).isEqualTo("Invalid authorization code");
    }

    @Test
    void wrongPasswordUnknownUserAndNoConsentAreToldApart() {
        var walk = Walk.registered(pair);
        walk.submit(walk.authorize(), Map.of("username", PracticeTenant.USER, "password", "no"));
        assertThat(only("type:fp").path("user_name").asText()).isEqualTo(PracticeTenant.USER);
        walk.submit(walk.authorize(), Map.of("username", "nobody@example.com", "password", "no"));
        assertThat(only("type:fu").path("user_name").asText()).isEqualTo("nobody@example.com");
        walk.submit(walk.signIn(), Map.of("action", "deny"));
        var denied = only("type:f");
        assertThat(denied.path("details").path("error").path("oauthError").asText()).isEqualTo("access_denied");
        assertThat(denied.path("user_name").asText()).isEqualTo(PracticeTenant.USER);
        walk.with("prompt", "none").authorize();
        assertThat(only("type:fsa").path("description").asText()).isEqualTo("Login required");
    }

    @Test
    void writesNameTheApplicationOrThePerson() {
        wire.api("PATCH", "tenants/settings", "{\"friendly_name\":\"Ours\"}");
        var ours = only("type:sapi").path("details");
        assertThat(ours.path("request").path("method").asText()).isEqualTo("patch");
        assertThat(ours.path("request").path("path").asText()).isEqualTo("/api/v2/tenants/settings");
        assertThat(ours.path("request").path("body").path("friendly_name").asText()).isEqualTo("Ours");
        assertThat(ours.path("request").path("auth").path("user")).isEmpty();
        assertThat(ours.path("request").path("auth").path("credentials").path("scopes").toString())
                .contains("update:tenant_settings");
        assertThat(only("type:sapi").path("client_id").asText()).isEqualTo(pair.clientId());

        var requests = pair.tenant().requests().size();
        pair.tenant().dashboard("Lin Chen", "PATCH", "tenants/settings",
                "{\"flags\":{\"enable_dynamic_client_registration\":false}}");
        assertThat(pair.tenant().requests()).hasSize(requests);
        var theirs = search("details.request.auth.user.name:\"Lin Chen\"").get(0);
        assertThat(theirs.path("user_name").asText()).isEqualTo("lin@example.com");
        assertThat(theirs.path("details").path("request").path("channel").asText())
                .isEqualTo("https://manage.auth0.com/");
        assertThat(pair.tenant().state().path("settings").path("flags").path("enable_dynamic_client_registration")
                .asBoolean(true)).isFalse();
        assertThatThrownBy(() -> pair.tenant().dashboard("Lin Chen", "PATCH", "connections/con_none", "{}"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("inexistent_connection");
    }

    @Test
    void refusedWritesAreLoggedAndSecretsAreNot() {
        wire.api("POST", "resource-servers", "{\"identifier\":\"" + pair.mcpUrl() + "\"}");
        var failed = only("type:fapi");
        assertThat(failed.path("description").asText())
                .isEqualTo("A resource server with the same identifier already exists.");
        assertThat(failed.path("details").path("response").path("statusCode").asInt()).isEqualTo(409);
        var secret = wire.api("POST", "clients", "{\"name\":\"With a secret\"}").json().path("client_secret").asText();
        assertThat(secret).isNotEmpty();
        assertThat(wire.api("GET", "logs", "").body()).doesNotContain(secret).contains("*****");
    }

    @Test
    void registrationIsLoggedWithTheClientThatItMade() {
        var walk = Walk.registered(pair);
        var made = only("description:\"Dynamic client registration\"");
        assertThat(made.path("type").asText()).isEqualTo("sapi");
        assertThat(made.path("client_id").asText()).isEqualTo(walk.clientId);
        change(state -> state.settings().withObject("flags").put("enable_dynamic_client_registration", false));
        wire.postJson("/oidc/register", "{\"redirect_uris\":[\"https://a.example/\"]}");
        assertThat(only("type:fapi").path("details").path("response").path("statusCode").asInt()).isEqualTo(400);
    }

    @Test
    void checkpointGivesWhatCameLaterTheOldestFirst() {
        wire.api("POST", "resource-servers", "{\"identifier\":\"urn:0\"}");
        var from = only("type:sapi").path("log_id").asText();
        for (var n = 1; n < 5; n++)
            wire.api("POST", "resource-servers", "{\"identifier\":\"urn:" + n + "\"}");
        var seen = new ArrayList<String>();
        var answer = wire.api("GET", "logs?from=" + from + "&take=3&q=type:nonsense", "");
        while (!answer.json().isEmpty()) {
            answer.json().forEach(entry -> seen.add(
                    entry.path("details").path("request").path("body").path("identifier").asText()));
            var next = answer.header("link");
            assertThat(next).endsWith("; rel=\"next\"");
            answer = wire.api("GET",
                    next.substring(next.indexOf("/api/v2/") + "/api/v2/".length(), next.indexOf('>')), "");
        }
        assertThat(seen).containsExactly("urn:1", "urn:2", "urn:3", "urn:4");
    }

    @Test
    void searchPagesSortsAndChoosesFields() {
        for (var n = 0; n < 3; n++)
            wire.api("POST", "resource-servers", "{\"identifier\":\"urn:" + n + "\"}");
        var page = wire.api("GET", "logs?q=type:sapi&sort=date:1&page=1&per_page=2&include_totals=true"
                + "&fields=log_id,description&include_fields=true", "").json();
        assertThat(page.path("total").asInt()).isEqualTo(3);
        assertThat(page.path("logs")).hasSize(1);
        assertThat(page.path("logs").get(0)).hasSize(2);
        assertThat(page.path("logs").get(0).path("log_id")).isEqualTo(search("type:sapi").get(0).path("log_id"));
        assertThat(wire.api("GET", "logs?per_page=100&page=10", "").json().path("errorCode").asText())
                .isEqualTo("invalid_paging");
        assertThat(wire.api("GET", "logs?sort=date", "").status()).isEqualTo(400);
        assertThat(wire.api("GET", "logs/" + search("type:sapi").get(0).path("log_id").asText(), "").status())
                .isEqualTo(200);
    }

    @Test
    void logForgetsAfterAMonthAndOnTheFreePlanAfterADay() throws Exception {
        var old = Instant.now().minus(Duration.ofDays(31));
        var recent = Instant.now().minus(Duration.ofDays(2));
        pair.tenant().past(past -> {
            past.used(past.registered("Old", Walk.CALLBACK, old), old);
            past.used(past.registered("Recent", Walk.CALLBACK, recent), recent);
        });
        assertThat(search("type:seacft").findValuesAsText("client_name")).containsExactly("Recent");
        try (var free = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK).onFreePlan())) {
            free.tenant().past(past -> past.registered("Recent", Walk.CALLBACK, recent));
            assertThat(new Wire(free).api("GET", "logs", "").json()).isEmpty();
        }
    }

    @Test
    void forgottenTenantHasFiftyEightClientsOfWhichTwelveLive() {
        var live = new ArrayList<String>();
        pair.tenant().past(past -> live.addAll(past.forgotten()));
        assertThat(live).hasSize(12);
        assertThat(wire.api("GET", "clients?is_first_party=false", "").json()).hasSize(58);
        var used = search("type:seacft").findValuesAsText("client_id");
        assertThat(used).containsExactlyInAnyOrderElementsOf(live);
    }

    private JsonNode search(String query) {
        return wire.api("GET", "logs?per_page=100&q=" + Wire.encode(query), "").json();
    }

    private JsonNode only(String query) {
        var found = search(query);
        assertThat(found).as(query).hasSize(1);
        return found.get(0);
    }

    private void change(Consumer<TenantState> edit) {
        pair.tenant().change(edit);
    }
}

package mcpauth0.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles on the wire, from making one to what it does to the tokens of two people. */
class RolesTest {

    private PracticePair pair;
    private Wire wire;

    @BeforeEach
    void start() throws Exception {
        pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY));
        wire = new Wire(pair);
        wire.api("PATCH", "resource-servers/" + Wire.encode(pair.mcpUrl()),
                """
                    {"enforce_policies":true,"token_dialect":"rfc9068_profile_authz",
                     "scopes":[{"value":"mcp:use","description":"Use"},{"value":"tools:write","description":"Change things"}]}""");
        var grant = wire.api("GET", "client-grants?default_for=third_party_clients", "").json().get(0);
        wire.api("PATCH", "client-grants/" + grant.path("id").asText(), "{\"scope\":[\"mcp:use\",\"tools:write\"]}");
    }

    @AfterEach
    void stop() {
        pair.close();
    }

    @Test
    void rolesAreMadeFoundChangedAndDeleted() {
        var made = role("Reader");
        assertThat(made.path("id").asText()).startsWith("rol_").hasSize(20);
        assertThat(wire.api("POST", "roles", "{\"name\":\"Reader\"}").status()).isEqualTo(409);
        assertThat(wire.api("GET", "roles?name_filter=read&include_totals=true", "").json().path("roles"))
                .containsExactly(made);
        var path = "roles/" + made.path("id").asText();
        assertThat(wire.api("PATCH", path, "{\"description\":\"May read\"}").json().path("description").asText())
                .isEqualTo("May read");
        assertThat(wire.api("GET", path, "").json().path("name").asText()).isEqualTo("Reader");
        assertThat(wire.api("DELETE", path, "").status()).isEqualTo(204);
        assertThat(wire.api("GET", path, "").json().path("errorCode").asText()).isEqualTo("inexistent_role");
    }

    @Test
    void permissionsOfARoleCarryTheNamesOfTheirApiAndGoWithIt() {
        var path = "roles/" + role("Writer").path("id").asText() + "/permissions";
        assertThat(wire.api("POST", path, permissions("tools:write")).status()).isEqualTo(201);
        assertThat(wire.api("POST", path, permissions("tools:none")).status()).isEqualTo(404);
        var shown = wire.api("GET", path, "").json();
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).path("description").asText()).isEqualTo("Change things");
        assertThat(shown.get(0).path("resource_server_name").asText()).isEqualTo("Practice server");
        assertThat(wire.api("DELETE", path, permissions("tools:write")).status()).isEqualTo(204);
        assertThat(wire.api("GET", path, "").json()).isEmpty();
        wire.api("POST", path, permissions("tools:write"));
        wire.api("DELETE", "resource-servers/" + Wire.encode(pair.mcpUrl()), "");
        assertThat(wire.api("GET", path, "").json()).isEmpty();
    }

    @Test
    void tokenHoldsWhatTheUsersRolesAllow() throws Exception {
        var writer = role("Writer").path("id").asText();
        wire.api("POST", "roles/" + writer + "/permissions", permissions("tools:write"));
        var ada = user(PracticeTenant.USER);
        assertThat(wire.api("POST", "users/" + ada + "/roles", "{\"roles\":[\"" + writer + "\"]}").status())
                .isEqualTo(204);
        assertThat(wire.api("GET", "roles/" + writer + "/users", "").json().findValuesAsText("email"))
                .containsExactly(PracticeTenant.USER);

        var hers = claims(PracticeTenant.USER, "mcp:use");
        assertThat(hers.getStringClaim("scope")).isNull();
        assertThat(hers.getStringListClaim("permissions")).containsExactly("tools:write");
        assertThat(claims(PracticeTenant.USER, "mcp:use tools:write").getStringClaim("scope"))
                .isEqualTo("tools:write");
        var others = claims(PracticeTenant.SECOND_USER, "mcp:use tools:write");
        assertThat(others.getStringClaim("scope")).isNull();
        assertThat(others.getStringListClaim("permissions")).isEmpty();

        var grace = user(PracticeTenant.SECOND_USER);
        assertThat(wire.api("POST", "roles/" + writer + "/users", "{\"users\":[\"" + grace.replace("%7C", "|") + "\"]}")
                .status()).isEqualTo(200);
        assertThat(claims(PracticeTenant.SECOND_USER, "tools:write").getStringClaim("scope"))
                .isEqualTo("tools:write");
        wire.api("DELETE", "users/" + grace + "/roles", "{\"roles\":[\"" + writer + "\"]}");
        assertThat(wire.api("GET", "users/" + grace + "/roles", "").json()).isEmpty();
        assertThat(claims(PracticeTenant.SECOND_USER, "tools:write").getStringClaim("scope")).isNull();
    }

    @Test
    void usersAreFoundByTheSearchLanguageTheirIdAndTheirAddress() {
        var page = wire.api("GET", "users?q=" + Wire.encode("email:\"grace@example.com\"")
                + "&search_engine=v3&per_page=1&page=0&include_totals=true", "").json();
        assertThat(page.path("total").asInt()).isEqualTo(1);
        var grace = page.path("users").get(0);
        assertThat(grace.path("identities").get(0).path("connection").asText())
                .isEqualTo("Username-Password-Authentication");
        assertThat(wire.api("GET", "users/" + Wire.encode(grace.path("user_id").asText()), "").json())
                .isEqualTo(grace);
        assertThat(wire.api("GET", "users-by-email?email=grace@example.com", "").json()).containsExactly(grace);
        assertThat(wire.api("GET", "users?q=" + Wire.encode("name:a* OR email:*example.com"), "").json()).hasSize(2);
        assertThat(wire.api("GET", "users?q=" + Wire.encode("name:(Ada OR Nobody)"), "").json()).hasSize(1);
        assertThat(wire.api("GET", "users?q=" + Wire.encode("NOT name:Ada AND identities.provider:auth0"), "").json())
                .containsExactly(grace);
        assertThat(wire.api("GET", "users?q=" + Wire.encode("name:(Ada"), "").status()).isEqualTo(400);
        assertThat(wire.api("GET", "users/auth0%7Cnobody", "").json().path("errorCode").asText())
                .isEqualTo("inexistent_user");
    }

    @Test
    void personWhoComesThroughGoogleIsAUserOfTheirOwn() {
        var walk = Walk.registered(pair);
        walk.submit(walk.authorize(), java.util.Map.of("connection", "google-oauth2", "action", "google-oauth2"));
        assertThat(wire.api("GET", "users-by-email?email=" + PracticeTenant.USER, "").json()
                .findValuesAsText("provider")).containsExactly("auth0", "google-oauth2");
    }

    private JsonNode role(String name) {
        return wire.api("POST", "roles", "{\"name\":\"" + name + "\"}").json();
    }

    private String permissions(String permission) {
        return "{\"permissions\":[{\"resource_server_identifier\":\"" + pair.mcpUrl() + "\",\"permission_name\":\""
                + permission + "\"}]}";
    }

    /** Their id, encoded for a path. */
    private String user(String email) {
        return Wire.encode(
                wire.api("GET", "users-by-email?email=" + email, "").json().get(0).path("user_id").asText());
    }

    private JWTClaimsSet claims(String email, String scope) throws Exception {
        return SignedJWT.parse(Walk.registered(pair).as(email).with("scope", scope).tokens().json()
                .path("access_token").asText()).getJWTClaimsSet();
    }
}

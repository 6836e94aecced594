package mcpauth0.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may get what for which API: grants, policies, permissions, profiles; edited by hand on a healthy tenant. */
class AccessRulesTest {

    private PracticePair pair;

    @BeforeEach
    void start() throws Exception {
        pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY));
    }

    @AfterEach
    void stop() {
        pair.close();
    }

    @Test
    void strictClientNeedsAGrantForUsers() {
        change(state -> state.grants().removeIf(grant -> grant.has("default_for")));
        var walk = Walk.registered(pair);
        assertThat(walk.authorize().body())
                .contains("Client &quot;" + walk.clientId + "&quot; is not authorized to access resource server &quot;"
                        + pair.mcpUrl() + "&quot;");
        change(state -> state.grants().add(Shapes.defaultGrant(new Ids(), pair.mcpUrl(), SubjectType.CLIENT,
                List.of("mcp:use"))));
        assertThat(walk.authorize().body()).contains("is not authorized to access resource server");
        change(state -> state.grants().add(
                Shapes.clientGrant(new Ids(), walk.clientId, pair.mcpUrl(), SubjectType.USER, List.of("mcp:use"))));
        assertThat(walk.authorize().header("location")).startsWith("/u/login");
    }

    @Test
    void clientsOwnGrantReplacesTheDefaultAsAWhole() {
        var walk = Walk.registered(pair);
        change(state -> state.grants().add(
                Shapes.clientGrant(new Ids(), walk.clientId, pair.mcpUrl(), SubjectType.USER, List.of())));
        assertThat(walk.tokens().json().path("scope").asText()).isEqualTo("offline_access");
    }

    @Test
    void apiThatDeniesUsersDeniesThemWithAGrantToo() {
        change(state -> api(state).withObject("subject_type_authorization").putObject("user").put("policy",
                "deny_all"));
        assertThat(Walk.registered(pair).authorize().body()).contains("is not authorized to access resource server");
    }

    @Test
    void strictClientNeedsAConnectionOfTheWholeTenant() {
        change(state -> state.connections().forEach(each -> each.put("is_domain_connection", false)));
        var walk = Walk.registered(pair);
        change(state -> state.connections().forEach(each -> each.withArray("enabled_clients").add(walk.clientId)));
        assertThat(walk.authorize().body()).contains("invalid_request: no connections enabled for the client");
        change(state -> state.connections().getFirst().put("is_domain_connection", true));
        assertThat(walk.authorize().header("location")).startsWith("/u/login");
    }

    @Test
    void activeRuleKeepsStrictClientsOut() {
        change(state -> state.rules().add(Shapes.node().put("id", "rul_1").put("name", "Old").put("enabled", true)));
        assertThat(Walk.registered(pair).authorize().body()).contains("Rules are not supported");
        assertThat(new Wire(pair).api("GET", "rules?enabled=true", "").json()).hasSize(1);
        change(state -> state.rules().getFirst().put("enabled", false));
        assertThat(Walk.registered(pair).authorize().header("location")).startsWith("/u/login");
    }

    @Test
    void loginPageOffersOnlyWhatIsPromoted() {
        change(state -> {
            var database = state.connection("Username-Password-Authentication");
            if (database != null)
                database.put("is_domain_connection", false);
        });
        var walk = Walk.registered(pair);
        assertThat(walk.resume(walk.authorize()).body()).contains("Continue with Google").doesNotContain("password\"");
    }

    @Test
    void resourceCountsOnlyUnderTheCompatibilityProfile() {
        var walk = Walk.registered(pair);
        change(state -> state.settings().put("resource_parameter_profile", "audience"));
        assertThat(walk.authorize().body()).contains("The userinfo audience is not allowed for third party clients.");
        assertThat(walk.with("audience", pair.mcpUrl()).authorize().header("location")).startsWith("/u/login");
        walk.without("audience").without("resource");
        change(state -> state.settings().put("default_audience", pair.mcpUrl()));
        assertThat(walk.authorize().header("location")).startsWith("/u/login");
    }

    @Test
    void scopesAreThoseAskedForGrantedAndHeld() throws Exception {
        change(state -> {
            var api = api(state).put("enforce_policies", true).put("token_dialect", "rfc9068_profile_authz");
            Shapes.addScope(api, "tools:read", "");
            Shapes.addScope(api, "tools:call", "");
            var grant = state.grants().stream().filter(each -> each.has("default_for")).findFirst().orElseThrow();
            grant.withArray("scope").add("tools:read");
            for (var permission : List.of("tools:read", "tools:call"))
                state.userPermissions().add(Shapes.node()
                        .put("user_id", state.users().getFirst().path("user_id").asText())
                        .put("resource_server_identifier", pair.mcpUrl()).put("permission_name", permission));
        });
        var tokens = Walk.registered(pair).with("scope", "mcp:use tools:read tools:call other").tokens().json();
        assertThat(tokens.path("scope").asText()).isEqualTo("tools:read");
        assertThat(claims(tokens).getStringListClaim("permissions")).containsExactly("tools:read");
    }

    @Test
    void refreshTokenNeedsScopeApiAndGrantType() {
        assertThat(Walk.registered(pair).with("scope", "mcp:use").tokens().json().has("refresh_token")).isFalse();
        var walk = Walk.registered(pair);
        walk.wire.api("PATCH", "clients/" + walk.clientId, "{\"grant_types\":[\"authorization_code\"]}");
        assertThat(walk.tokens().json().has("refresh_token")).isFalse();
        change(state -> api(state).put("allow_offline_access", false));
        var without = Walk.registered(pair).tokens().json();
        assertThat(without.has("refresh_token")).isFalse();
        assertThat(without.path("scope").asText()).isEqualTo("mcp:use");
    }

    @Test
    void tokenWithoutScopesHasNoScopeClaim() throws Exception {
        var tokens = Walk.registered(pair).without("scope").tokens().json();
        assertThat(tokens.has("scope")).isFalse();
        assertThat(claims(tokens).getClaim("scope")).isNull();
    }

    @Test
    void classicDialectLifetimeAndEncryptionFollowTheApi() throws Exception {
        change(state -> api(state).put("token_dialect", "access_token").put("token_lifetime", 60));
        var tokens = Walk.registered(pair).tokens().json();
        var claims = claims(tokens);
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(60);
        assertThat(claims.getExpirationTime().toInstant()).isEqualTo(claims.getIssueTime().toInstant().plusSeconds(60));
        assertThat(claims.getStringClaim("azp")).startsWith("tpc_");
        assertThat(claims.getClaim("client_id")).isNull();
        assertThat(SignedJWT.parse(tokens.path("access_token").asText()).getHeader().getType().getType())
                .isEqualTo("JWT");
        change(state -> api(state).putObject("token_encryption").put("format", "compact-nested-jwe"));
        assertThat(Walk.registered(pair).tokens().json().path("access_token").asText().split("\\.")).hasSize(5);
    }

    @Test
    void ownApplicationWorksWithAConnectionOfItsOwnAndGetsAnIdToken() throws Exception {
        change(state -> state.connections().forEach(each -> each.put("is_domain_connection", false)));
        var walk = byHand();
        assertThat(walk.authorize().location()).containsEntry("error", "invalid_request")
                .containsEntry("error_description", "no connections enabled for the client")
                .containsEntry("state", "the state & more");
        change(state -> state.connections().forEach(each -> each.withArray("enabled_clients").add(walk.clientId)));
        var tokens = walk.tokens().json();
        assertThat(tokens.path("id_token").asText()).isNotEmpty();
        assertThat(claims(tokens).getAudience()).containsExactly(pair.mcpUrl(),
                "https://" + pair.domain() + "/userinfo");
        var info = walk.wire.get("/userinfo", "Authorization", "Bearer " + tokens.path("access_token").asText());
        assertThat(info.json().path("email").asText()).isEqualTo(pair.user());
        assertThat(walk.refresh(tokens.path("refresh_token").asText()).json().has("refresh_token")).isTrue();
    }

    @Test
    void ownApplicationWithoutAudienceGetsATokenThatNobodyElseReads() {
        change(state -> state.settings().put("resource_parameter_profile", "audience"));
        var tokens = byHand().tokens().json();
        var parts = tokens.path("access_token").asText().split("\\.", -1);
        assertThat(parts).hasSize(5);
        assertThat(parts[1]).isEmpty();
        assertThat(new String(java.util.Base64.getUrlDecoder().decode(parts[0]),
                java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"alg\":\"dir\"", "\"enc\":\"A256GCM\"", "\"iss\":");
        assertThat(new Wire(pair).get("/userinfo", "Authorization", "Bearer " + tokens.path("access_token").asText())
                .status()).isEqualTo(200);
    }

    @Test
    void strictClientsTokenIsNotForUserInfo() {
        var token = Walk.registered(pair).tokens().json().path("access_token").asText();
        assertThat(new Wire(pair).get("/userinfo", "Authorization", "Bearer " + token).status()).isEqualTo(401);
    }

    @Test
    void secretOfAConfidentialClientIsAskedFor() {
        var wire = new Wire(pair);
        var made = wire.postJson("/oidc/register", """
            {"client_name":"C","redirect_uris":["%s"],"grant_types":["authorization_code","device_code"]}"""
                .formatted(Walk.CALLBACK));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("token_endpoint_auth_method").asText()).isEqualTo("client_secret_post");
        assertThat(made.json().path("client_secret_expires_at").asInt(-1)).isZero();
        assertThat(made.json().path("grant_types").toString()).isEqualTo("[\"authorization_code\"]");
        var walk = new Walk(wire, made.json().path("client_id").asText(), pair.mcpUrl());
        var refused = walk.tokens();
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("error").asText()).isEqualTo("access_denied");
        var basic = java.util.Base64.getEncoder().encodeToString(
                (walk.clientId + ":" + made.json().path("client_secret").asText()).getBytes(
                        java.nio.charset.StandardCharsets.UTF_8));
        assertThat(wire.form("/oauth/token",
                Map.of("grant_type", "authorization_code", "code", walk.callback().parameter("code"), "redirect_uri",
                        Walk.CALLBACK, "code_verifier", Walk.VERIFIER),
                "Authorization", "Basic " + basic).status()).isEqualTo(200);
    }

    @Test
    void registrationRefusesWhatNoClientCouldUse() {
        var wire = new Wire(pair);
        assertThat(wire.postJson("/oidc/register", "{}").json().path("error").asText())
                .isEqualTo("invalid_redirect_uri");
        assertThat(wire.postJson("/oidc/register", "{\"redirect_uris\":[\"/relative\"]}").status()).isEqualTo(400);
        assertThat(wire.postJson("/oidc/register", "no json").json().path("error").asText())
                .isEqualTo("invalid_client_metadata");
    }

    @Test
    void permissiveTenantRegistersOrdinaryThirdPartyClients() {
        change(state -> state.settings().put("dynamic_client_registration_security_mode", "permissive"));
        change(state -> state.grants().removeIf(grant -> grant.has("default_for")));
        var walk = Walk.registered(pair);
        assertThat(walk.clientId).hasSize(32).doesNotStartWith("tpc_");
        assertThat(walk.tokens().json().path("scope").asText()).contains("mcp:use");
        assertThat(walk.with("resource", "urn:none").authorize().location())
                .containsEntry("error", "access_denied")
                .containsEntry("error_description", "Service not found: urn:none");
    }

    @Test
    void decoyAudienceGetsATokenOfItsOwn() throws Exception {
        var wire = new Wire(pair);
        wire.api("POST", "resource-servers", "{\"identifier\":\"https://decoy.invalid/x\"}");
        wire.api("POST", "client-grants",
                "{\"client_id\":\"" + pair.clientId() + "\",\"audience\":\"https://decoy.invalid/x\",\"scope\":[]}");
        var tokens = wire.form("/oauth/token", Map.of("grant_type", "client_credentials", "audience",
                "https://decoy.invalid/x", "client_id", pair.clientId(), "client_secret", pair.clientSecret())).json();
        assertThat(claims(tokens).getAudience()).containsExactly("https://decoy.invalid/x");
        assertThat(claims(tokens).getSubject()).isEqualTo(pair.clientId() + "@clients");
        assertThat(claims(tokens).getStringClaim("gty")).isEqualTo("client-credentials");
    }

    private Walk byHand() {
        var wire = new Wire(pair);
        var made = wire.api("POST", "clients", """
            {"name":"By hand","app_type":"native","callbacks":["%s"]}""".formatted(Walk.CALLBACK)).json();
        return new Walk(wire, made.path("client_id").asText(), pair.mcpUrl());
    }

    private static com.nimbusds.jwt.JWTClaimsSet claims(JsonNode tokens) throws java.text.ParseException {
        return SignedJWT.parse(tokens.path("access_token").asText()).getJWTClaimsSet();
    }

    private ObjectNode api(TenantState state) {
        var api = state.api(pair.mcpUrl());
        if (api == null)
            throw new AssertionError("no API for " + pair.mcpUrl());
        return api;
    }

    private void change(Consumer<TenantState> edit) {
        pair.tenant().change(edit);
    }
}

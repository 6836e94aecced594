package mcpauth0.oauth;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import mcpauth0.http.Json;
import mcpauth0.oauth.Authorization.Granted;
import mcpauth0.oauth.Authorization.Stopped;
import mcpauth0.oauth.Wishes.HandMade;
import mcpauth0.oauth.agent.FollowingAgent;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a server's challenge to a token, over the wire. */
class AuthorizerTest {

    private static final Challenges NOTHING = Challenges.of(List.of());

    private final ClientStore store = ClientStore.inMemory();
    private final AtomicReference<String> tokenAnswer = new AtomicReference<>("{\"access_token\":\"t\"}");
    private final LoopbackPorts ports = LoopbackPorts.free();
    private Script script;

    @BeforeEach
    void start() throws IOException {
        script = new Script();
        resource(script.url("/mcp"), script.url("/as"));
        issuer("as", "{}");
    }

    @AfterEach
    void stop() {
        script.close();
    }

    private void resource(String resource, String... issuers) {
        var document = Json.object().put("resource", resource);
        var named = document.putArray("authorization_servers");
        List.of(issuers).forEach(named::add);
        document.putArray("scopes_supported").add("read").add("write");
        script.on("/.well-known/oauth-protected-resource/mcp", Script.json(200, document.toString()));
    }

    /** An authorization server that asks nobody, under a path of its own. */
    private void issuer(String name, String more) {
        var base = "/" + name;
        var document = Json.object().put("issuer", script.url(base))
                .put("authorization_endpoint", script.url(base + "/authorize"))
                .put("token_endpoint", script.url(base + "/token"))
                .put("registration_endpoint", script.url(base + "/register"));
        document.putArray("code_challenge_methods_supported").add("S256");
        document.putArray("scopes_supported").add("read").add("offline_access");
        Json.parse(more).orElseThrow().properties().forEach(field -> document.set(field.getKey(), field.getValue()));
        script.on("/.well-known/oauth-authorization-server" + base, Script.json(200, document.toString()));
        endpoints(base, name);
    }

    private void endpoints(String base, String name) {
        script.on(base + "/authorize", request -> Script.redirect(request.getUrl().queryParameter("redirect_uri")
                + "?code=c&state=" + request.getUrl().queryParameter("state")));
        script.on(base + "/token", _ -> Script.json(200, requireNonNull(tokenAnswer.get())));
        script.on(base + "/register", Script.json(201, "{\"client_id\":\"client-of-" + name + "\"}"));
    }

    private Authorizer authorizer(Wishes wishes) {
        return new Authorizer(script.http(), McpUrl.parse(script.url("/mcp")).orThrow(), wishes,
                Reception.of(store, ports, new FollowingAgent(script.http())));
    }

    private static Challenges challenge(String parameters) {
        return Challenges.of(List.of("Bearer " + parameters));
    }

    private String asked(String path, int n, String name) {
        return String.valueOf(script.asked(path).get(n).getUrl().queryParameter(name));
    }

    private static Map<String, List<String>> form(RecordedRequest request) {
        return Script.form(request);
    }

    @Test
    void theChallengesScopesComeFirstThenAllOfTheMetadatas() {
        assertThat(authorizer(Wishes.NONE).answer(challenge("scope=\"admin\""))).isInstanceOf(Granted.class);
        assertThat(authorizer(Wishes.NONE).answer(NOTHING)).isInstanceOf(Granted.class);
        assertThat(authorizer(Wishes.NONE.withLasting(true)).answer(NOTHING)).isInstanceOf(Granted.class);
        assertThat(authorizer(Wishes.NONE.withScopes(List.of("mine")).withLasting(true)).answer(NOTHING))
                .isInstanceOf(Granted.class);
        assertThat(script.asked("/as/authorize")).extracting(request -> request.getUrl().queryParameter("scope"))
                .contains("admin", "read write", "read write offline_access", "mine");
        assertThat(script.asked("/as/authorize")).allSatisfy(request -> assertThat(
                request.getUrl().queryParameter("resource")).isEqualTo(script.url("/mcp")));
        assertThat(script.asked("/as/token")).allSatisfy(
                request -> assertThat(form(request)).containsEntry("resource", List.of(script.url("/mcp"))));
        assertThat(script.asked("/as/register")).hasSize(1);
    }

    @Test
    void metadataIsAskedForNoFurtherThanNeeded() {
        authorizer(Wishes.NONE).answer(NOTHING);
        assertThat(script.asked("/.well-known/oauth-protected-resource")).isEmpty();
        assertThat(script.asked("/.well-known/openid-configuration/as")).isEmpty();
        assertThat(script.asked("/.well-known/oauth-protected-resource/mcp")).hasSize(1);
    }

    @Test
    void moreScopesAreAskedForTogetherWithTheOldOnesAndNeverTwice() {
        var authorizer = authorizer(Wishes.NONE);
        authorizer.answer(challenge("scope=\"read\""));
        assertThat(authorizer.stepUp(challenge("error=\"insufficient_scope\", scope=\"write\"")))
                .isInstanceOf(Granted.class);
        assertThat(asked("/as/authorize", 1, "scope")).isEqualTo("read write");
        assertThat(authorizer.stepUp(challenge("scope=\"write\""))).isEqualTo(new Stopped.NotEnough(List.of("write")));
        assertThat(script.asked("/as/authorize")).hasSize(2);
        for (var more : List.of("a", "b", "c", "d"))
            authorizer.stepUp(challenge("scope=\"" + more + "\""));
        assertThat(script.asked("/as/authorize")).hasSize(4);
        assertThat(authorizer.refusal()).isInstanceOf(Stopped.NotEnough.class);
        assertThat(script.asked("/as/register")).hasSize(1);
    }

    @Test
    void aRefreshTokenIsUsedBeforeAnybodyIsAskedAndReplaced() {
        var authorizer = authorizer(Wishes.NONE);
        tokenAnswer.set("{\"access_token\":\"t1\",\"refresh_token\":\"r1\",\"expires_in\":1}");
        authorizer.answer(NOTHING);
        tokenAnswer.set("{\"access_token\":\"t2\",\"refresh_token\":\"r2\",\"expires_in\":3600}");
        assertThat(requireNonNull(authorizer.tokens()).access().value().reveal()).isEqualTo("t2");
        tokenAnswer.set("{\"access_token\":\"t3\"}");
        assertThat(authorizer.answer(NOTHING)).isInstanceOf(Granted.class);
        assertThat(authorizer.answer(NOTHING)).isInstanceOf(Granted.class);
        assertThat(script.asked("/as/token")).extracting(request -> form(request).get("refresh_token"))
                .containsExactly(null, List.of("r1"), List.of("r2"), List.of("r2"));
        assertThat(script.asked("/as/authorize")).hasSize(1);
    }

    @Test
    void aRefusedRefreshTokenIsNotShownAgain() {
        var authorizer = authorizer(Wishes.NONE);
        tokenAnswer.set("{\"access_token\":\"t1\",\"refresh_token\":\"r1\"}");
        authorizer.answer(NOTHING);
        script.on("/as/token", request -> form(request).containsKey("refresh_token")
                ? Script.json(400, "{\"error\":\"invalid_grant\"}")
                : Script.json(200, "{\"access_token\":\"t2\"}"));
        assertThat(authorizer.answer(NOTHING)).isInstanceOf(Granted.class);
        assertThat(authorizer.answer(NOTHING)).isInstanceOf(Granted.class);
        assertThat(script.asked("/as/authorize")).hasSize(3);
        assertThat(script.asked("/as/token")).filteredOn(request -> form(request).containsKey("refresh_token"))
                .hasSize(1);
    }

    @Test
    void nothingOfOneAuthorizationServerIsShownToAnother() {
        var authorizer = authorizer(Wishes.NONE.withByHand(new HandMade(null, "hand", Secret.of("s"), null, false)));
        tokenAnswer.set("{\"access_token\":\"t1\",\"refresh_token\":\"r1\"}");
        authorizer.answer(NOTHING);
        issuer("other", "{}");
        resource(script.url("/mcp"), script.url("/other"));
        assertThat(authorizer.answer(NOTHING)).isInstanceOf(Granted.class);
        assertThat(asked("/as/authorize", 0, "client_id")).isEqualTo("hand");
        assertThat(asked("/other/authorize", 0, "client_id")).isEqualTo("client-of-other");
        assertThat(script.asked("/other/token")).hasSize(1).allSatisfy(
                request -> assertThat(form(request)).doesNotContainKeys("refresh_token", "client_secret"));
    }

    @Test
    void byHandComesBeforeTheDocumentAndThisBeforeRegistration() {
        issuer("as", "{\"client_id_metadata_document_supported\":true}");
        var document = Wishes.NONE.withDocument("https://client.example/client.json");
        authorizer(document.withByHand(new HandMade(script.url("/as"), "hand", null, null, false))).answer(NOTHING);
        authorizer(document.withByHand(new HandMade(script.url("/x"), "hand", null, null, false))).answer(NOTHING);
        authorizer(document).answer(NOTHING);
        assertThat(script.asked("/as/register")).isEmpty();
        issuer("as", "{}");
        authorizer(document).answer(NOTHING);
        assertThat(script.asked("/as/authorize")).extracting(request -> request.getUrl().queryParameter("client_id"))
                .containsExactly("hand", "https://client.example/client.json", "https://client.example/client.json",
                        "client-of-as");
    }

    @Test
    void whatMustNotBeUsedIsNotUsed() {
        issuer("as", "{\"issuer\":\"" + script.url("/as/") + "\"}");
        assertThat(authorizer(Wishes.NONE).answer(NOTHING))
                .isEqualTo(new Stopped.Unpublished(script.url("/as"), script.url("/as/")));
        issuer("as", "{\"code_challenge_methods_supported\":[\"plain\"]}");
        assertThat(authorizer(Wishes.NONE).answer(NOTHING))
                .isEqualTo(new Stopped.NoChallengeMethod(script.url("/as")));
        resource("https://evil.example/mcp", script.url("/as"));
        assertThat(authorizer(Wishes.NONE).answer(NOTHING))
                .isEqualTo(new Stopped.Foreign("https://evil.example/mcp"));
        resource(script.url("/mcp"));
        assertThat(authorizer(Wishes.NONE).answer(NOTHING)).isInstanceOf(Stopped.NoIssuer.class);
        script.on("/.well-known/oauth-protected-resource/mcp", Script.json(503, "{}"));
        assertThat(authorizer(Wishes.NONE).answer(NOTHING)).isInstanceOf(Stopped.Failed.class);
        script.on("/.well-known/oauth-protected-resource/mcp", Script.json(404, "{}"));
        assertThat(authorizer(Wishes.NONE).answer(challenge("resource_metadata=\"" + script.url("/m") + "\"")))
                .isEqualTo(new Stopped.Undocumented(script.url("/m")));
        assertThat(new Authorizer(script.http(), McpUrl.parse("http://mcp.example/mcp").orThrow(), Wishes.NONE,
                Reception.of(store, ports, new FollowingAgent(script.http()))).answer(NOTHING))
                .isInstanceOf(Stopped.Unencrypted.class);
        assertThat(script.asked()).noneMatch(request -> request.getUrl().encodedPath().matches(".*/(authorize|token)"));
    }

    @Test
    void aServerOf2025MarchIsItsOwnAuthorizationServer() {
        script.on("/.well-known/oauth-protected-resource/mcp", Script.json(404, "{}"));
        endpoints("", "origin");
        assertThat(authorizer(Wishes.NONE).answer(NOTHING)).asInstanceOf(type(Granted.class))
                .satisfies(granted -> assertThat(granted.protection().assumed()).isTrue());
        assertThat(script.asked("/authorize").getFirst().getUrl().queryParameterNames()).contains("code_challenge")
                .doesNotContain("resource", "scope");
        assertThat(form(script.asked("/token").getFirst())).doesNotContainKey("resource");
        script.on("/.well-known/oauth-authorization-server", Script.json(200, Json.object()
                .put("issuer", script.url("/")).put("authorization_endpoint", script.url("/as/authorize"))
                .put("token_endpoint", script.url("/as/token")).put("registration_endpoint", script.url("/register"))
                .toString()));
        assertThat(authorizer(Wishes.NONE).answer(NOTHING)).asInstanceOf(type(Granted.class))
                .satisfies(granted -> assertThat(granted.protection().issuer()).isEqualTo(script.url("/")));
        assertThat(script.asked("/as/token")).hasSize(1);
    }

    @Test
    void anApplicationComesForItselfWithAStatementThatItSigned() throws Exception {
        var pair = KeyPairGenerator.getInstance("EC");
        pair.initialize(256);
        var keys = pair.generateKeyPair();
        var hand = new HandMade(null, "app", null, AssertionKey.read(pem(keys), "ES256").orThrow(), true);
        assertThat(authorizer(Wishes.NONE.withByHand(hand)).answer(NOTHING)).isInstanceOf(Granted.class);
        var form = form(script.asked("/as/token").getFirst());
        assertThat(form).containsEntry("grant_type", List.of("client_credentials"))
                .containsEntry("resource", List.of(script.url("/mcp"))).containsEntry("scope", List.of("read write"))
                .containsEntry("client_assertion_type",
                        List.of("urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));
        var statement = SignedJWT.parse(requireNonNull(form.get("client_assertion")).getFirst());
        assertThat(statement.verify(new ECDSAVerifier((ECPublicKey) keys.getPublic()))).isTrue();
        assertThat(statement.getJWTClaimsSet().getAudience()).containsExactly(script.url("/as"));
        assertThat(statement.getJWTClaimsSet().getIssuer()).isEqualTo("app");
        assertThat(script.asked("/as/authorize")).isEmpty();

        issuer("as", "{\"token_endpoint_auth_methods_supported\":[\"client_secret_jwt\"]}");
        var secret = "0123456789abcdef0123456789abcdef";
        authorizer(Wishes.NONE.withByHand(new HandMade(null, "app", Secret.of(secret), null, true))).answer(NOTHING);
        var bySecret = SignedJWT.parse(
                requireNonNull(form(script.asked("/as/token").getLast()).get("client_assertion")).getFirst());
        assertThat(bySecret.verify(new MACVerifier(secret))).isTrue();
        assertThat(authorizer(Wishes.NONE.withByHand(new HandMade(null, "app", Secret.of("short"), null, true)))
                .answer(NOTHING)).isInstanceOf(Stopped.NotGiven.class);
        assertThat(script.asked("/as/token")).hasSize(2);
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    @Test
    void aSecretIsShownAsTheServerHasIt() {
        var hand = Wishes.NONE.withByHand(new HandMade(null, "app", Secret.of("s"), null, false));
        authorizer(hand).answer(NOTHING);
        issuer("as", "{\"token_endpoint_auth_methods_supported\":[\"client_secret_basic\",\"client_secret_post\"]}");
        authorizer(hand).answer(NOTHING);
        assertThat(script.asked("/as/token").get(0).getHeaders().get("Authorization")).startsWith("Basic ");
        assertThat(form(script.asked("/as/token").get(1))).containsEntry("client_secret", List.of("s"));
    }

    @Test
    void whereNoPublicClientsAreKnownOneWithASecretIsRegistered() {
        issuer("as", "{\"token_endpoint_auth_methods_supported\":[\"client_secret_basic\"]}");
        script.on("/as/register", request -> requireNonNull(request.getBody()).utf8().contains("\"none\"")
                ? Script.json(400, "{\"error\":\"invalid_client_metadata\"}")
                : Script.json(201, "{\"client_id\":\"c\",\"client_secret\":\"s\"}"));
        assertThat(authorizer(Wishes.NONE).answer(NOTHING)).isInstanceOf(Granted.class);
        assertThat(script.asked("/as/token").getFirst().getHeaders().get("Authorization")).startsWith("Basic ");
        script.on("/as/register", Script.json(403, "{\"error\":\"access_denied\"}"));
        store.forget(script.url("/as"));
        assertThat(authorizer(Wishes.NONE).answer(NOTHING)).asInstanceOf(type(Stopped.Unregistered.class))
                .extracting(Stopped.Unregistered::outcome).isInstanceOf(RegistrationOutcome.Refused.class);
    }

    @Test
    void keysAreReadOrRefused() {
        assertThat(AssertionKey.read("nothing", "ES256").toString()).contains("key-none");
        assertThat(
                AssertionKey.read("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", "RS256").toString())
                .contains("key-broken");
    }
}

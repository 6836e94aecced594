package mcpauth0.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client that registered itself signs a person in at the healthy tenant. */
class RegisteredClientLoginTest {

    private static PracticePair pair;

    @BeforeAll
    static void start() throws Exception {
        pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY));
    }

    @AfterAll
    static void stop() {
        pair.close();
    }

    @Test
    void tokenIsForTheServerAndVerifiesAgainstThePublishedKeys() throws Exception {
        var walk = Walk.registered(pair);
        var callback = walk.callback();
        assertThat(callback.header("location")).startsWith(Walk.CALLBACK + "?");
        assertThat(callback.location()).containsEntry("state", "the state & more").containsEntry("iss",
                "https://" + pair.domain() + "/");
        var answer = walk.exchange(callback.parameter("code"));
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        var tokens = answer.json();
        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("scope").asText().split(" ")).containsExactlyInAnyOrder("mcp:use", "offline_access");
        assertThat(tokens.has("id_token")).isFalse();
        assertThat(tokens.path("refresh_token").asText()).isNotEmpty();
        var jwt = SignedJWT.parse(tokens.path("access_token").asText());
        assertThat(jwt.getHeader().getType().getType()).isEqualTo("at+jwt");
        var claims = jwt.getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly(pair.mcpUrl());
        assertThat(claims.getIssuer()).isEqualTo("https://" + pair.domain() + "/");
        assertThat(claims.getStringClaim("client_id")).isEqualTo(walk.clientId).startsWith("tpc_");
        var keys = JWKSet.parse(walk.wire.get("/.well-known/jwks.json").body());
        assertThat(keys.getKeys()).hasSize(2);
        assertThat(jwt.verify(new RSASSAVerifier(keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey()))).isTrue();
    }

    @Test
    void consentIsAskedOnceAndShowsWhatIsGranted() {
        var walk = Walk.registered(pair);
        var consent = walk.signIn();
        assertThat(consent.header("location")).startsWith("/u/consent?state=");
        assertThat(walk.resume(consent).body()).contains("mcp:use").contains("A &lt;b&gt;client&lt;/b&gt;")
                .doesNotContain("<b>client");
        walk.submit(consent, Map.of("action", "accept"));
        assertThat(walk.signIn().header("location")).startsWith(Walk.CALLBACK);
        assertThat(walk.with("prompt", "consent").signIn().header("location")).startsWith("/u/consent");
    }

    @Test
    void consentThatWasTakenBackIsAskedForAgain() {
        var walk = Walk.registered(pair);
        walk.callback();
        var wire = walk.wire;
        var consents = wire.api("GET", "grants?client_id=" + walk.clientId, "").json();
        assertThat(consents).hasSize(1);
        assertThat(walk.signIn().header("location")).startsWith(Walk.CALLBACK);
        assertThat(wire.api("DELETE", "grants/" + consents.get(0).path("id").asText(), "").status()).isEqualTo(204);
        assertThat(walk.signIn().header("location")).startsWith("/u/consent");
        walk.callback();
        assertThat(wire.api("DELETE", "grants", "").status()).isEqualTo(400);
        assertThat(wire.api("DELETE", "grants?user_id=" + Wire.encode(consents.get(0).path("user_id").asText()), "")
                .status()).isEqualTo(204);
        assertThat(walk.signIn().header("location")).startsWith("/u/consent");
    }

    @Test
    void decliningEndsOnTheTenantsOwnPage() {
        var walk = Walk.registered(pair);
        var page = walk.submit(walk.signIn(), Map.of("action", "deny"));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("Oops!, something went wrong", "TECHNICAL DETAILS",
                "access_denied: User did not authorize the request");
    }

    @Test
    void decliningReachesTheCallbackWhereThePolicyAllowsIt() {
        var walk = Walk.registered(pair);
        walk.wire.api("PATCH", "clients/" + walk.clientId, "{\"redirection_policy\":\"allow_always\"}");
        var back = walk.submit(walk.signIn(), Map.of("action", "deny"));
        assertThat(back.location()).containsEntry("error", "access_denied").containsEntry("state", "the state & more");
    }

    @Test
    void wrongPasswordAsksAgain() {
        var walk = Walk.registered(pair);
        var page = walk.submit(walk.authorize(), Map.of("username", PracticeTenant.USER, "password", "no"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Wrong email or password", "autocomplete=\"current-password\"");
    }

    @Test
    void cancellingTheLoginIsAnError() {
        var walk = Walk.registered(pair);
        assertThat(walk.submit(walk.authorize(), Map.of("action", "cancel")).body()).contains("access_denied");
    }

    @Test
    void googleSignsInAsAnotherSubject() throws Exception {
        var walk = Walk.registered(pair);
        var consent = walk.resume(walk.submit(walk.authorize(), Map.of("connection", "google-oauth2")));
        var code = walk.submit(consent, Map.of("action", "accept")).parameter("code");
        var token = SignedJWT.parse(walk.exchange(code).json().path("access_token").asText());
        assertThat(token.getJWTClaimsSet().getSubject()).startsWith("google-oauth2|");
    }

    @Test
    void sessionOfTheBrowserSavesTheSecondLogin() {
        var walk = Walk.registered(pair);
        var loggedIn = walk.submit(walk.authorize(),
                Map.of("username", PracticeTenant.USER, "password", PracticeTenant.PASSWORD));
        var cookie = loggedIn.header("set-cookie");
        assertThat(cookie).contains("Secure", "HttpOnly");
        var session = cookie.substring(0, cookie.indexOf(';'));
        assertThat(walk.authorize("Cookie", session).header("location")).startsWith("/authorize/resume");
        assertThat(walk.with("prompt", "login").authorize("Cookie", session).header("location"))
                .startsWith("/u/login");
    }

    @Test
    void codeWorksOnceAndOnlyWithItsVerifier() {
        var walk = Walk.registered(pair);
        var code = walk.callback().parameter("code");
        assertThat(walk.exchange(code).status()).isEqualTo(200);
        var again = walk.exchange(code);
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.json().path("error_description").asText()).isEqualTo("Invalid authorization code");
        var other = walk.callback().parameter("code");
        var wrong = walk.wire.form("/oauth/token", Map.of("grant_type", "authorization_code", "client_id",
                walk.clientId, "code", other, "redirect_uri", Walk.CALLBACK, "code_verifier", "x".repeat(43)));
        assertThat(wrong.json().path("error_description").asText()).isEqualTo("Failed to verify code verifier");
    }

    @Test
    void refreshTokensRotateAndReuseEndsTheFamily() {
        var walk = Walk.registered(pair);
        var first = walk.tokens().json().path("refresh_token").asText();
        var second = walk.refresh(first).json().path("refresh_token").asText();
        assertThat(second).isNotEmpty().isNotEqualTo(first);
        var reused = walk.refresh(first);
        assertThat(reused.status()).isEqualTo(403);
        assertThat(reused.json().path("error_description").asText()).isEqualTo("Unknown or invalid refresh token.");
        assertThat(walk.refresh(second).status()).isEqualTo(403);
    }

    @Test
    void revokedRefreshTokenIsGone() {
        var walk = Walk.registered(pair);
        var token = walk.tokens().json().path("refresh_token").asText();
        assertThat(walk.wire.form("/oauth/revoke", Map.of("client_id", walk.clientId, "token", token)).status())
                .isEqualTo(200);
        assertThat(walk.refresh(token).status()).isEqualTo(403);
    }

    @Test
    void failuresBeforeTheLoginSayWhatIsWrong() {
        assertThat(page(Walk.registered(pair).with("client_id", "tpc_nobody")))
                .contains("invalid_request: Unknown client: tpc_nobody");
        assertThat(page(Walk.registered(pair).with("redirect_uri", "https://evil.example/"))).contains(
                "Callback URL mismatch.", "The provided redirect_uri is not in the list of allowed callback URLs.");
        assertThat(page(Walk.registered(pair).without("code_challenge")))
                .contains("invalid_request: The PKCE protocol extension is required");
        assertThat(page(Walk.registered(pair).with("resource", pair.mcpUrl() + "/")))
                .contains("access_denied: Service not found: " + pair.mcpUrl() + "/");
        assertThat(page(Walk.registered(pair).without("resource"))).contains(
                "The userinfo audience is not allowed for third party clients. Please specify a valid API audience.");
        assertThat(page(Walk.registered(pair).with("response_type", "token"))).contains("unsupported_response_type");
        assertThat(page(Walk.registered(pair).with("request_uri", "urn:x"))).contains("invalid_request");
        var walk = Walk.registered(pair).with("resource", "https://" + pair.domain() + "/api/v2/");
        assertThat(page(walk)).contains("Client &quot;" + walk.clientId + "&quot; is not authorized");
    }

    @Test
    void audienceWinsOverResource() {
        assertThat(page(Walk.registered(pair).with("audience", "https://other.example")))
                .contains("Service not found: https://other.example");
    }

    @Test
    void staleStateIsExplained() {
        assertThat(new Wire(pair).get("/u/login?state=gone").status()).isEqualTo(400);
        assertThat(List.of(new Wire(pair).get("/authorize/resume").status())).containsExactly(400);
    }

    private static String page(Walk walk) {
        var answer = walk.authorize();
        assertThat(answer.header("content-type")).startsWith("text/html");
        return answer.body();
    }
}

package mcpauth0.auth0;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import mcpauth0.auth0.ManagementAccess.Entry;
import mcpauth0.http.Failure;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let into a tenant, and what the others are told. */
class ManagementAccessTest {

    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

    private static final KeyPair KEY = key();

    @SuppressWarnings("NullAway.Init")
    private ScriptedTenant scripted;

    @BeforeEach
    void start() throws Exception {
        scripted = new ScriptedTenant(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        scripted.close();
    }

    private Entry application() {
        return ManagementAccess.open(scripted.http, scripted.domain(),
                new Credentials.Application("an id", Secret.of("s&cret")));
    }

    private Entry pasted(String token) {
        return pasted(token, scripted.domain());
    }

    private Entry pasted(String token, TenantDomain domain) {
        return ManagementAccess.open(scripted.http, domain, new Credentials.Token(Secret.of(token)));
    }

    private static void closed(Entry entry, String id) {
        assertThat(entry).isInstanceOfSatisfying(Entry.Closed.class, closed -> {
            assertThat(closed.id()).isEqualTo(id);
            assertThat(Entry.Closed.IDS).contains(id);
            for (var part : List.of("problem", "cause", "cure"))
                assertThat(Texts.english().get("access." + id + "." + part, closed.values())).isNotBlank()
                        .doesNotContain("{", "'{");
        });
    }

    private String good() {
        return Tokens.of(scripted.domain().value(), NOW.plusSeconds(60));
    }

    @Test
    void anApplicationGetsATokenWithOneRequest() throws Exception {
        scripted.answer(200, "{\"access_token\":\"" + good() + "\",\"expires_in\":60,\"token_type\":\"Bearer\"}");
        assertThat(application()).isInstanceOfSatisfying(Entry.Open.class, open -> {
            assertThat(open.tenant().permissions()).containsExactlyInAnyOrder("read:tenant_settings",
                    "update:tenant_settings");
            assertThat(open.tenant().expires()).isEqualTo(NOW.plusSeconds(60));
            assertThat(open.tenant().domain()).isEqualTo(scripted.domain());
        });
        var request = scripted.server.takeRequest();
        assertThat(request.getUrl().encodedPath()).isEqualTo("/oauth/token");
        assertThat(requireNonNull(request.getBody()).utf8())
                .isEqualTo(
                        "grant_type=client_credentials&client_id=an+id&client_secret=s%26cret&audience=https%3A%2F%2F"
                                + scripted.domain().value().replace(":", "%3A") + "%2Fapi%2Fv2%2F");
        assertThat(scripted.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "401 | {\"error\":\"access_denied\",\"error_description\":\"Unauthorized\"} | wrong-secret",
            "403 | {\"error\":\"access_denied\",\"error_description\":\"Client is not authorized to access \\\"x\\\". You need to\"} | not-authorized",
            "403 | {\"error\":\"access_denied\",\"error_description\":\"Service not enabled within domain: x\"} | custom-domain",
            "403 | {\"error\":\"unauthorized_client\",\"error_description\":\"Grant type 'client_credentials' not allowed for the client.\"} | grant-type",
            "429 | {\"error\":\"too_many_requests\",\"error_description\":\"Client quota exceeded\"} | quota",
            "403 | {\"error\":\"access_denied\",\"error_description\":\"Client has not been granted scopes: read:x\"} | not-granted",
            "403 | {\"error\":\"access_denied\",\"error_description\":\"No audience parameter was provided, and no default audience has been configured\"} | no-audience",
            "403 | {\"error\":\"unauthorized_client\",\"error_description\":\"Other\"} | refused",
            "429 | {\"error\":\"too_many_requests\",\"error_description\":\"Global limit has been reached\"} | busy",
            "429 | slow down | busy", "403 | {\"error\":\"access_denied\",\"error_description\":\"Other\"} | refused",
            "404 | <html>Not here</html> | not-a-tenant", "200 | {\"hello\":1} | not-a-tenant",
            "200 | {\"access_token\":\"opaque\"} | opaque"})
    void aRefusalOfTheTokenIsToldApart(int status, String body, String id) {
        scripted.answer(status, body);
        closed(application(), id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "401 | {\"error\":\"access_denied\",\"error_description\":\"Unauthorized\"} | wrong-key",
            "401 | {\"error\":\"invalid_client\",\"error_description\":\"Other\"} | wrong-key",
            "403 | {\"error\":\"unauthorized_client\",\"error_description\":\"Grant type 'client_credentials' not allowed for the client.\"} | grant-type"})
    void aRefusalOfAKeyIsToldApart(int status, String body, String id) throws Exception {
        scripted.answer(status, body);
        closed(keyed(), id);
        scripted.answer(401, "{\"error\":\"access_denied\"}", "Date", "Mon, 23 Nov 2026 05:07:00 GMT");
        assertThat(keyed()).isEqualTo(new Entry.Closed("clock-wrong", List.of("7")));
    }

    @Test
    void aKeySignsInPlaceOfASecret() throws Exception {
        scripted.answer(200, "{\"access_token\":\"" + good() + "\",\"expires_in\":60,\"token_type\":\"Bearer\"}");
        assertThat(keyed()).isInstanceOf(Entry.Open.class);
        var form = requireNonNull(scripted.server.takeRequest().getBody()).utf8();
        assertThat(form).startsWith("grant_type=client_credentials&client_id=an+id"
                + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
                + "&client_assertion=").doesNotContain("client_secret");
        var assertion = SignedJWT.parse(form.replaceAll(".*client_assertion=([^&]*).*", "$1"));
        assertThat(assertion.verify(new RSASSAVerifier((RSAPublicKey) KEY.getPublic()))).isTrue();
        assertThat(assertion.getJWTClaimsSet().getAudience()).containsExactly(scripted.domain().issuer());
        assertThat(assertion.getJWTClaimsSet().getIssuer()).isEqualTo("an id")
                .isEqualTo(assertion.getJWTClaimsSet().getSubject());
        assertThat(assertion.getJWTClaimsSet().getExpirationTime()).isEqualTo(NOW.plusSeconds(120));
    }

    private Entry keyed() throws Exception {
        var pem = ClientKeyTest.pem(KEY.getPrivate());
        return ManagementAccess.open(scripted.http, scripted.domain(),
                new Credentials.KeyApplication(" an id ", ClientKey.read(pem, "RS256").orThrow()));
    }

    private static KeyPair key() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void howLongATokenIsGoodIsTakenFromTheAnswerAndNotFromThisComputersClock() {
        var stale = Tokens.of(scripted.domain().value(), NOW.minusSeconds(3600));
        scripted.answer(200, "{\"access_token\":\"" + stale + "\",\"expires_in\":86400,\"token_type\":\"Bearer\"}");
        assertThat(application()).isInstanceOfSatisfying(Entry.Open.class,
                open -> assertThat(open.tenant().expires()).isEqualTo(NOW.plusSeconds(86400)));
    }

    @Test
    void aBrokenTenantIsNoFaultOfTheCredentials() {
        scripted.answer(503, "{\"error\":\"server_error\"}");
        assertThat(application()).isInstanceOfSatisfying(Entry.Failed.class,
                failed -> assertThat(failed.failure()).isInstanceOf(Failure.Refused.class));
        scripted.hangUp();
        assertThat(application()).isInstanceOfSatisfying(Entry.Failed.class,
                failed -> assertThat(failed.failure()).isInstanceOf(Failure.Unreachable.class));
    }

    @Test
    void aPastedTokenIsTriedOnceAtItsTenant() throws Exception {
        scripted.answer(200, "{\"flags\":{}}");
        var token = good();
        assertThat(pasted(" Bearer " + token.substring(0, 80) + "\n  " + token.substring(80) + "\n"))
                .isInstanceOf(Entry.Open.class);
        assertThat(scripted.server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer " + token);
        scripted.answer(403,
                "{\"statusCode\":403,\"error\":\"Forbidden\",\"message\":\"Insufficient scope, expected any of: read:tenant_settings\",\"errorCode\":\"insufficient_scope\"}");
        assertThat(pasted(token)).isInstanceOf(Entry.Open.class);
        scripted.answer(401, "{\"statusCode\":401,\"error\":\"Unauthorized\",\"message\":\"Invalid token.\"}");
        closed(pasted(token), "not-accepted");
        scripted.answer(401, RenewalTest.EXPIRED);
        closed(pasted(token), "expired");
        scripted.answer(401,
                "{\"statusCode\":401,\"message\":\"Invalid signature received for JSON Web Token validation\"}");
        closed(pasted(token), "bad-signature");
        scripted.answer(429, "{}", "Retry-After", "61");
        closed(pasted(token), "busy");
        scripted.answer(200, "<html>");
        closed(pasted(token), "not-a-tenant");
    }

    @Test
    void aTokenThatCannotBeForThisTenantIsNeverSent() {
        var token = good();
        var domain = scripted.domain().value();
        closed(pasted(""), "empty");
        closed(ManagementAccess.open(scripted.http, scripted.domain(),
                new Credentials.Application("id", Secret.of(""))), "empty");
        closed(pasted("MIIB-some-secret"), "opaque");
        closed(pasted("eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..aXY.Y2lwaGVy.dGFn"), "opaque");
        closed(pasted(base64("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}") + "..aXY"), "opaque");
        for (var length : List.of(10, 200, token.lastIndexOf('.'), token.lastIndexOf('.') + 1, token.length() - 20))
            closed(pasted(token.substring(0, length)), "truncated");
        closed(pasted(Tokens.of("other.eu.auth0.com", NOW.plusSeconds(60))), "other-tenant");
        closed(pasted(
                Tokens.of("https://" + domain + "/", List.of("https://api.example.com/"), NOW.plusSeconds(60), "")),
                "other-audience");
        closed(pasted(Tokens.of(domain, NOW)), "expired");
        closed(pasted(Tokens.of("acme.eu.auth0.com", NOW.plusSeconds(60)),
                TenantDomain.parse("login.acme.com").orThrow()), "custom-domain");
        assertThat(scripted.server.getRequestCount()).isZero();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void everyReasonHasItsTexts() {
        for (var id : Entry.Closed.IDS)
            for (var part : List.of("problem", "cause", "cure"))
                assertThat(Texts.english().has("access." + id + "." + part)).as(id + "." + part).isTrue();
    }
}

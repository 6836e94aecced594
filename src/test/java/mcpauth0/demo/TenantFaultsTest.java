package mcpauth0.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault of the tenant shows, and what lies before it still works. */
class TenantFaultsTest {

    private static PracticePair with(String... faults) throws Exception {
        return PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY).withFaults(faults));
    }

    @Test
    void unknownFaultIsNamed() {
        assertThatThrownBy(() -> with("no-such-thing").close()).hasMessageContaining("no-such-thing");
    }

    @Test
    void metadataFaultsChangeTheDocumentAlone() throws Exception {
        try (var pair = with()) {
            var both = List.of(document(pair, "openid-configuration"), document(pair, "oauth-authorization-server"));
            assertThat(both.getFirst().body()).isEqualTo(both.getLast().body());
            assertThat(both.getFirst().json().path("issuer").asText()).isEqualTo("https://" + pair.domain() + "/");
            assertThat(both.getFirst().json().path("authorization_response_iss_parameter_supported").asBoolean())
                    .isTrue();
        }
        try (var pair = with("as-metadata-not-found")) {
            assertThat(document(pair, "openid-configuration").status()).isEqualTo(404);
            assertThat(document(pair, "oauth-authorization-server").status()).isEqualTo(404);
        }
        try (var pair = with("as-pkce-not-advertised", "as-no-registration-path", "as-iss-not-advertised")) {
            var metadata = document(pair, "oauth-authorization-server").json();
            assertThat(metadata.has("code_challenge_methods_supported")).isFalse();
            assertThat(metadata.has("registration_endpoint")).isFalse();
            assertThat(metadata.has("authorization_response_iss_parameter_supported")).isFalse();
            assertThat(Walk.registered(pair).callback().location()).containsKey("code").doesNotContainKey("iss");
        }
        try (var pair = with("as-jwks-unreachable")) {
            assertThat(new Wire(pair).get("/.well-known/jwks.json").status()).isEqualTo(503);
        }
    }

    private static Wire.Got document(PracticePair pair, String name) {
        return new Wire(pair).get("/.well-known/" + name);
    }

    @Test
    void closedRegistrationStaysAdvertised() throws Exception {
        try (var pair = with("reg-dcr-disabled")) {
            assertThat(document(pair, "openid-configuration").json().has("registration_endpoint")).isTrue();
            var refused = new Wire(pair).postJson("/oidc/register", "{\"redirect_uris\":[\"https://x.example/\"]}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("message").asText()).isEqualTo("dynamic client registration is disabled");
        }
    }

    @Test
    void crowdedTenantTakesNoMoreClients() throws Exception {
        try (var pair = with("reg-dcr-quota")) {
            var refused = new Wire(pair).postJson("/oidc/register", "{\"redirect_uris\":[\"https://x.example/\"]}");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().path("errorCode").asText()).isEqualTo("too_many_entities");
        }
    }

    @Test
    void faultsOfTheLoginStopItWhereAuth0Does() throws Exception {
        assertThat(authorize("authz-resource-unknown")).contains("Service not found: https://localhost:");
        assertThat(authorize("authz-client-no-grant")).contains("is not authorized to access resource server");
        assertThat(authorize("authz-resource-ignored")).contains("The userinfo audience is not allowed");
        assertThat(authorize("authz-no-connection")).contains("no connections enabled for the client");
    }

    private static String authorize(String fault) throws Exception {
        try (var pair = with(fault)) {
            return Walk.registered(pair).authorize().body();
        }
    }

    @Test
    void deniedLoginAndForeignIssuerShowAfterSigningIn() throws Exception {
        try (var pair = with("authz-denied")) {
            assertThat(Walk.registered(pair).signIn().body()).contains("access_denied: ");
        }
        try (var pair = with("authz-iss-mismatch")) {
            assertThat(Walk.registered(pair).callback().location()).containsEntry("iss", "https://" + pair.domain());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "token-aud-wrong", "token-iss-wrong", "token-signature-unverifiable", "token-hs256"})
    void faultsOfTheTokenChangeOneThing(String fault) throws Exception {
        try (var pair = fault.isEmpty() ? with() : with(fault)) {
            var walk = Walk.registered(pair);
            var token = SignedJWT.parse(walk.tokens().json().path("access_token").asText());
            var claims = token.getJWTClaimsSet();
            var odd = new TreeSet<String>();
            if (!claims.getAudience().equals(List.of(pair.mcpUrl())))
                odd.add("token-aud-wrong");
            if (!claims.getIssuer().equals("https://" + pair.domain() + "/"))
                odd.add("token-iss-wrong");
            if (token.getHeader().getAlgorithm().getName().equals("HS256"))
                odd.add("token-hs256");
            else if (JWKSet.parse(walk.wire.get("/.well-known/jwks.json").body())
                    .getKeyByKeyId(token.getHeader().getKeyID()) == null)
                odd.add("token-signature-unverifiable");
            assertThat(String.join(" ", odd)).isEqualTo(fault);
            assertThat(claims.getClaims()).containsKeys("jti", "client_id", "scope");
            assertThat(walk.wire.api("GET", "tenants/settings", "").status()).isEqualTo(200);
        }
    }

    @Test
    void opaqueTokenAndMissingRefreshToken() throws Exception {
        try (var pair = with("token-opaque")) {
            assertThat(Walk.registered(pair).tokens().json().path("access_token").asText().split("\\.", -1)).hasSize(5);
        }
        try (var pair = with("token-no-refresh")) {
            assertThat(Walk.registered(pair).tokens().json().has("refresh_token")).isFalse();
        }
    }
}

package mcpauth0.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.util.Map;
import java.util.function.Consumer;
import mcpauth0.demo.PracticePair.Age;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tenants from before and after April 2026. */
class TenantAgesTest {

    @ParameterizedTest
    @EnumSource(value = Age.class, names = {"OLD", "OLD_SILENT"})
    void oldTenantGoesOnAsBefore(Age age) throws Exception {
        with(age, pair -> {
            pair.tenant().change(state -> state.grants().removeIf(grant -> grant.has("default_for")));
            var walk = Walk.registered(pair);
            assertThat(walk.clientId).hasSize(32).doesNotStartWith("tpc_");
            var tokens = walk.without("code_challenge").without("code_challenge_method").tokens().json();
            assertThat(tokens.path("scope").asText()).contains("mcp:use", "openid");
            assertThat(tokens.path("id_token").asText()).isNotEmpty();
            assertThat(walk.with("resource", "urn:none").authorize().location()).containsEntry("error",
                    "access_denied");
            var opaque = walk.without("resource").tokens().json().path("access_token").asText();
            assertThat(opaque.split("\\.", -1)).hasSize(5);
        });
    }

    @Test
    void oldTenantNeedsAConnectionOfTheWholeTenantToo() throws Exception {
        with(Age.OLD, pair -> {
            var walk = Walk.registered(pair);
            pair.tenant().change(state -> state.connections().forEach(each -> {
                each.put("is_domain_connection", false);
                each.withArray("enabled_clients").add(walk.clientId);
            }));
            assertThat(walk.authorize().location()).containsEntry("error_description",
                    "no connections enabled for the client");
        });
    }

    @Test
    void onlyAnOldTenantHasTheChoice() throws Exception {
        with(Age.OLD_SILENT, pair -> {
            var wire = new Wire(pair);
            assertThat(wire.api("GET", "tenants/settings", "").json()
                    .has("dynamic_client_registration_security_mode")).isFalse();
            assertThat(mode(wire, "strict").status()).isEqualTo(200);
            assertThat(Walk.registered(pair).clientId).startsWith("tpc_");
            assertThat(mode(wire, "permissive").status()).isEqualTo(200);
            assertThat(Walk.registered(pair).clientId).doesNotStartWith("tpc_");
        });
        with(Age.NEW, pair -> assertThat(mode(new Wire(pair), "permissive").status()).isEqualTo(400));
    }

    private static Wire.Got mode(Wire wire, String mode) {
        return wire.api("PATCH", "tenants/settings",
                "{\"dynamic_client_registration_security_mode\":\"" + mode + "\"}");
    }

    @Test
    void thirdPartyApplicationByHandIsStrictUnlessAnOldTenantSaysOtherwise() throws Exception {
        with(Age.OLD, pair -> {
            var wire = new Wire(pair);
            var usual = wire.api("POST", "clients", "{\"name\":\"A\",\"is_first_party\":false}").json();
            assertThat(usual.path("third_party_security_mode").asText()).isEqualTo("strict");
            var permissive = wire.api("POST", "clients",
                    "{\"name\":\"B\",\"is_first_party\":false,\"third_party_security_mode\":\"permissive\"}").json();
            assertThat(permissive.path("client_id").asText()).hasSize(32);
            assertThat(wire.api("PATCH", "clients/" + permissive.path("client_id").asText(),
                    "{\"third_party_security_mode\":\"strict\"}").status()).isEqualTo(400);
        });
        with(Age.NEW, pair -> assertThat(new Wire(pair).api("POST", "clients",
                "{\"name\":\"B\",\"is_first_party\":false,\"third_party_security_mode\":\"permissive\"}").status())
                .isEqualTo(400));
    }

    @Test
    void strictClientCannotSignInOnADevice() throws Exception {
        with(Age.NEW, pair -> {
            var answer = new Wire(pair).form("/oauth/device/code",
                    Map.of("client_id", Walk.registered(pair).clientId));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().path("error").asText()).isEqualTo("unauthorized_client");
        });
    }

    @Test
    void tokenOfOneTenantIsNoGoodAtTheOther() throws Exception {
        with(Age.NEW, one -> with(Age.OLD, two -> {
            var answer = new Wire(two).get("/api/v2/clients", "Authorization", "Bearer " + one.managementToken());
            assertThat(answer.status()).isEqualTo(401);
            assertThat(claim(one.managementToken(), "iss")).isNotEqualTo(claim(two.managementToken(), "iss"));
        }));
    }

    static String claim(String token, String name) {
        try {
            return String.valueOf(SignedJWT.parse(token).getJWTClaimsSet().getClaim(name));
        } catch (java.text.ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static void with(Age age, Consumer<PracticePair> story) {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY).aged(age))) {
            story.accept(pair);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}

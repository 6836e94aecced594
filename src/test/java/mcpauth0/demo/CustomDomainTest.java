package mcpauth0.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A tenant where people sign in at a domain of its own choice. */
class CustomDomainTest {

    private static PracticePair pair;
    private static Wire wire;
    private static String custom;

    @BeforeAll
    static void start() throws Exception {
        pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY).withCustomDomain());
        wire = new Wire(pair);
        custom = "https://" + pair.loginDomain();
    }

    @AfterAll
    static void stop() {
        pair.close();
    }

    @Test
    void eachDomainIsAnIssuerAndTheServerTrustsTheCustomOne() {
        assertThat(pair.loginDomain()).isNotEqualTo(pair.domain());
        assertThat(wire.get("/.well-known/openid-configuration").json().path("issuer").asText())
                .isEqualTo("https://" + pair.domain() + "/");
        var there = wire.get(custom + "/.well-known/openid-configuration").json();
        assertThat(there.path("issuer").asText()).isEqualTo(custom + "/");
        assertThat(there.path("token_endpoint").asText()).isEqualTo(custom + "/oauth/token");
        assertThat(wire.get(pair.mcpUrl().replace("/mcp", "/.well-known/oauth-protected-resource/mcp")).json()
                .path("authorization_servers").get(0).asText()).isEqualTo(custom + "/");
        assertThat(wire.api("GET", "custom-domains", "").json().get(0).path("domain").asText())
                .isEqualTo(pair.loginDomain());
    }

    @Test
    void loginAtTheCustomDomainNamesItAsTheIssuer() {
        var id = Walk.registered(pair).clientId;
        var walk = new Walk(wire.at(custom), id, pair.mcpUrl());
        var callback = walk.callback();
        assertThat(callback.parameter("iss")).isEqualTo(custom + "/");
        var token = walk.exchange(callback.parameter("code")).json().path("access_token").asText();
        assertThat(TenantAgesTest.claim(token, "iss")).isEqualTo(custom + "/");
        assertThat(TenantAgesTest.claim(Walk.registered(pair).tokens().json().path("access_token").asText(), "iss"))
                .isEqualTo("https://" + pair.domain() + "/");
    }

    @Test
    void managementTokenIsForTheCanonicalApiAndUsedWhereItWasFetched() {
        var audience = "https://" + pair.domain() + "/api/v2/";
        assertThat(token(custom, custom + "/api/v2/").json().path("error_description").asText())
                .isEqualTo("Service not enabled within domain: " + custom + "/api/v2/");
        var there = token(custom, audience).json().path("access_token").asText();
        assertThat(TenantAgesTest.claim(there, "aud")).contains(audience);
        assertThat(get(custom, there)).isEqualTo(200);
        assertThat(get("https://" + pair.domain(), there)).isEqualTo(401);
        assertThat(get(custom, pair.managementToken())).isEqualTo(401);
    }

    private static Wire.Got token(String at, String audience) {
        return wire.form(at + "/oauth/token", new TreeMap<>(Map.of("grant_type", "client_credentials", "audience",
                audience, "client_id", pair.clientId(), "client_secret", pair.clientSecret())));
    }

    private static int get(String at, String token) {
        return wire.get(at + "/api/v2/tenants/settings", "Authorization", "Bearer " + token).status();
    }
}

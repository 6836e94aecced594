package mcpauth0.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that signs instead of telling a secret. */
class SigningApplicationTest {

    private static PracticePair pair;
    private static PracticePair.SigningApplication application;
    private static Wire wire;

    @BeforeAll
    static void start() throws Exception {
        pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK));
        application = pair.signingApplication();
        wire = new Wire(pair);
    }

    @AfterAll
    static void stop() {
        pair.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "PS256"})
    void signatureOpensTheManagementApi(String algorithm) throws Exception {
        var answer = ask(assertion(claims(), algorithm, application.key()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(wire.get("/api/v2/roles", "Authorization",
                "Bearer " + answer.json().path("access_token").asText()).status()).isEqualTo(200);
    }

    @Test
    void sameApplicationIsGivenEveryTime() {
        assertThat(pair.signingApplication()).isEqualTo(application);
        assertThat(application.toString()).doesNotContain("PRIVATE");
    }

    @Test
    void assertionCountsOnce() throws Exception {
        var once = assertion(claims(), "RS256", application.key());
        assertThat(ask(once).status()).isEqualTo(200);
        refused(once, "'jti' claim must be present and not used before");
    }

    @Test
    void whatIsWrongIsRefusedAndStandsInTheLog() throws Exception {
        var now = Instant.now();
        refused(assertion(claims().audience("https://elsewhere/"), "RS256", application.key()),
                "'aud' claim must be https://" + pair.domain() + "/");
        refused(assertion(claims().issuer("somebody"), "RS256", application.key()),
                "'iss' and 'sub' claims must be the client_id");
        refused(assertion(claims().expirationTime(Date.from(now.minusSeconds(1))), "RS256", application.key()),
                "'exp' claim timestamp check failed");
        refused(assertion(claims().expirationTime(Date.from(now.plusSeconds(900))), "RS256", application.key()),
                "'exp' claim must specify a time that is no more than 5 minutes after 'iat'");
        refused(assertion(claims(), "RS512", application.key()), "algorithm RS512 is not allowed");
        refused(assertion(claims(), "RS256", otherKey()), "invalid signature");
        refused("no.jwt.here", "malformed client_assertion");
    }

    @Test
    void secretDoesNotHelp() {
        assertThat(wire.form("/oauth/token", Map.of("grant_type", "client_credentials", "audience", audience(),
                "client_id", application.clientId(), "client_secret", pair.clientSecret())).status()).isEqualTo(401);
    }

    private static String otherKey() throws Exception {
        try (var other = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK))) {
            return other.signingApplication().key();
        }
    }

    private static void refused(String assertion, String reason) {
        var answer = ask(assertion);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_client");
        var log = wire.api("GET", "logs?q=type:feccft&per_page=1&page=0", "").json().get(0);
        assertThat(log.path("details").path("client_authentication_error").asText()).isEqualTo(reason);
        assertThat(log.path("client_id").asText()).isEqualTo(application.clientId());
    }

    private static JWTClaimsSet.Builder claims() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder().issuer(application.clientId()).subject(application.clientId())
                .audience("https://" + pair.domain() + "/").issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120))).jwtID(UUID.randomUUID().toString());
    }

    private static String assertion(JWTClaimsSet.Builder claims, String algorithm, String pem) throws Exception {
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.parse(algorithm)), claims.build());
        jwt.sign(new RSASSASigner(JWK.parseFromPEMEncodedObjects(pem).toRSAKey().toPrivateKey()));
        return jwt.serialize();
    }

    private static Wire.Got ask(String assertion) {
        return wire.form("/oauth/token",
                new TreeMap<>(Map.of("grant_type", "client_credentials", "audience", audience(), "client_id",
                        application.clientId(), "client_assertion", assertion, "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")));
    }

    private static String audience() {
        return "https://" + pair.domain() + "/api/v2/";
    }
}

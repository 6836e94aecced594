package mcpauth0.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import mcpauth0.oauth.TokenVerification.Signature;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What can be said of an access token. */
class TokenVerificationTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final String ISSUER = "https://t.us.auth0.com/";
    private static final String AUDIENCE = "https://mcp.example.com/mcp";
    private static RSAKey key;
    private static RSAKey stranger;

    @BeforeAll
    static void keys() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        stranger = new RSAKeyGenerator(2048).keyID("k1").generate();
    }

    @Test
    void aGoodTokenHolds() throws JOSEException {
        var verified = verify(token(key, "k1", claims()), published(stranger(), key));
        assertThat(verified.signature()).isEqualTo(Signature.VALID);
        assertThat(verified.holds()).isTrue();
        assertThat(verify(token(key, null, claims()), published(key)).holds()).isTrue();
    }

    @Test
    void eachFactStandsAlone() throws JOSEException {
        var other = verify(token(key, "k1", new JWTClaimsSet.Builder(claims()).issuer(ISSUER + "x")
                .audience(List.of(AUDIENCE + "/", "y")).expirationTime(Date.from(NOW))
                .notBeforeTime(Date.from(NOW.plusSeconds(1)))
                .build()), published(key));
        assertThat(other).returns(Signature.VALID, TokenVerification::signature)
                .returns(false, TokenVerification::issuerMatches).returns(false, TokenVerification::audienceMatches)
                .returns(true, TokenVerification::expired).returns(true, TokenVerification::early)
                .returns(false, TokenVerification::holds);
    }

    @Test
    void signaturesAreToldApart() throws Exception {
        var good = token(key, "k1", claims());
        assertThat(verify(good, published(stranger)).signature()).isEqualTo(Signature.INVALID);
        assertThat(verify(good, published()).signature()).isEqualTo(Signature.NO_KEY);
        assertThat(verify(token(key, "k9", claims()), published(key)).signature()).isEqualTo(Signature.NO_KEY);
        assertThat(verify(good, PublishedKeys.NONE).signature()).isEqualTo(Signature.NO_KEY_SET);
        var shared = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims());
        shared.sign(new MACSigner(new byte[32]));
        assertThat(verify(shared.serialize(), published(key)).signature()).isEqualTo(Signature.SYMMETRIC);
        assertThat(verify(enc("{\"alg\":\"nOnE\"}") + "." + enc("{}") + ".", published(key)).signature())
                .isEqualTo(Signature.UNSIGNED);
        assertThat(verify("opaque", published(key)).signature()).isEqualTo(Signature.NOT_VERIFIABLE);
        assertThat(verify(enc("{\"alg\":\"EdDSA\"}") + "." + enc("{}") + ".x", published(key)).signature())
                .isEqualTo(Signature.NOT_VERIFIABLE);
    }

    @Test
    void formsAreToldApart() {
        assertThat(read("abc")).returns(AccessToken.Form.OPAQUE, AccessToken::form).returns(1, AccessToken::parts);
        assertThat(read("a.b.c")).returns(AccessToken.Form.OPAQUE, AccessToken::form).returns(3, AccessToken::parts);
        var jwe = read(enc("{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"iss\":\"https://t/\"}") + "..a.b.c");
        assertThat(jwe).returns(AccessToken.Form.JWE, AccessToken::form).returns(5, AccessToken::parts)
                .returns("dir", AccessToken::algorithm).returns(null, AccessToken::claims);
        var odd = read(enc("{\"alg\":\"RS256\"}") + "." + enc("{\"aud\":7,\"exp\":\"x\",\"scope\":\"\"}") + ".c");
        assertThat(odd).returns(AccessToken.Form.JWT, AccessToken::form).returns(null, AccessToken::expires)
                .returns(null, AccessToken::issuer);
        assertThat(odd.audience()).isEmpty();
        assertThat(odd.scopes()).isEmpty();
        assertThat(odd.toString()).doesNotContain("eyJ");
    }

    @Test
    void keySetsAreReadAsFarAsTheyGo() throws IOException {
        try (var script = new Script()) {
            script.on("/jwks", Script.json(200, "{\"keys\":[" + key.toPublicJWK().toJSONString()
                    + ",{\"kty\":\"XYZ\"},{\"kty\":\"RSA\"},7]}"));
            var seen = PublishedKeys.fetch(script.http(), script.url("/jwks"), Duration.ofSeconds(5));
            assertThat(seen.keys()).hasSize(1);
            assertThat(seen.unreadable()).isEqualTo(3);
            assertThat(seen.document()).isTrue();
            script.on("/jwks", Script.json(200, "{\"keys\":{}}"));
            assertThat(PublishedKeys.fetch(script.http(), script.url("/jwks"), Duration.ofSeconds(5)).document())
                    .isFalse();
        }
    }

    private static TokenVerification verify(String token, PublishedKeys keys) {
        return TokenVerification.of(read(token), keys, ISSUER, AUDIENCE, NOW);
    }

    private static AccessToken read(String token) {
        return AccessToken.of(Secret.of(token));
    }

    private static PublishedKeys published(JWK... keys) {
        return new PublishedKeys("https://t/jwks", null, true, List.of(keys), 0);
    }

    private static JWK stranger() throws JOSEException {
        return new RSAKey.Builder(stranger).keyID("k2").build();
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder().issuer(ISSUER).audience(AUDIENCE).subject("s")
                .expirationTime(Date.from(NOW.plusSeconds(60))).build();
    }

    private static String token(RSAKey signer, @Nullable String kid, JWTClaimsSet claims)
            throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build(), claims);
        token.sign(new RSASSASigner(signer));
        return token.serialize();
    }

    private static String enc(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}

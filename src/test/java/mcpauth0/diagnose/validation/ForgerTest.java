package mcpauth0.diagnose.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import mcpauth0.oauth.AccessToken;
import mcpauth0.setup.Secret;
import org.junit.jupiter.api.Test;

class ForgerTest {

    private final RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();
    private final AccessToken token = token();
    private final Forger forger = new Forger(token);
    private final Stranger stranger = new Stranger(token);

    ForgerTest() throws Exception {
        // The key's making may fail.
    }

    private AccessToken token() throws Exception {
        var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(),
                new JWTClaimsSet.Builder().issuer("https://t/").audience("https://a/mcp").build());
        jwt.sign(new RSASSASigner(key));
        return AccessToken.of(Secret.of(jwt.serialize()));
    }

    @Test
    void whatIsTamperedNoLongerVerifiesAndIsStillReadable() throws Exception {
        for (var forged : List.of(forger.tamperedSignature(), forger.tamperedClaims(),
                stranger.otherIssuer("https://o/"),
                stranger.embedded(), stranger.strangeKeyIds()))
            for (var one : forged.values()) {
                var jwt = SignedJWT.parse(one.reveal());
                assertThat(jwt.verify(new RSASSAVerifier(key.toRSAPublicKey()))).isFalse();
                assertThat(jwt.getJWTClaimsSet().getAudience()).containsExactly("https://a/mcp");
            }
    }

    @Test
    void unsignedTokensHaveNoSignature() {
        var signature = token.value().reveal().split("\\.", -1)[2];
        assertThat(forger.unsigned()).hasSize(8)
                .allSatisfy((variant, one) -> assertThat(one.reveal().split("\\.", -1)[2])
                        .isEqualTo(variant.endsWith("-signed") ? signature : ""))
                .allSatisfy(
                        (variant, one) -> assertThat(AccessToken.of(one).algorithm()).isEqualToIgnoringCase("none"));
    }

    @Test
    void thePublicKeyVerifiesWhatItWasMadeASecretFor() throws Exception {
        var made = forger.publicKeyAsSecret(List.<JWK>of(key.toPublicJWK()));
        assertThat(made).containsKeys("spki-pem", "spki-pem-newline", "spki-der", "pkcs1-pem", "pkcs1-der", "jwk-text");
        var spellings = KeySpellings.of(key.toPublicJWK());
        for (var one : made.entrySet())
            assertThat(SignedJWT.parse(one.getValue().reveal())
                    .verify(new MACVerifier(spellings.getOrDefault(one.getKey(), new byte[32])))).isTrue();
    }
}

package mcpauth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.StringWriter;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.TenantDomain;
import okhttp3.tls.HeldCertificate;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are a key, and what is said about the others. */
class ClientKeyTest {

    private static final KeyPair PAIR = pair("RSA", 2048);

    private static KeyPair pair(String algorithm, int size) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a key tool writes for one of these. */
    static String pem(Object... objects) throws Exception {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            for (var object : objects)
                writer.writeObject(object);
        }
        return text.toString();
    }

    private static String pkcs8(KeyPair pair) throws Exception {
        return pem(new JcaPKCS8Generator(pair.getPrivate(), null));
    }

    private static void bad(String pem, String id) {
        assertThat(ClientKey.read(pem, "RS256"))
                .isInstanceOfSatisfying(Parsed.Bad.class, bad -> assertThat(bad.id()).isEqualTo(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "PS256"})
    void bothFormsOfAnRsaKeySignForThisTenantAlone(String algorithm) throws Exception {
        var now = Instant.parse("2026-11-23T05:00:00Z");
        var certificate = new HeldCertificate.Builder().build();
        for (var text : List.of(pkcs8(PAIR), pem(PAIR.getPrivate()),
                "Bag Attributes\r\n" + pkcs8(PAIR).replace("\n", "\r\n"),
                certificate.certificatePem() + pkcs8(PAIR))) {
            var key = ClientKey.read(text, algorithm).orThrow();
            var assertion = SignedJWT
                    .parse(key.assertion("abc", TenantDomain.parse("acme.eu.auth0.com").orThrow(), now));
            assertThat(assertion.verify(new RSASSAVerifier((RSAPublicKey) PAIR.getPublic()))).isTrue();
            assertThat(assertion.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
            var claims = assertion.getJWTClaimsSet();
            assertThat(claims.getIssuer()).isEqualTo("abc").isEqualTo(claims.getSubject());
            assertThat(claims.getAudience()).containsExactly("https://acme.eu.auth0.com/");
            assertThat(claims.getExpirationTime().toInstant()).isEqualTo(now.plusSeconds(120));
            assertThat(claims.getJWTID()).isNotEqualTo(SignedJWT
                    .parse(key.assertion("abc", TenantDomain.parse("acme.eu.auth0.com").orThrow(), now))
                    .getJWTClaimsSet().getJWTID());
        }
    }

    @Test
    void whatIsNoUsableKeyIsSaidByItsName() throws Exception {
        var locked = new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
                .setProvider(new BouncyCastleProvider())
                .setPassword("password".toCharArray()).build();
        bad(pem(new JcaPKCS8Generator(PAIR.getPrivate(), locked)), "key-encrypted");
        bad(pem(new JcaMiscPEMGenerator(PAIR.getPrivate(),
                new JcePEMEncryptorBuilder("AES-128-CBC")
                        .setProvider(new BouncyCastleProvider())
                        .build("password".toCharArray()))),
                "key-encrypted");
        bad(pem(PAIR.getPublic()), "key-public");
        bad(new HeldCertificate.Builder().build().certificatePem(), "key-certificate");
        bad(pkcs8(pair("EC", 256)), "key-not-rsa");
        bad(pem(pair("EC", 256).getPrivate()), "key-not-rsa");
        bad(pkcs8(pair("RSA", 1024)), "key-short");
        bad("", "key-none");
        bad("MIIB, just text", "key-none");
        bad(pkcs8(PAIR).substring(0, 400), "key-broken");
        bad("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "key-broken");
    }

    @Test
    void aKeyNeverShowsItself() throws Exception {
        var key = ClientKey.read(pkcs8(PAIR), "RS256").orThrow();
        var shown = key + " " + new Credentials.KeyApplication("abc", key);
        assertThat(shown).contains("abc").doesNotContain("BEGIN").doesNotContain("odulus")
                .doesNotContain(Base64.getEncoder().encodeToString(PAIR.getPrivate().getEncoded()).substring(40, 80));
        assertThatIllegalArgumentException().isThrownBy(() -> ClientKey.read(pkcs8(PAIR), "HS256"));
    }
}

package mcpauth0.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import mcpauth0.setup.Parsed;

/** A client's private key, with which it signs who it is (RFC 7523 §2.2). Prints as dots. */
public final class AssertionKey {

    private static final Pattern PKCS8 = Pattern
            .compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private final PrivateKey key;
    private final JWSAlgorithm algorithm;

    private AssertionKey(PrivateKey key, JWSAlgorithm algorithm) {
        this.key = key;
        this.algorithm = algorithm;
    }

    /**
     * Reads the first PKCS#8 key of a PEM text.
     *
     * @param algorithm of RSA or an elliptic curve: {@code RS256}, {@code PS256}, {@code ES256} …
     */
    public static Parsed<AssertionKey> read(String pem, String algorithm) {
        var found = PKCS8.matcher(pem);
        if (!found.find())
            return Parsed.bad("key-none");
        var jws = JWSAlgorithm.parse(algorithm);
        try {
            var bytes = Base64.getMimeDecoder().decode(found.group(1));
            var keys = KeyFactory.getInstance(JWSAlgorithm.Family.EC.contains(jws) ? "EC" : "RSA");
            return Parsed.good(new AssertionKey(keys.generatePrivate(new PKCS8EncodedKeySpec(bytes)), jws));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Parsed.bad("key-broken");
        }
    }

    /** @throws JOSEException when the key is too short for its algorithm */
    JWSSigner signer() throws JOSEException {
        return JWSAlgorithm.Family.EC.contains(algorithm)
                ? new ECDSASigner(key, Curve.forJWSAlgorithm(algorithm).iterator().next())
                : new RSASSASigner(key);
    }

    JWSAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    public String toString() {
        return "••••••••";
    }
}

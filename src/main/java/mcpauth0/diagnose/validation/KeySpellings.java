package mcpauth0.diagnose.validation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.jspecify.annotations.Nullable;

/** The ways in which a server may keep the one public key, as bytes. */
final class KeySpellings {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[]{'\n'});

    private KeySpellings() {
    }

    static Map<String, byte[]> of(@Nullable JWK key) {
        var made = new LinkedHashMap<String, byte[]>();
        if (!(key instanceof AsymmetricJWK asymmetric))
            return made;
        try {
            pem(made, "spki", "PUBLIC KEY", asymmetric.toPublicKey().getEncoded());
            if (key instanceof RSAKey rsa) {
                var published = rsa.toRSAPublicKey();
                pem(made, "pkcs1", "RSA PUBLIC KEY",
                        new RSAPublicKey(published.getModulus(), published.getPublicExponent()).getEncoded());
                made.put("modulus", rsa.getModulus().toString().getBytes(StandardCharsets.US_ASCII));
            }
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
        if (key.getX509CertChain() != null && !key.getX509CertChain().isEmpty()) {
            var certificate = key.getX509CertChain().getFirst();
            made.put("x5c", certificate.toString().getBytes(StandardCharsets.US_ASCII));
            pem(made, "certificate", "CERTIFICATE", certificate.decode());
        }
        made.put("jwk-text", key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8));
        return made;
    }

    /** As text without and with a line break at its end, and as bytes. */
    private static void pem(Map<String, byte[]> made, String name, String label, byte[] encoded) {
        var text = "-----BEGIN " + label + "-----\n" + LINES.encodeToString(encoded) + "\n-----END " + label + "-----";
        made.put(name + "-pem", text.getBytes(StandardCharsets.US_ASCII));
        made.put(name + "-pem-newline", (text + "\n").getBytes(StandardCharsets.US_ASCII));
        made.put(name + "-der", encoded);
    }
}

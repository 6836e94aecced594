package mcpauth0.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.X509CertUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The mistakes that servers make with where a key comes from, one per fault. Addresses are fetched on this machine alone: the
 * practice can be led nowhere else.
 */
final class MisledKeys {

    private static final int MILLIS = 2000;
    private static final int BYTES = 1 << 16;

    private MisledKeys() {
    }

    /** Whether the token holds under the key that its own header leads to. */
    static boolean verifies(String fault, String token) {
        try {
            var object = JWSObject.parse(token);
            if (fault.equals("rs-accepts-kid-injection"))
                return object.getHeader().getAlgorithm().getName().equals("HS256")
                        && "/dev/null".equals(path(object.getHeader().getKeyID())) && holdsWithNothing(token);
            var key = key(fault, object);
            return key != null && object.verify(new RSASSAVerifier(key));
        } catch (ParseException | JOSEException | IOException e) {
            return false;
        }
    }

    /** Whether looking for that key breaks the statement that looks for it. */
    static boolean breaksTheQuery(String token) {
        try {
            var id = JWSObject.parse(token).getHeader().getKeyID();
            return id != null && id.contains("'");
        } catch (ParseException e) {
            return false;
        }
    }

    private static @Nullable RSAPublicKey key(String fault, JWSObject object)
            throws IOException, ParseException, JOSEException {
        var header = object.getHeader();
        return switch (fault) {
            case "rs-accepts-embedded-jwk" ->
                header.getJWK() instanceof RSAKey embedded ? embedded.toRSAPublicKey() : null;
            case "rs-accepts-jku" -> {
                var found = header.getJWKURL() == null ? null : JWKSet.parse(fetched(header.getJWKURL()));
                var key = found == null ? null : found.getKeyByKeyId(header.getKeyID());
                yield key instanceof RSAKey rsa ? rsa.toRSAPublicKey() : null;
            }
            case "rs-accepts-x5u" -> {
                var found = header.getX509CertURL() == null
                        ? null
                        : X509CertUtils.parse(fetched(header.getX509CertURL()));
                yield found != null && found.getPublicKey() instanceof RSAPublicKey rsa ? rsa : null;
            }
            default -> null;
        };
    }

    private static String fetched(URI address) throws IOException {
        var host = String.valueOf(address.getHost());
        if (!host.matches("localhost|127\\.[0-9.]+") || !InetAddress.getByName(host).isLoopbackAddress())
            throw new IOException("not on this machine");
        return new DefaultResourceRetriever(MILLIS, MILLIS, BYTES).retrieveResource(address.toURL()).getContent();
    }

    /** Of a key file that is looked for by the key's id. */
    private static @Nullable String path(@Nullable String keyId) {
        return keyId == null
                ? null
                : URI.create("file:/srv/app/keys/" + keyId).normalize().getPath()
                        .replaceFirst("^(/\\.\\.)+", "");
    }

    private static boolean holdsWithNothing(String token) {
        var end = token.lastIndexOf('.');
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[1], "HmacSHA256"));
            var right = mac.doFinal(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
            return MessageDigest.isEqual(right,
                    new Base64URL(token.substring(end + 1)).decode());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

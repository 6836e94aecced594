package mcpauth0.auth0;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.TenantDomain;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.jspecify.annotations.Nullable;

/**
 * The private key of an application that proves itself with Private Key JWT (RFC 7523 §2.2), which is a feature of Auth0's
 * Enterprise plans. Prints as dots.
 */
public final class ClientKey {

    /** The signature algorithms of Auth0's credentials, the usual one first; a credential is made for one of them. */
    public static final List<String> ALGORITHMS = List.of("RS256", "RS384", "PS256");

    private static final int SHORTEST = 2048;
    private static final int LONGEST_FILE = 1 << 20;
    private static final Duration GOOD_FOR = Duration.ofMinutes(2);

    private final RSAPrivateKey key;
    private final JWSAlgorithm algorithm;

    private ClientKey(RSAPrivateKey key, JWSAlgorithm algorithm) {
        this.key = key;
        this.algorithm = algorithm;
    }

    /**
     * Reads PKCS#8 and PKCS#1; of several things in one file, the first private key counts.
     *
     * @param algorithm one of {@link #ALGORITHMS}
     * @throws IllegalArgumentException for another algorithm
     */
    public static Parsed<ClientKey> read(String pem, String algorithm) {
        if (!ALGORITHMS.contains(algorithm))
            throw new IllegalArgumentException(algorithm);
        Parsed<ClientKey> problem = Parsed.bad("key-none");
        try (var parser = new PEMParser(new StringReader(pem))) {
            for (var object = parser.readObject(); object != null; object = parser.readObject()) {
                var info = privateKey(object);
                if (info != null)
                    return of(info, JWSAlgorithm.parse(algorithm));
                problem = switch (object) {
                    case PEMEncryptedKeyPair _,PKCS8EncryptedPrivateKeyInfo _ -> Parsed.bad("key-encrypted");
                    case SubjectPublicKeyInfo _ -> Parsed.bad("key-public");
                    case X509CertificateHolder _ -> Parsed.bad("key-certificate");
                    default -> problem;
                };
            }
            return problem;
        } catch (IOException e) {
            return Parsed.bad("key-broken");
        }
    }

    /** Reads such a file. */
    public static Parsed<ClientKey> read(Path file, String algorithm) {
        try {
            return Files.size(file) > LONGEST_FILE
                    ? Parsed.bad("key-none")
                    : read(Files.readString(file), algorithm);
        } catch (IOException _) {
            return Parsed.bad("key-unreadable", file.toString());
        }
    }

    private static @Nullable PrivateKeyInfo privateKey(Object object) {
        return switch (object) {
            case PrivateKeyInfo info -> info;
            case PEMKeyPair pair -> pair.getPrivateKeyInfo();
            default -> null;
        };
    }

    private static Parsed<ClientKey> of(PrivateKeyInfo info, JWSAlgorithm algorithm) throws PEMException {
        if (!info.getPrivateKeyAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)
                || !(new JcaPEMKeyConverter().getPrivateKey(info) instanceof RSAPrivateKey key))
            return Parsed.bad("key-not-rsa");
        var bits = key.getModulus().bitLength();
        return bits < SHORTEST
                ? Parsed.bad("key-short", String.valueOf(bits))
                : Parsed.good(new ClientKey(key, algorithm));
    }

    /** Says for two minutes, to this tenant alone, that the application is the one that asks. Different each time. */
    String assertion(String clientId, TenantDomain domain, Instant now) {
        var claims = new JWTClaimsSet.Builder().issuer(clientId).subject(clientId).audience(domain.issuer())
                .jwtID(UUID.randomUUID().toString()).issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(GOOD_FOR))).build();
        var jwt = new SignedJWT(new JWSHeader(algorithm), claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    @Override
    public String toString() {
        return "••••••••";
    }
}

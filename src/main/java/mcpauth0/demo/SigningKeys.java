package mcpauth0.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/**
 * The tenant's keys: the current one, which signs, the next one, which is only published, and one that only the tenant
 * itself can read. Making an RSA key takes a while, so the current one is made while the tenant starts.
 */
final class SigningKeys {

    private final CompletableFuture<Key> current;
    private final Ids ids;
    private final byte[] own = new byte[32];

    private record Key(String kid, HeldCertificate held) {
    }

    /** Nobody ever signs with the next key, so all pairs of the program publish the same one. */
    private static final class Next {
        static final Key KEY = make("next.localhost", new Ids());
    }

    /** @param domain what the keys' certificates say */
    SigningKeys(String domain, Ids ids) {
        this.ids = ids;
        new SecureRandom().nextBytes(own);
        Executor beside = work -> Thread.ofVirtual().name("key").start(work);
        current = CompletableFuture.supplyAsync(() -> make(domain, ids), beside);
    }

    private static Key make(String domain, Ids ids) {
        return new Key(ids.letters(21), new HeldCertificate.Builder().commonName(domain).rsa2048().build());
    }

    /** The published keys: RSA only, each with its certificate. */
    JsonNode published(boolean withAlg) {
        var all = JsonNodeFactory.instance.objectNode();
        var keys = all.putArray("keys");
        for (var key : List.of(current.join(), Next.KEY)) {
            var publicKey = (RSAPublicKey) key.held.keyPair().getPublic();
            var node = keys.addObject().put("kty", "RSA").put("use", "sig")
                    .put("n", Base64URL.encode(publicKey.getModulus()).toString())
                    .put("e", Base64URL.encode(publicKey.getPublicExponent()).toString()).put("kid", key.kid)
                    .put("x5t", thumbprint(key.held));
            node.putArray("x5c").add(Base64.encode(encoded(key.held)).toString());
            if (withAlg)
                node.put("alg", "RS256");
        }
        return all;
    }

    /** RS256 with the current key. */
    String sign(JWTClaimsSet claims, String type) {
        return sign(claims, type, current.join());
    }

    /** RS256 with a key that nobody publishes. */
    String signAsStranger(JWTClaimsSet claims, String type) {
        return sign(claims, type, make("stranger", ids));
    }

    static String signSymmetrically(JWTClaimsSet claims, String type, String secret) {
        try {
            var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType(type)).build(),
                    claims);
            jwt.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token that only this tenant can read: five parts, the second empty. */
    String seal(JWTClaimsSet claims, String issuer) {
        try {
            var header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).issuer(issuer)
                    .build();
            var jwe = new JWEObject(header, new Payload(claims.toString()));
            jwe.encrypt(new DirectEncrypter(own));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a sealed token says, null where it is none of ours. */
    @Nullable
    JWTClaimsSet unseal(String token) {
        try {
            var jwe = JWEObject.parse(token);
            jwe.decrypt(new DirectDecrypter(own));
            return JWTClaimsSet.parse(jwe.getPayload().toString());
        } catch (JOSEException | ParseException e) {
            return null;
        }
    }

    /** A signed token in an envelope, as APIs with token encryption get it. */
    String wrap(String signed) {
        try {
            var key = current.join();
            var jwe = new JWEObject(new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                    .contentType("JWT").keyID(key.kid).build(), new Payload(signed));
            jwe.encrypt(new RSAEncrypter((RSAPublicKey) key.held.keyPair().getPublic()));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the current key made this signature. */
    boolean signed(SignedJWT token) {
        try {
            return token.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
                    && token.verify(new RSASSAVerifier((RSAPublicKey) current.join().held.keyPair().getPublic()));
        } catch (JOSEException e) {
            return false;
        }
    }

    private static String sign(JWTClaimsSet claims, String type, Key key) {
        try {
            var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType(type))
                    .keyID(key.kid).build(), claims);
            jwt.sign(new RSASSASigner(key.held.keyPair().getPrivate()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String thumbprint(HeldCertificate held) {
        try {
            return Base64URL.encode(MessageDigest.getInstance("SHA-1").digest(encoded(held))).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encoded(HeldCertificate held) {
        try {
            return held.certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

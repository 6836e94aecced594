package mcpauth0.demo;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** The certificate authority of one practice pair. It is made at start and its key is never written anywhere. */
final class Authority {

    private static final int DAYS = 90;

    private final HeldCertificate held = lasting().commonName("MCP Auth0 Setup practice authority")
            .organizationalUnit("Practice").certificateAuthority(0).build();

    X509Certificate certificate() {
        return held.certificate();
    }

    /** With its key, to sign odd certificates with. */
    HeldCertificate held() {
        return held;
    }

    String pem() {
        return held.certificatePem();
    }

    /** A good certificate for {@code localhost} and 127.0.0.1. */
    SSLContext good() {
        return contextOf(leaf());
    }

    /** The same as {@link #good}, with its key. */
    HeldCertificate leaf() {
        return lasting().commonName("localhost").addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1").addSubjectAlternativeName(Surroundings.NAME).signedBy(held)
                .build();
    }

    /** Good since yesterday, so that a clock that is a little late does not matter, and for a practice of any length. */
    static HeldCertificate.Builder lasting() {
        var now = Instant.now();
        return new HeldCertificate.Builder().validityInterval(now.minus(Duration.ofDays(1)).toEpochMilli(),
                now.plus(Duration.ofDays(DAYS)).toEpochMilli());
    }

    static SSLContext contextOf(HeldCertificate leaf) {
        return new HandshakeCertificates.Builder().heldCertificate(leaf).build().sslContext();
    }
}

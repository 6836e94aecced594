package mcpauth0.demo;

import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** The certificate authority of one practice pair. It is made at start and its key is never written anywhere. */
final class Authority {

    private final HeldCertificate held = new HeldCertificate.Builder().commonName("MCP Auth0 Setup practice authority")
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
        return new HeldCertificate.Builder().commonName("localhost").addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1").signedBy(held).build();
    }

    static SSLContext contextOf(HeldCertificate leaf) {
        return new HandshakeCertificates.Builder().heldCertificate(leaf).build().sslContext();
    }
}

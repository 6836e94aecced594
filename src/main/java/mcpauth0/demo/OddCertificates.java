package mcpauth0.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import okhttp3.tls.HeldCertificate;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The certificates that the practice server shows: good ones, or such with the mistakes of its faults. */
final class OddCertificates {

    /** Where the certificate says that its issuer's is to be had. */
    static final String ISSUER_ADDRESS = "http://" + Surroundings.ISSUER_NAME + "/issuer.cer";

    private static final List<String> NAMES = List.of("localhost", "127.0.0.1", Surroundings.NAME);

    private final Identity shown;
    private final X509Certificate issuer;

    private OddCertificates(Identity shown, X509Certificate issuer) {
        this.shown = shown;
        this.issuer = issuer;
    }

    static OddCertificates with(Authority authority, Set<String> faults) {
        if (faults.contains("tls-chain-incomplete"))
            return unfinished(authority);
        var own = own(authority, faults);
        var shown = faults.contains("tls-chain-order")
                ? Identity.of(own, own.certificate(), stranger().certificate())
                : Identity.of(own, own.certificate());
        return new OddCertificates(shown, authority.certificate());
    }

    SSLContext context() {
        return shown.context(issuer);
    }

    /** Of whoever signed the server's own. */
    X509Certificate issuer() {
        return issuer;
    }

    /** What a content network shows for a name that it has no certificate for yet. */
    static SSLContext pending(Authority authority) {
        var leaf = Authority.lasting().commonName("edge.practice.invalid")
                .addSubjectAlternativeName("edge.practice.invalid").signedBy(authority.held()).build();
        return Identity.of(leaf, leaf.certificate()).context(authority.certificate());
    }

    private static HeldCertificate own(Authority authority, Set<String> faults) {
        if (faults.contains("tls-weak-signature"))
            return signed(authority.held(), "SHA1withECDSA", Extension.extendedKeyUsage,
                    new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        if (faults.contains("tls-wrong-purpose"))
            return signed(authority.held(), "SHA256withECDSA", Extension.extendedKeyUsage,
                    new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
        var leaf = Authority.lasting().commonName("localhost");
        if (faults.contains("tls-hostname-mismatch"))
            leaf.addSubjectAlternativeName("mcp.practice.invalid");
        else
            NAMES.forEach(leaf::addSubjectAlternativeName);
        if (faults.contains("tls-weak-key"))
            leaf.keyPair(keys("RSA", 1024));
        if (faults.contains("tls-expired"))
            valid(leaf, -60, -30);
        if (faults.contains("tls-not-yet-valid"))
            valid(leaf, 30, 120);
        if (faults.contains("tls-expires-soon"))
            valid(leaf, -80, 10);
        return leaf.signedBy(faults.contains("tls-untrusted-ca") ? stranger() : authority.held()).build();
    }

    /** @param from days from now */
    private static void valid(HeldCertificate.Builder leaf, int from, int until) {
        var now = Instant.now();
        leaf.validityInterval(now.plus(Duration.ofDays(from)).toEpochMilli(),
                now.plus(Duration.ofDays(until)).toEpochMilli());
    }

    /** One certificate between the authority's and the server's own, which is not sent; the own one tells where it is. */
    private static OddCertificates unfinished(Authority authority) {
        var between = Authority.lasting().commonName("Practice issuing authority").organizationalUnit("Practice")
                .certificateAuthority(0).signedBy(authority.held()).build();
        var leaf = signed(between, "SHA256withECDSA", Extension.authorityInfoAccess,
                new AuthorityInformationAccess(AccessDescription.id_ad_caIssuers,
                        new GeneralName(GeneralName.uniformResourceIdentifier, ISSUER_ADDRESS)));
        return new OddCertificates(Identity.of(leaf, leaf.certificate()), between.certificate());
    }

    /** An authority that is in nobody's list. */
    private static HeldCertificate stranger() {
        return Authority.lasting().commonName("Some other authority").certificateAuthority(0).build();
    }

    /** With an algorithm or an extension that the usual maker does not know. */
    private static HeldCertificate signed(HeldCertificate issuer, String algorithm, ASN1ObjectIdentifier extension,
            ASN1Encodable value) {
        try {
            var keys = keys("EC", 256);
            var now = Instant.now();
            var names = new GeneralNames(Stream.of("localhost", Surroundings.NAME)
                    .map(name -> new GeneralName(GeneralName.dNSName, name)).toArray(GeneralName[]::new));
            var holder = new JcaX509v3CertificateBuilder(issuer.certificate(), BigInteger.valueOf(now.toEpochMilli()),
                    Date.from(now.minus(Duration.ofDays(1))), Date.from(now.plus(Duration.ofDays(60))),
                    new X500Principal("CN=localhost"), keys.getPublic())
                    .addExtension(Extension.subjectAlternativeName, false, names).addExtension(extension, false, value)
                    .build(new JcaContentSignerBuilder(algorithm).build(issuer.keyPair().getPrivate()));
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
            return new HeldCertificate(keys, certificate);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys(String type, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(type);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

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
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import okhttp3.tls.HeldCertificate;
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
        var root = faults.contains("tls-untrusted-ca") ? stranger() : authority.held();
        var incomplete = faults.contains("tls-chain-incomplete");
        var issuer = incomplete ? between(root) : root;
        var own = own(issuer, faults);
        var shown = faults.contains("tls-chain-order")
                ? Identity.of(own, own.certificate(), stranger().certificate())
                : Identity.of(own, own.certificate());
        return new OddCertificates(shown, issuer.certificate());
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

    /** The server's own, with every mistake that is wanted. */
    private static HeldCertificate own(HeldCertificate issuer, Set<String> faults) {
        try {
            var keys = faults.contains("tls-weak-key") ? keys("RSA", 1024) : keys("EC", 256);
            var now = Instant.now();
            var names = faults.contains("tls-hostname-mismatch") ? List.of("mcp.practice.invalid") : NAMES;
            var holder = new JcaX509v3CertificateBuilder(issuer.certificate(), BigInteger.valueOf(now.toEpochMilli()),
                    Date.from(now.plus(begins(faults))), Date.from(now.plus(ends(faults))),
                    new X500Principal("CN=localhost"), keys.getPublic())
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(
                            names.stream().map(OddCertificates::named).toArray(GeneralName[]::new)))
                    .addExtension(Extension.extendedKeyUsage, false,
                            new ExtendedKeyUsage(faults.contains("tls-wrong-purpose")
                                    ? KeyPurposeId.id_kp_clientAuth
                                    : KeyPurposeId.id_kp_serverAuth));
            if (faults.contains("tls-chain-incomplete"))
                holder.addExtension(Extension.authorityInfoAccess, false,
                        new AuthorityInformationAccess(AccessDescription.id_ad_caIssuers,
                                new GeneralName(GeneralName.uniformResourceIdentifier, ISSUER_ADDRESS)));
            var signer = new JcaContentSignerBuilder(
                    faults.contains("tls-weak-signature") ? "SHA1withECDSA" : "SHA256withECDSA");
            var signed = holder.build(signer.build(issuer.keyPair().getPrivate()));
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(signed.getEncoded()));
            return new HeldCertificate(keys, certificate);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralName named(String name) {
        return new GeneralName(name.equals("127.0.0.1") ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    private static Duration begins(Set<String> faults) {
        if (faults.contains("tls-not-yet-valid"))
            return Duration.ofDays(30);
        if (faults.contains("tls-expired"))
            return Duration.ofDays(-60);
        return Duration.ofDays(faults.contains("tls-expires-soon") ? -80 : -1);
    }

    private static Duration ends(Set<String> faults) {
        if (faults.contains("tls-expired"))
            return Duration.ofDays(-30);
        return Duration.ofDays(faults.contains("tls-expires-soon") ? 10 : 60);
    }

    /** An authority between another and the server's own certificate, which is not sent; the own one tells where it is. */
    private static HeldCertificate between(HeldCertificate root) {
        return Authority.lasting().commonName("Practice issuing authority").organizationalUnit("Practice")
                .certificateAuthority(0).signedBy(root).build();
    }

    /** An authority that is in nobody's list. */
    private static HeldCertificate stranger() {
        return Authority.lasting().commonName("Some other authority").certificateAuthority(0).build();
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

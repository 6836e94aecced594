package mcpauth0.diagnose.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mcpauth0.http.Trust;

/** What certificates are to one another (RFC 5280 §6). */
final class Chains {

    private Chains() {
    }

    /** Whether a way to an authority exists on a day on which the server's certificate is valid, in whatever order. */
    static boolean leads(Trust trust, List<X509Certificate> chain) {
        if (chain.isEmpty())
            return false;
        var leaf = chain.getFirst();
        var anchors = Arrays.stream(trust.manager().getAcceptedIssuers()).map(one -> new TrustAnchor(one, null))
                .collect(Collectors.toSet());
        if (anchors.isEmpty())
            return false;
        if (anchors.stream().anyMatch(anchor -> anchor.getTrustedCert().equals(leaf)))
            return true;
        try {
            var wanted = new X509CertSelector();
            wanted.setCertificate(leaf);
            var parameters = new PKIXBuilderParameters(anchors, wanted);
            parameters.setRevocationEnabled(false);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            parameters.setDate(leaf.getNotAfter());
            return built(parameters) || built(on(parameters, chain));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean built(PKIXBuilderParameters parameters) throws GeneralSecurityException {
        try {
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (CertPathBuilderException e) {
            return false;
        }
    }

    /** The last moment at which the certificates were valid together. */
    private static PKIXBuilderParameters on(PKIXBuilderParameters parameters, List<X509Certificate> chain) {
        parameters.setDate(chain.stream().map(X509Certificate::getNotAfter).min(Date::compareTo).orElseThrow());
        return parameters;
    }

    /** Whether the one signed the other. */
    static boolean signed(X509Certificate issuer, X509Certificate subject) {
        if (!issuer.getSubjectX500Principal().equals(subject.getIssuerX500Principal()))
            return false;
        try {
            subject.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether the certificate answers for itself, as roots do. */
    static boolean ownSignature(X509Certificate certificate) {
        return signed(certificate, certificate);
    }

    /** The first that was not signed by the one behind it, though there is one. */
    static Optional<X509Certificate> misplaced(List<X509Certificate> chain) {
        for (var n = 0; n + 1 < chain.size(); n++)
            if (chain.get(n).equals(chain.get(n + 1)) || !signed(chain.get(n + 1), chain.get(n)))
                return Optional.of(chain.get(n + 1));
        return Optional.empty();
    }

    /** From the server's own as far as the certificates go: a root, or one whose issuer is not among them. */
    static X509Certificate end(List<X509Certificate> chain) {
        var at = chain.getFirst();
        for (var n = 0; n < chain.size(); n++) {
            var here = at;
            if (ownSignature(here))
                return here;
            var next = chain.stream().filter(one -> !one.equals(here) && signed(one, here)).findFirst();
            if (next.isEmpty())
                return here;
            at = next.get();
        }
        return at;
    }
}

package mcpauth0.diagnose.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/** What a certificate may be used for (extended key usage, RFC 5280 §4.2.1.12). */
final class Purposes {

    private static final String SERVERS = "1.3.6.1.5.5.7.3.1";
    private static final String ANY = "2.5.29.37.0";

    private Purposes() {
    }

    /** Their numbers; none where the certificate does not limit itself. */
    static List<String> of(X509Certificate certificate) {
        try {
            var all = certificate.getExtendedKeyUsage();
            return all == null ? List.of() : List.copyOf(all);
        } catch (CertificateParsingException _) {
            return List.of();
        }
    }

    static boolean forServers(X509Certificate certificate) {
        var all = of(certificate);
        return all.isEmpty() || all.contains(SERVERS) || all.contains(ANY);
    }

    /** As the standard calls it; its number where it is none of the usual ones. */
    static String named(String purpose) {
        return switch (purpose) {
            case SERVERS -> "serverAuth";
            case ANY -> "any";
            case "1.3.6.1.5.5.7.3.2" -> "clientAuth";
            case "1.3.6.1.5.5.7.3.3" -> "codeSigning";
            case "1.3.6.1.5.5.7.3.4" -> "emailProtection";
            case "1.3.6.1.5.5.7.3.8" -> "timeStamping";
            case "1.3.6.1.5.5.7.3.9" -> "OCSPSigning";
            default -> purpose;
        };
    }
}

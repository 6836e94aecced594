package mcpauth0.diagnose.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.jspecify.annotations.Nullable;

/** The names that a certificate is for (RFC 9525 §6). */
final class CertificateNames {

    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    private CertificateNames() {
    }

    /** Names and addresses of the subject alternative name extension. */
    static List<String> alternative(X509Certificate certificate) {
        var names = new ArrayList<String>();
        try {
            var all = certificate.getSubjectAlternativeNames();
            if (all != null)
                for (var name : all)
                    if (name.getFirst() instanceof Integer kind && (kind == DNS || kind == ADDRESS))
                        names.add(String.valueOf(name.get(1)));
        } catch (CertificateParsingException e) {
            return List.of();
        }
        return List.copyOf(names);
    }

    static @Nullable String common(X509Certificate certificate) {
        try {
            for (var part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns())
                if (part.getType().equalsIgnoreCase("CN"))
                    return String.valueOf(part.getValue());
        } catch (InvalidNameException e) {
            return null;
        }
        return null;
    }

    /** A star stands for the whole of the first label and nothing else. */
    static boolean matches(String pattern, String host) {
        var wanted = pattern.toLowerCase(Locale.ROOT);
        var name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (!wanted.startsWith("*."))
            return wanted.equals(name);
        var dot = name.indexOf('.');
        return dot > 0 && name.substring(dot).equals(wanted.substring(1));
    }
}

package mcpauth0.diagnose.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;
import mcpauth0.http.Redaction;
import org.jspecify.annotations.Nullable;

/** The names that a certificate is for (RFC 9525 §6). Whoever made it chose them, so what is told of them is cut. */
final class CertificateNames {

    private static final int DNS = 2;
    private static final int ADDRESS = 7;
    private static final int LONGEST = 100;
    private static final int MOST = 12;

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
        return part(certificate.getSubjectX500Principal(), "CN");
    }

    /** {@code R13 (Let's Encrypt)}: the common name and whose it is, or what there is instead. */
    static String called(X500Principal principal) {
        var common = part(principal, "CN");
        var organization = part(principal, "O");
        if (common == null)
            return cut(organization == null ? principal.getName() : organization);
        return organization == null ? cut(common) : cut(common) + " (" + cut(organization) + ")";
    }

    /** {@code a.example, b.example}: the first of them. */
    static String listed(List<String> names) {
        var shown = String.join(", ", names.stream().limit(MOST).map(CertificateNames::cut).toList());
        return names.size() > MOST ? shown + " … (" + names.size() + ")" : shown;
    }

    private static String cut(String foreign) {
        var line = Redaction.line(foreign);
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static @Nullable String part(X500Principal principal, String type) {
        try {
            for (var part : new LdapName(principal.getName()).getRdns())
                if (part.getType().equalsIgnoreCase(type))
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

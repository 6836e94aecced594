package mcpauth0.diagnose;

import java.util.List;
import mcpauth0.diagnose.network.NameHasAnAddress;
import mcpauth0.diagnose.tls.AuthorityIsTrusted;
import mcpauth0.diagnose.tls.CertificateHasNotRunOut;
import mcpauth0.diagnose.tls.CertificateIsForTheHost;

/** Every check, in the order of the way of a connection. */
public final class Checks {

    private static final List<Check> ALL = List.of(new NameHasAnAddress(), new CertificateHasNotRunOut(),
            new CertificateIsForTheHost(), new AuthorityIsTrusted());

    private Checks() {
    }

    public static List<Check> all() {
        return ALL;
    }
}

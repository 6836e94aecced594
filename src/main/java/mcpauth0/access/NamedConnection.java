package mcpauth0.access;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import mcpauth0.auth0.ClientKey;
import mcpauth0.setup.TenantDomain;
import org.jspecify.annotations.Nullable;

/**
 * A tenant that the operator comes back to, and how the program gets in; never a secret.
 *
 * @param name what the operator calls it, for example {@code production}; unique
 * @param loginDomain the custom domain that people sign in on, where there is one
 * @param clientId empty for a pasted token
 * @param keyFile for {@link Kind#KEY}, where the private key is
 * @param algorithm of the key's signatures, one of {@link ClientKey#ALGORITHMS}
 * @param inKeychain whether the secret was put into the keychain
 */
public record NamedConnection(String name, TenantDomain tenant, @Nullable TenantDomain loginDomain, Kind kind,
        String clientId, @Nullable Path keyFile, String algorithm, boolean inKeychain) {

    /** What lets the program in. */
    public enum Kind {
        /** An application's id and secret. */
        SECRET,
        /** An application's id and private key. */
        KEY,
        /** A pasted token. */
        TOKEN;

        /** The name in the file and in the bundles. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether there is a secret beside it that could be kept: a key stays in its own file. */
    public boolean hasSecret() {
        return kind != Kind.KEY;
    }

    /** Whether both lead into the same tenant with the same credentials. */
    public boolean sameDoor(NamedConnection other) {
        return tenant.equals(other.tenant) && kind == other.kind && clientId.equals(other.clientId)
                && Objects.equals(keyFile, other.keyFile);
    }

    public NamedConnection withInKeychain(boolean kept) {
        return new NamedConnection(name, tenant, loginDomain, kind, clientId, keyFile, algorithm, kept);
    }
}

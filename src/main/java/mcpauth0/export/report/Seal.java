package mcpauth0.export.report;

import java.security.KeyPair;
import org.jspecify.annotations.Nullable;

/**
 * What a report is sealed with.
 *
 * @param key of this installation (Ed25519); null where there is none, and the report then only has digests
 */
public record Seal(@Nullable KeyPair key) {

    /** Digests alone. */
    public static final Seal NONE = new Seal(null);

    /** Nothing of the key. */
    @Override
    public String toString() {
        return key == null ? "unsigned" : "signed";
    }
}

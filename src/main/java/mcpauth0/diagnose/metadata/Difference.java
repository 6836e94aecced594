package mcpauth0.diagnose.metadata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first part in which two addresses differ, as people name it. */
final class Difference {

    private Difference() {
    }

    /** {@code scheme}, {@code host}, {@code port}, {@code slash}, {@code path}, {@code query}, {@code spelling}. */
    static String first(String wanted, @Nullable String got) {
        if (got == null)
            return "missing";
        if (got.equals(wanted + "/") || wanted.equals(got + "/"))
            return "slash";
        try {
            var one = new URI(wanted);
            var other = new URI(got);
            if (!same(one.getScheme(), other.getScheme()))
                return "scheme";
            if (!same(one.getHost(), other.getHost()))
                return "host";
            if (one.getPort() != other.getPort())
                return "port";
            if (!Objects.equals(one.getRawPath(), other.getRawPath()))
                return "path";
            return Objects.equals(one.getRawQuery(), other.getRawQuery()) ? "spelling" : "query";
        } catch (URISyntaxException e) {
            return "spelling";
        }
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equalsIgnoreCase(other);
    }
}

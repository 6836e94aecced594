package mcpauth0.auth0;

import java.util.List;
import mcpauth0.http.Failure;
import mcpauth0.setup.Setup;

/** Management API permissions: the fewest for what is to be done. Each has its text {@code permission.<scope>.why}. */
public final class Permissions {

    private Permissions() {
    }

    /** The fewest for this set-up and for taking it back, in the order of the steps. */
    public static List<String> needed(Setup setup) {
        return List.of();
    }

    /** The permissions any of which would have helped, where the refusal was for want of one; else empty. */
    public static List<String> missing(Failure failure) {
        return List.of();
    }
}

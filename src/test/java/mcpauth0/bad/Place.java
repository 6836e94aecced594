package mcpauth0.bad;

import java.util.Set;

/** Where in the exchange a bad answer comes, and which checks are there to tell it. */
enum Place {
    FIRST_CALL("/mcp", "net transport challenge"), RESOURCE_METADATA(
            "/.well-known/oauth-protected-resource", "prm challenge transport net"), SERVER_METADATA(
                    "/.well-known/o(auth-authorization-server|penid-configuration)",
                    "as prm net"), KEYS("/jwks", "as"), REGISTRATION("/register",
                            "reg net"), TOKEN("/token", "token net");

    private final String path;
    private final String groups;

    Place(String path, String groups) {
        this.path = path;
        this.groups = groups;
    }

    boolean isAt(String asked) {
        return asked.matches(path + "($|[/?].*)");
    }

    /** Groups of checks, one of which must find it broken. */
    Set<String> groups() {
        return Set.of(groups.split(" ", -1));
    }

    /** Whether it is reached only by somebody who signs in. */
    boolean needsLogin() {
        return this == REGISTRATION || this == TOKEN;
    }
}

package mcpauth0.bad;

import java.util.Set;

/** Where in the exchange a bad answer comes, and which checks are there to tell it. */
enum Place {
    FIRST_CALL("/mcp", Set.of("net", "transport", "challenge")), RESOURCE_METADATA(
            "/.well-known/oauth-protected-resource", Set.of("prm", "challenge", "transport", "net")), SERVER_METADATA(
                    "/.well-known/o(auth-authorization-server|penid-configuration)",
                    Set.of("as", "prm", "net")), KEYS("/jwks", Set.of("as")), REGISTRATION("/register",
                            Set.of("reg", "net")), TOKEN("/token", Set.of("token", "net"));

    private final String path;
    @SuppressWarnings("ImmutableEnumChecker") // nobody can alter it
    private final Set<String> groups;

    Place(String path, Set<String> groups) {
        this.path = path;
        this.groups = groups;
    }

    boolean isAt(String asked) {
        return asked.matches(path + "($|[/?].*)");
    }

    /** Groups of checks, one of which must find it broken. */
    Set<String> groups() {
        return groups;
    }

    /** Whether it is reached only by somebody who signs in. */
    boolean needsLogin() {
        return this == REGISTRATION || this == TOKEN;
    }
}

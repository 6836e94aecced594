package mcpauth0.diagnose.tls;

import java.util.List;
import java.util.stream.Collectors;

/** The versions of TLS that the server would speak, in their order. */
public record Versions(List<Hello.Version> offered) {

    public Versions {
        offered = List.copyOf(offered);
    }

    List<Hello.Version> old() {
        return offered.stream().filter(Hello.Version::old).toList();
    }

    boolean anyNew() {
        return offered.stream().anyMatch(version -> !version.old());
    }

    static String listed(List<Hello.Version> versions) {
        return versions.stream().map(Hello.Version::toString).collect(Collectors.joining(", "));
    }
}

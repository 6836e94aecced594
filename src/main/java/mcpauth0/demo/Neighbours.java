package mcpauth0.demo;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * Lets only this machine in: a web page from elsewhere that was led here by its name server is told by the {@code Host}
 * that it believes to speak to, or by its {@code Origin} (MCP 2025-11-25 and 2026-07-28, "Security").
 */
final class Neighbours implements Route.Gate {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1");

    private final String own;
    private final int port;
    private final boolean anyOrigin;

    /** @param origin by which the server goes */
    Neighbours(String origin, int port, Set<String> faults) {
        this.own = URI.create(origin).getAuthority();
        this.port = port;
        this.anyOrigin = faults.contains("transport-origin-not-validated");
    }

    @Override
    public Outgoing answer(Incoming request, Route next) throws IOException {
        var host = request.header("Host");
        if (host == null || (!host.equals(own) && NAMES.stream().noneMatch(name -> host.equals(name + ":" + port))))
            return Refusals.forbidden("Invalid Host header");
        var origin = request.header("Origin");
        return origin == null || anyOrigin || NAMES.contains(hostOf(origin))
                ? next.answer(request)
                : Refusals.forbidden("Invalid Origin header");
    }

    private static String hostOf(String origin) {
        try {
            var host = URI.create(origin).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

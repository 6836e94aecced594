package mcpauth0.demo;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets only this machine in: a web page from elsewhere that was led here by its name server is told by the {@code Host}
 * that it believes to speak to, or by its {@code Origin} (MCP 2025-11-25 and 2026-07-28, "Security").
 */
final class Neighbours implements Route.Gate {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1");

    /** Pages of clients in a cloud, which a server that they are to reach lets in. */
    private static final Set<String> CLIENTS = Set.of("claude.ai", "chatgpt.com");

    private final String own;
    private final int port;
    private final Set<String> faults;
    private final Set<String> pages = new TreeSet<>(NAMES);

    /** @param origin by which the server goes */
    Neighbours(String origin, int port, Set<String> faults) {
        this.own = URI.create(origin).getAuthority();
        this.port = port;
        this.faults = faults;
        if (own.split(":", 2)[0].equals(Surroundings.NAME) && !faults.contains("transport-origin-too-strict"))
            pages.addAll(CLIENTS);
    }

    @Override
    public Outgoing answer(Incoming request, Route next) throws IOException {
        var host = request.header("Host");
        if (faults.contains("transport-host-rejected"))
            return Outgoing.text(421, "Invalid Host header");
        if (host == null || (!host.equals(own) && NAMES.stream().noneMatch(name -> host.equals(name + ":" + port))))
            return Refusals.forbidden("Invalid Host header");
        var origin = request.header("Origin");
        return origin == null || faults.contains("transport-origin-not-validated") || pages.contains(hostOf(origin))
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

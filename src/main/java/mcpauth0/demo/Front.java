package mcpauth0.demo;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Set;

/** What stands in front of a server and can be in the way: a balancer, a firewall, a limit, a server that sleeps. */
final class Front implements Route.Gate {

    /** How long the server's metadata takes with {@code net-slow-endpoint}; the surroundings are as impatient. */
    static final Duration NAP = Duration.ofMillis(400);

    private static final String KNOWN = "/.well-known/oauth-protected-resource";

    private final String path;
    private final Set<String> faults;

    /** @param path of the server */
    Front(String path, Set<String> faults) {
        this.path = path;
        this.faults = faults;
    }

    @Override
    public Outgoing answer(Incoming request, Route next) throws IOException {
        if (faults.contains("net-lb-path-rule") && request.path().equals(path))
            return page(404, "Not Found").with("Server", "awselb/2.0");
        if (client(request) && (faults.contains("net-waf-blocks-client")
                || (faults.contains("net-waf-partial-paths") && request.path().startsWith("/.well-known/"))))
            return page(403, "Just a moment...").with("Server", "cloudflare").with("cf-mitigated", "challenge");
        if (faults.contains("net-discovery-rate-limited") && request.path().equals(KNOWN))
            return page(429, "Too Many Requests").with("Retry-After", "1");
        if (faults.contains("net-slow-endpoint") && request.path().startsWith(KNOWN))
            nap();
        return next.answer(request);
    }

    private static boolean client(Incoming request) {
        var agent = request.header("User-Agent");
        return agent != null && (agent.startsWith("python-httpx/") || agent.startsWith("Claude-User"));
    }

    private static Outgoing page(int status, String title) {
        return Outgoing.html(status, "<html><head><title>" + title + "</title></head><body><h1>" + title
                + "</h1></body></html>");
    }

    private static void nap() throws IOException {
        try {
            Thread.sleep(NAP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}

package mcpauth0.demo;

import java.io.IOException;
import java.util.Set;

/** Lets pages of any origin that is let in call a route and read its answers (Fetch, "CORS protocol"). */
record BrowserAccess(Route route, Set<String> faults) implements Route {

    /** Whether the server speaks to browsers at all: those of its faults that are about this need it. */
    static boolean wanted(Set<String> faults) {
        return faults.stream().anyMatch(fault -> fault.startsWith("cors-"));
    }

    @Override
    public Outgoing answer(Incoming request) throws IOException {
        if (!request.method().equals("OPTIONS"))
            return open(request, route.answer(request));
        if (faults.contains("cors-preflight-401"))
            return route.answer(request);
        return open(request, Outgoing.empty(204))
                .with("Access-Control-Allow-Methods",
                        faults.contains("cors-methods") ? "POST, GET, OPTIONS" : "POST, GET, DELETE, OPTIONS")
                .with("Access-Control-Allow-Headers",
                        faults.contains("cors-allow-headers")
                                ? "Content-Type, Accept"
                                : "Authorization, Content-Type, Accept, MCP-Protocol-Version, Mcp-Session-Id, "
                                        + "Last-Event-ID, Mcp-Method, Mcp-Name")
                .with("Access-Control-Max-Age", "600");
    }

    private Outgoing open(Incoming request, Outgoing answer) {
        var origin = request.header("Origin");
        var shown = faults.contains("cors-expose-headers")
                ? answer
                : answer.with("Access-Control-Expose-Headers", "WWW-Authenticate, Mcp-Session-Id");
        return origin != null && faults.contains("cors-wildcard-credentials")
                ? shown.with("Access-Control-Allow-Origin", origin).with("Access-Control-Allow-Credentials", "true")
                : shown.with("Access-Control-Allow-Origin", "*");
    }
}

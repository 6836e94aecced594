package mcpauth0.demo;

import java.io.IOException;

/** Lets pages of any origin that is let in call a route and read its answers (Fetch, "CORS protocol"). */
record BrowserAccess(Route route) implements Route {

    @Override
    public Outgoing answer(Incoming request) throws IOException {
        if (!request.method().equals("OPTIONS"))
            return open(route.answer(request));
        return open(Outgoing.empty(204)).with("Access-Control-Allow-Methods", "POST, GET, DELETE, OPTIONS")
                .with("Access-Control-Allow-Headers",
                        "Authorization, Content-Type, Accept, MCP-Protocol-Version, Mcp-Session-Id, Last-Event-ID, "
                                + "Mcp-Method, Mcp-Name")
                .with("Access-Control-Max-Age", "600");
    }

    private static Outgoing open(Outgoing answer) {
        return answer.with("Access-Control-Allow-Origin", "*").with("Access-Control-Expose-Headers",
                "WWW-Authenticate, Mcp-Session-Id");
    }
}

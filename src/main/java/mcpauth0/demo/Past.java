package mcpauth0.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happened in the tenant before anybody looked: for stories that take weeks. */
public final class Past {

    private static final List<String> CLIENTS = List.of("Claude", "Claude Code (practice)", "MCP Inspector",
            "Visual Studio Code", "Cursor");

    private final Core core;

    Past(Core core) {
        this.core = core;
    }

    /**
     * A client registered itself then; the log says so for as long as the plan keeps it.
     *
     * @return its client id
     */
    public String registered(String name, String callback, Instant when) {
        var client = Shapes.strictClient(core.ids(), name, "none", List.of(callback),
                List.of("authorization_code", "refresh_token"));
        core.state().clients().add(client);
        RegistrationEndpoint.log(core, new App(client), when);
        return client.path("client_id").asText();
    }

    /** Somebody signed in with the client then. */
    public void used(String clientId, Instant when) {
        var client = core.state().client(clientId);
        if (client == null)
            throw new IllegalArgumentException("no such client: " + clientId);
        var app = new App(client);
        var user = new User(core.state().users().getFirst().path("user_id").asText(), PracticeTenant.USER, "Ada");
        LogEntry.write(core, "s", "Successful login", when).by(app).by(user);
        LogEntry.write(core, "seacft", "Authorization Code for Access Token", when.plusSeconds(1)).by(app).by(user);
    }

    /**
     * A tenant that was open for long: 58 clients that registered themselves in the last 60 days, of which 12 were used
     * in the last ten days, one of them yesterday.
     *
     * @return the client ids of the 12
     */
    public List<String> forgotten() {
        var live = new ArrayList<String>();
        var now = core.now();
        for (var n = 0; n < 58; n++) {
            var name = CLIENTS.get(n % CLIENTS.size());
            var callback = name.equals("Claude")
                    ? "https://claude.ai/api/mcp/auth_callback"
                    : "http://localhost:" + (33000 + n) + "/callback";
            var id = registered(name, callback, now.minus(Duration.ofDays(60 - n)).minusSeconds(5));
            if (n % 5 == 0) {
                live.add(id);
                used(id, now.minus(Duration.ofHours(22L + 18L * (live.size() - 1))).minusSeconds(5));
            }
        }
        return live;
    }
}

package mcpauth0.diagnose.mcp;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.oauth.mcp.McpSession;

/** Uses a session on many connections, tries to do without its id, and ends it; nothing else needs it by then. */
public final class SessionProbe implements Probe<SessionLife> {

    public static final Probe<SessionLife> SESSION = new SessionProbe();

    /** So many connections miss one of two replicas once in four thousand times. */
    private static final int CONNECTIONS = 12;
    private static final int AT_ONCE = 4;

    private SessionProbe() {
    }

    @Override
    public Station station() {
        return Station.SESSION;
    }

    @Override
    public Sighting<SessionLife> look(Look look) throws InterruptedException {
        var seen = look.after(Station.VALIDATION);
        var session = seen.conversation().then(talk -> {
            var handshake = talk.handshake();
            if (handshake != null)
                return Sighting.seen(handshake);
            return talk.accepted() ? Sighting.inapplicable("no-session-id") : Sighting.blocked("session");
        });
        return switch (session) {
            case Sighting.Unseen<McpSession> unseen -> Sighting.asUnseen(unseen);
            case Sighting.Seen<McpSession>(var open, _) -> {
                var life = live(open, look);
                yield Sighting.seen(life, life.exchanges().stream().map(Exchange::n).toArray(Integer[]::new));
            }
        };
    }

    private static SessionLife live(McpSession session, Look look) throws InterruptedException {
        var http = look.http();
        var calls = new ArrayList<McpAnswer>();
        if (look.options().deep()) {
            calls.add(session.call("ping").send(http));
            for (var sent = 0; sent < CONNECTIONS; sent += AT_ONCE)
                calls.addAll(look.together(IntStream.range(0, AT_ONCE)
                        .mapToObj(_ -> (Callable<McpAnswer>) () -> session.call("ping").onFreshConnection().send(http))
                        .toList()));
        }
        var withoutId = session.call("tools/list").without("Mcp-Session-Id").send(http);
        var end = session.end();
        if (end == null)
            throw new IllegalStateException("a session without an id");
        return new SessionLife(calls, withoutId, end);
    }
}

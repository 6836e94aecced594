package mcpauth0.diagnose.mcp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Stream;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.token.TokenProbe;
import mcpauth0.diagnose.transport.Opening;
import mcpauth0.http.Http;
import mcpauth0.oauth.mcp.Era;
import mcpauth0.oauth.mcp.Eras;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.oauth.mcp.McpSession;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/** Calls the server with the genuine token: which eras it speaks, its tools, a session. */
public final class ConversationProbe implements Probe<Conversation> {

    public static final Probe<Conversation> CONVERSATION = new ConversationProbe();

    private ConversationProbe() {
    }

    @Override
    public Station station() {
        return Station.VALIDATION;
    }

    @Override
    public Sighting<Conversation> look(Look look) throws InterruptedException {
        var http = look.http();
        var seen = look.after(Station.TOKEN);
        var timeout = look.timeout();
        return seen.answered().then(_ -> seen.token().then(token -> {
            if (!TokenProbe.mayBeSent(seen, token))
                return Sighting.blocked("token-of-this-server");
            var secret = token.access().value();
            var eras = Eras.ask(http, seen.scene().target(), secret, timeout);
            var session = eras.modern().accepted() || eras.legacy().accepted()
                    ? open(http, seen, eras.preferred(), secret, timeout)
                    : null;
            var handshake = session != null && session.era() == Era.MODERN && eras.legacy().accepted()
                    ? open(http, seen, Era.LEGACY, secret, timeout)
                    : session;
            McpAnswer stranger = null;
            McpSession.Tools tools = null;
            if (session != null) {
                tools = session.tools();
                stranger = session.call("tools/list").with("Origin", Opening.STRANGE_ORIGIN).send(http);
            }
            var withId = handshake != null && handshake.id() != null ? handshake : null;
            var ids = new ArrayList<String>();
            Stream.of(eras.legacy().session(), withId == null ? null : withId.id()).filter(Objects::nonNull)
                    .forEach(ids::add);
            return Sighting.seen(new Conversation(eras, tools, withId, ids, stranger));
        }));
    }

    private static @Nullable McpSession open(Http http, Observations seen, Era era, Secret token,
            Duration timeout) {
        return McpSession.open(http, seen.scene().target(), era, token,
                timeout) instanceof McpSession.Opening.Opened(var session) ? session : null;
    }
}

package mcpauth0.diagnose.transport;

import java.util.ArrayList;
import java.util.List;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.http.Json;
import mcpauth0.oauth.mcp.Era;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.oauth.mcp.McpCall;

/** Calls the server without a token. The tool that it asks for does not exist, so nothing can happen. */
public final class OpeningProbe implements Probe<Opening> {

    public static final Probe<Opening> OPENING = new OpeningProbe();

    /** A name that no server gives to a tool. */
    public static final String NO_TOOL = "mcp-auth0-setup-no-such-tool";

    private OpeningProbe() {
    }

    @Override
    public Station station() {
        return Station.CHALLENGE;
    }

    @Override
    public Sighting<Opening> look(Look look) throws InterruptedException {
        var http = look.http();
        var target = look.target();
        var timeout = look.timeout();
        var initialize = McpCall.initialize(target).within(timeout).send(http);
        if (initialize.exchange().answer() == null)
            return seen(initialize, List.of());
        var discover = McpCall.discover(target).within(timeout).send(http);
        var era = discover.accepted() ? Era.MODERN : Era.LEGACY;
        var session = era == Era.LEGACY ? initialize.session() : null;
        var others = new ArrayList<McpAnswer>(List.of(discover));
        others.addAll(look.together(List.of(
                () -> McpCall.listTools(target, era).inSession(session).within(timeout).send(http),
                () -> McpCall.callTool(target, era, NO_TOOL, Json.object()).inSession(session).within(timeout)
                        .send(http),
                () -> McpCall.initialize(target).with("Origin", Opening.STRANGE_ORIGIN).within(timeout)
                        .send(http))));
        return seen(initialize, others);
    }

    private static Sighting<Opening> seen(McpAnswer initialize, List<McpAnswer> others) {
        var opening = new Opening(initialize, others);
        return Sighting.seen(opening,
                opening.exchanges().stream().map(exchange -> exchange.n()).toArray(Integer[]::new));
    }
}

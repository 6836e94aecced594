package mcpauth0.diagnose.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.http.Exchange;
import mcpauth0.http.Json;
import mcpauth0.oauth.mcp.Era;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.oauth.mcp.McpCall;
import mcpauth0.setup.McpUrl;

/**
 * Calls the server without a token, while the metadata is looked for. The tool that it asks for does not exist, so nothing
 * can happen.
 */
public final class OpeningProbe implements Probe<Opening> {

    public static final Probe<Opening> OPENING = new OpeningProbe();

    /** A name that no server gives to a tool. */
    public static final String NO_TOOL = "mcp-auth0-setup-no-such-tool";

    /** The place of the answer to a stranger, behind those of {@link #discovered}. */
    private static final int STRANGER = 3;

    private OpeningProbe() {
    }

    @Override
    public Station station() {
        return Station.CHALLENGE;
    }

    @Override
    public Sighting<Opening> look(Look look) throws InterruptedException {
        return switch (look.at(FirstCallProbe.FIRST)) {
            case Sighting.Unseen<FirstCall> unseen -> Sighting.asUnseen(unseen);
            case Sighting.Seen<FirstCall>(var first, _) -> {
                var opening = first.answered() && !first.lost()
                        ? after(first, look)
                        : new Opening(first, List.of(), List.of(), List.of(), null);
                yield Sighting.seen(opening,
                        opening.everything().stream().map(Exchange::n).toArray(Integer[]::new));
            }
        };
    }

    private static Opening after(FirstCall first, Look look) throws InterruptedException {
        var http = look.http();
        var target = first.endpoint();
        var timeout = look.timeout();
        var nobody = EndpointIsThere.nobody(first.last());
        var listening = new AtomicReference<Exchange>();
        var calls = new ArrayList<Callable<List<McpAnswer>>>();
        calls.add(() -> discovered(first, look));
        calls.add(() -> List.of(from(Opening.STRANGE_ORIGIN, target, look)));
        calls.add(() -> {
            listening.set(http.send(nobody
                    ? Listening.forEndpoint(target, timeout)
                    : Listening.at(target, timeout)));
            return List.of();
        });
        var origins = target.loopback() ? List.<String>of() : Opening.CLIENT_ORIGINS;
        origins.forEach(origin -> calls.add(() -> List.of(from(origin, target, look))));
        var nearby = nobody ? nearby(target) : List.<McpUrl>of();
        nearby.forEach(one -> calls.add(() -> List.of(McpCall.initialize(one).within(timeout).send(http))));
        var answers = look.together(calls).stream().flatMap(List::stream).toList();
        var fromClients = STRANGER + 1;
        var end = fromClients + origins.size();
        return new Opening(first, answers.subList(0, fromClients), answers.subList(fromClients, end),
                answers.subList(end, answers.size()), listening.get());
    }

    /** What tells the era, and the calls that need to know it: they wait for nothing else, least of all for a stream. */
    private static List<McpAnswer> discovered(FirstCall first, Look look) throws InterruptedException {
        var http = look.http();
        var target = first.endpoint();
        var timeout = look.timeout();
        var discover = McpCall.discover(target).within(timeout).send(http);
        var era = discover.accepted() ? Era.MODERN : Era.LEGACY;
        var session = era == Era.LEGACY ? first.last().session() : null;
        var tools = look.together(List.<Callable<McpAnswer>>of(
                () -> McpCall.listTools(target, era).inSession(session).within(timeout).send(http),
                () -> McpCall.callTool(target, era, NO_TOOL, Json.object()).inSession(session).within(timeout)
                        .send(http)));
        return List.of(discover, tools.getFirst(), tools.getLast());
    }

    private static McpAnswer from(String origin, McpUrl target, Look look) {
        return McpCall.initialize(target).with("Origin", origin).within(look.timeout()).send(look.http());
    }

    /** Where people often find what they looked for in the wrong place. */
    private static List<McpUrl> nearby(McpUrl target) {
        var path = target.bareOrigin() ? "/" : target.uri().getRawPath();
        var slash = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
        return Stream.of(slash, "/mcp", "/mcp/", "/").filter(one -> !one.isEmpty() && !one.equals(path)).distinct()
                .map(one -> McpUrl.parse(target.origin() + one).orThrow()).toList();
    }
}

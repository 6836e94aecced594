package mcpauth0.diagnose.cors;

import java.util.List;
import java.util.concurrent.Callable;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.metadata.Begun;
import mcpauth0.diagnose.metadata.FirstResourceProbe;
import mcpauth0.diagnose.transport.FirstCall;
import mcpauth0.diagnose.transport.FirstCallProbe;
import mcpauth0.http.Exchange;
import mcpauth0.http.Request;
import mcpauth0.oauth.WellKnown;
import mcpauth0.oauth.mcp.McpCall;

/** Asks as a page of another origin would: for the metadata, and whether it may call. Carries no token. */
public final class CrossOriginProbe implements Probe<CrossOrigin> {

    public static final Probe<CrossOrigin> CROSS_ORIGIN = new CrossOriginProbe();

    /** What clients of either era send, as a browser writes it: in lower case, sorted, without what needs no leave. */
    private static final String SENT = "authorization,content-type,last-event-id,mcp-method,mcp-name,mcp-protocol-version,"
            + "mcp-session-id";

    private CrossOriginProbe() {
    }

    @Override
    public Station station() {
        return Station.SESSION;
    }

    /** What browsers are told is the server's own word. */
    @Override
    public boolean ofTheTenant() {
        return false;
    }

    @Override
    public Sighting<CrossOrigin> look(Look look) throws InterruptedException {
        var first = look.at(FirstCallProbe.FIRST).found().filter(FirstCall::answered).orElse(null);
        if (first == null)
            return Sighting.blocked("connection");
        var http = look.http();
        var target = first.endpoint();
        var picked = look.at(FirstResourceProbe.FIRST_RESOURCE).found().map(Begun::picked).orElse(null);
        var address = picked == null
                ? WellKnown.resource(look.target()).getFirst().url()
                : picked.candidate().url();
        var all = look.together(List.<Callable<Exchange>>of(
                () -> http.send(asPage(Request.get(address), look)),
                () -> http.send(asPage(Request.of("OPTIONS", target.value()), look)
                        .with("Access-Control-Request-Method", "POST")
                        .with("Access-Control-Request-Headers", SENT)),
                () -> McpCall.initialize(target).with("Origin", CrossOrigin.PAGE).within(look.timeout()).send(http)
                        .exchange()));
        return Sighting.seen(new CrossOrigin(all.get(0), all.get(1), all.get(2)),
                all.stream().map(Exchange::n).toArray(Integer[]::new));
    }

    private static Request asPage(Request request, Look look) {
        return request.with("Origin", CrossOrigin.PAGE).within(look.timeout());
    }
}

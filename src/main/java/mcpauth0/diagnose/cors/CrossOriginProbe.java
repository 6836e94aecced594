package mcpauth0.diagnose.cors;

import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.metadata.ResourceProbe;
import mcpauth0.diagnose.transport.OpeningProbe;
import mcpauth0.http.Request;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.WellKnown;

/** Asks as a page of another origin would: for the metadata, and whether it may call. Carries no token. */
public final class CrossOriginProbe implements Probe<CrossOrigin> {

    public static final Probe<CrossOrigin> CROSS_ORIGIN = new CrossOriginProbe();

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
        var http = look.http();
        var target = look.target();
        var timeout = look.timeout();
        var picked = look.at(ResourceProbe.RESOURCE).found().map(Discovery.Resource::picked).orElse(null);
        return look.at(OpeningProbe.OPENING).then(seen -> {
            if (!seen.answered())
                return Sighting.blocked("connection");
            var address = picked == null
                    ? WellKnown.resource(target).getFirst().url()
                    : picked.candidate().url();
            var metadata = http.send(Request.get(address).with("Origin", CrossOrigin.PAGE).within(timeout));
            var preflight = http.send(Request.of("OPTIONS", target.value()).with("Origin", CrossOrigin.PAGE)
                    .with("Access-Control-Request-Method", "POST")
                    .with("Access-Control-Request-Headers", "authorization,content-type,mcp-protocol-version")
                    .within(timeout));
            return Sighting.seen(new CrossOrigin(metadata, preflight), metadata.n(), preflight.n());
        });
    }
}

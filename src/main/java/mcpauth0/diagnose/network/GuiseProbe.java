package mcpauth0.diagnose.network;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.metadata.Begun;
import mcpauth0.diagnose.metadata.FirstResourceProbe;
import mcpauth0.diagnose.metadata.FirstServerProbe;
import mcpauth0.diagnose.tls.HandshakeProbe;
import mcpauth0.diagnose.transport.FirstCallProbe;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.Fetched;

/**
 * Repeats the first call and the look-ups of metadata under the names of clients that call from a cloud. A firewall that
 * goes by the address of the caller shows itself to nobody here.
 */
public final class GuiseProbe implements Probe<Guises> {

    public static final Probe<Guises> GUISES = new GuiseProbe();

    private GuiseProbe() {
    }

    @Override
    public Station station() {
        return Station.METADATA;
    }

    @Override
    public Sighting<Guises> look(Look look) throws InterruptedException {
        look.at(AddressProbe.ADDRESSES);
        look.at(HandshakeProbe.HANDSHAKE);
        if (!look.soFar().hosted())
            return Sighting.inapplicable("local-target");
        var first = look.at(FirstCallProbe.FIRST).found().orElse(null);
        if (first == null || !first.answered())
            return Sighting.blocked("connection");
        var resource = look.at(FirstResourceProbe.FIRST_RESOURCE).found().map(Begun::picked).map(Fetched::exchange);
        var server = look.at(FirstServerProbe.FIRST_SERVER).found().map(Begun::picked).map(Fetched::exchange);
        var sent = new ArrayList<Callable<Guise>>();
        for (var agent : Guise.AGENTS) {
            sent.add(() -> under(look, agent, true, first.last().exchange()));
            resource.ifPresent(own -> sent.add(() -> under(look, agent, true, own)));
            server.ifPresent(own -> sent.add(() -> under(look, agent, false, own)));
        }
        return Sighting.seen(new Guises(look.together(sent)));
    }

    /** The same request under another name; under the own one again where that makes a difference. */
    static Guise under(Look look, String agent, boolean ofServer, Exchange own) {
        var request = own.request().without("User-Agent");
        var other = look.http().send(request.with("User-Agent", agent));
        var after = Guise.differ(own, other) ? look.http().send(request) : null;
        return new Guise(agent, ofServer, own, other, after);
    }
}

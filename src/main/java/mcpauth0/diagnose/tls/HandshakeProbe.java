package mcpauth0.diagnose.tls;

import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.network.AddressProbe;

/** Reads the server's certificate chain on a connection that carries no credential, and nothing else either. */
public final class HandshakeProbe implements Probe<Handshake> {

    public static final Probe<Handshake> HANDSHAKE = new HandshakeProbe();

    private HandshakeProbe() {
    }

    @Override
    public Station station() {
        return Station.TLS;
    }

    @Override
    public Sighting<Handshake> look(Look look) {
        var network = look.http().network();
        var target = look.target();
        if (!target.secure())
            return Sighting.inapplicable("plain-http");
        if (AddressProbe.proxied(network, target))
            return Sighting.untestable("proxied");
        return ChainReader.read(network, target.host(), target.port(), look.timeout());
    }
}

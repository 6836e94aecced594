package mcpauth0.diagnose.tls;

import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.metadata.FirstResourceProbe;
import mcpauth0.diagnose.network.AddressProbe;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Parsed;

/** Reads the certificate chain of the first authorization server that the resource names. */
public final class IssuerHandshakeProbe implements Probe<Handshake> {

    public static final Probe<Handshake> ISSUER_HANDSHAKE = new IssuerHandshakeProbe();

    private IssuerHandshakeProbe() {
    }

    @Override
    public Station station() {
        return Station.METADATA;
    }

    @Override
    public Sighting<Handshake> look(Look look) throws InterruptedException {
        return look.at(FirstResourceProbe.FIRST_RESOURCE).then(found -> {
            var document = found.document();
            if (document == null)
                return Sighting.blocked("resource-metadata");
            if (document.authorizationServers().isEmpty())
                return Sighting.blocked("authorization-server");
            return McpUrl.parse(document.authorizationServers().getFirst()) instanceof Parsed.Good<McpUrl>(var issuer)
                    ? of(look, issuer)
                    : Sighting.blocked("authorization-server");
        });
    }

    /** @param issuer which is an address like any other */
    private static Sighting<Handshake> of(Look look, McpUrl issuer) {
        var network = look.http().network();
        if (!issuer.secure())
            return Sighting.inapplicable("plain-http");
        if (issuer.origin().equals(look.target().origin()))
            return Sighting.inapplicable("same-host");
        if (AddressProbe.proxied(network, issuer))
            return Sighting.untestable("proxied");
        return ChainReader.read(network, issuer.host(), issuer.port(), look.timeout());
    }
}

package mcpauth0.diagnose.network;

import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.List;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.http.Network;
import mcpauth0.setup.McpUrl;

/** Looks the name up, once. Behind a proxy it is the proxy that does so. */
public final class AddressProbe implements Probe<Addresses> {

    public static final Probe<Addresses> ADDRESSES = new AddressProbe();

    private AddressProbe() {
    }

    @Override
    public Station station() {
        return Station.NAME;
    }

    @Override
    public Sighting<Addresses> look(Look look) {
        var network = look.http().network();
        var target = look.target();
        if (proxied(network, target))
            return Sighting.inapplicable("proxied");
        var host = target.host().replaceAll("^\\[|]$", "");
        try {
            return Sighting.seen(new Addresses(host, network.resolver().resolve(host)));
        } catch (UnknownHostException e) {
            return Sighting.seen(new Addresses(host, List.of()));
        }
    }

    public static boolean proxied(Network network, McpUrl target) {
        return network.proxies().selector().select(target.uri()).stream()
                .anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }
}

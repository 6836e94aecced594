package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.Fetched;

/** Fetches what the first authorization server says about itself (RFC 8414, OpenID Connect Discovery). */
public final class ServerProbe implements Probe<Discovery.Server> {

    public static final Probe<Discovery.Server> SERVER = new ServerProbe();

    private ServerProbe() {
    }

    @Override
    public Station station() {
        return Station.METADATA;
    }

    @Override
    public Sighting<Discovery.Server> look(Look look) throws InterruptedException {
        return look.at(ResourceProbe.RESOURCE).then(seen -> {
            var picked = seen.picked();
            var document = picked == null ? null : picked.document();
            if (document == null)
                return Sighting.blocked("resource-metadata");
            if (document.authorizationServers().isEmpty())
                return Sighting.blocked("authorization-server");
            var found = new Discovery(look.http(), look.timeout())
                    .server(document.authorizationServers().getFirst());
            return Sighting.seen(found,
                    found.all().stream().map(Fetched::exchange).map(Exchange::n).toArray(Integer[]::new));
        });
    }
}

package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.Fetched;
import mcpauth0.oauth.ServerMetadata;

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
        return switch (look.at(FirstServerProbe.FIRST_SERVER)) {
            case Sighting.Unseen<Begun<ServerMetadata>> unseen -> Sighting.asUnseen(unseen);
            case Sighting.Seen<Begun<ServerMetadata>>(var begun, _) -> {
                var all = begun.search().all();
                yield Sighting.seen(new Discovery.Server(issuer(look), all),
                        all.stream().map(Fetched::exchange).map(Exchange::n).toArray(Integer[]::new));
            }
        };
    }

    private static String issuer(Look look) throws InterruptedException {
        return look.at(FirstResourceProbe.FIRST_RESOURCE).found().map(Begun::document)
                .orElseThrow().authorizationServers().getFirst();
    }
}

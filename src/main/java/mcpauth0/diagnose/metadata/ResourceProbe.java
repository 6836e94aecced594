package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.Fetched;
import mcpauth0.oauth.ResourceMetadata;

/**
 * Fetches what the server says about its authorization server (RFC 9728), from everywhere where it may stand. A pointer of a
 * server elsewhere into this machine or its network is not followed.
 */
public final class ResourceProbe implements Probe<Discovery.Resource> {

    public static final Probe<Discovery.Resource> RESOURCE = new ResourceProbe();

    private ResourceProbe() {
    }

    @Override
    public Station station() {
        return Station.METADATA;
    }

    /** The server's own word, whatever the tenant says. */
    @Override
    public boolean ofTheTenant() {
        return false;
    }

    @Override
    public Sighting<Discovery.Resource> look(Look look) throws InterruptedException {
        return switch (look.at(FirstResourceProbe.FIRST_RESOURCE)) {
            case Sighting.Unseen<Begun<ResourceMetadata>> unseen -> Sighting.asUnseen(unseen);
            case Sighting.Seen<Begun<ResourceMetadata>>(var begun, _) -> {
                var all = begun.search().all();
                yield Sighting.seen(new Discovery.Resource(all),
                        all.stream().map(Fetched::exchange).map(Exchange::n).toArray(Integer[]::new));
            }
        };
    }
}

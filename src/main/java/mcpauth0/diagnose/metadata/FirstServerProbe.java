package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.ServerMetadata;

/**
 * Asks for the metadata of the first authorization server that the resource names wherever it may be, and is done as soon
 * as the document is there that a client goes on with.
 */
public final class FirstServerProbe implements Probe<Begun<ServerMetadata>> {

    public static final Probe<Begun<ServerMetadata>> FIRST_SERVER = new FirstServerProbe();

    private FirstServerProbe() {
    }

    @Override
    public Station station() {
        return Station.METADATA;
    }

    @Override
    public Sighting<Begun<ServerMetadata>> look(Look look) throws InterruptedException {
        var resource = look.at(FirstResourceProbe.FIRST_RESOURCE);
        if (resource instanceof Sighting.Unseen<?> unseen)
            return Sighting.asUnseen(unseen);
        var document = resource.found().orElseThrow().document();
        if (document == null)
            return Sighting.blocked("resource-metadata");
        if (document.authorizationServers().isEmpty())
            return Sighting.blocked("authorization-server");
        var search = new Discovery(look.http(), look.timeout())
                .beginServer(document.authorizationServers().getFirst(), look.threads());
        return Sighting.seen(new Begun<>(search, search.picked()));
    }
}

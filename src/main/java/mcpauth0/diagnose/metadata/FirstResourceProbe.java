package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.challenge.Pointer;
import mcpauth0.diagnose.transport.FirstCallProbe;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.ResourceMetadata;

/**
 * Asks for the protected resource metadata wherever it may be, and is done as soon as the document is there that a client
 * goes on with: what comes next waits for no other address.
 */
public final class FirstResourceProbe implements Probe<Begun<ResourceMetadata>> {

    public static final Probe<Begun<ResourceMetadata>> FIRST_RESOURCE = new FirstResourceProbe();

    private FirstResourceProbe() {
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
    public Sighting<Begun<ResourceMetadata>> look(Look look) throws InterruptedException {
        var first = look.at(FirstCallProbe.FIRST);
        if (first instanceof Sighting.Unseen<?> unseen)
            return Sighting.asUnseen(unseen);
        var seen = first.found().orElseThrow();
        if (!seen.answered())
            return Sighting.blocked("connection");
        var pointer = Pointer.of(seen.last());
        var search = new Discovery(look.http(), look.timeout()).beginResource(look.target(),
                pointer == null || pointer.leadsInside(look.target()) ? null : pointer.text(), look.threads());
        return Sighting.seen(new Begun<>(search, search.picked()));
    }
}

package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.oauth.PublishedKeys;

/** Fetches the keys that the authorization server signs with (RFC 7517). */
public final class KeysProbe implements Probe<PublishedKeys> {

    public static final Probe<PublishedKeys> KEYS = new KeysProbe();

    private KeysProbe() {
    }

    @Override
    public Station station() {
        return Station.METADATA;
    }

    @Override
    public Sighting<PublishedKeys> look(Look look) throws InterruptedException {
        return look.at(FirstServerProbe.FIRST_SERVER).then(seen -> {
            var document = seen.document();
            if (document == null)
                return Sighting.blocked("server-metadata");
            var keys = PublishedKeys.fetch(look.http(), document.jwksUri(), look.timeout());
            var exchange = keys.exchange();
            return exchange == null ? Sighting.seen(keys) : Sighting.seen(keys, exchange.n());
        });
    }
}

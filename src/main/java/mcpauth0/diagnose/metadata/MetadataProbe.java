package mcpauth0.diagnose.metadata;

import java.time.Duration;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.transport.Opening;
import mcpauth0.http.Exchange;
import mcpauth0.http.Http;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.Fetched;
import mcpauth0.oauth.PublishedKeys;
import mcpauth0.setup.McpUrl;

/** Fetches what the server says about its authorization server, what that says about itself, and its keys. */
public final class MetadataProbe {

    private final Http http;
    private final Discovery discovery;
    private final Duration timeout;

    public MetadataProbe(Http http, Duration timeout) {
        this.http = http;
        this.timeout = timeout;
        this.discovery = new Discovery(http, timeout);
    }

    public Sighting<Discovery.Resource> resource(McpUrl target, Sighting<Opening> opening) {
        return opening.then(seen -> {
            if (!seen.answered())
                return Sighting.blocked("connection");
            var found = discovery.resource(target, seen.initialize().challenges().resourceMetadata());
            return Sighting.seen(found,
                    found.all().stream().map(Fetched::exchange).map(Exchange::n).toArray(Integer[]::new));
        });
    }

    public Sighting<Discovery.Server> server(Sighting<Discovery.Resource> resource) {
        return resource.then(seen -> {
            var picked = seen.picked();
            var document = picked == null ? null : picked.document();
            if (document == null)
                return Sighting.blocked("resource-metadata");
            if (document.authorizationServers().isEmpty())
                return Sighting.blocked("authorization-server");
            var found = discovery.server(document.authorizationServers().getFirst());
            return Sighting.seen(found,
                    found.all().stream().map(Fetched::exchange).map(Exchange::n).toArray(Integer[]::new));
        });
    }

    public Sighting<PublishedKeys> keys(Sighting<Discovery.Server> server) {
        return server.then(seen -> {
            var picked = seen.picked();
            var document = picked == null ? null : picked.document();
            if (document == null)
                return Sighting.blocked("server-metadata");
            var keys = PublishedKeys.fetch(http, document.jwksUri(), timeout);
            var exchange = keys.exchange();
            return exchange == null ? Sighting.seen(keys) : Sighting.seen(keys, exchange.n());
        });
    }
}

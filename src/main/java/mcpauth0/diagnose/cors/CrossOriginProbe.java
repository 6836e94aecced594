package mcpauth0.diagnose.cors;

import java.time.Duration;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.transport.Opening;
import mcpauth0.http.Http;
import mcpauth0.http.Request;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.WellKnown;
import mcpauth0.setup.McpUrl;

/** Asks as a page of another origin would: for the metadata, and whether it may call. Carries no token. */
public final class CrossOriginProbe {

    private CrossOriginProbe() {
    }

    public static Sighting<CrossOrigin> look(Http http, McpUrl target, Sighting<Opening> opening,
            Sighting<Discovery.Resource> resource, Duration timeout) {
        return opening.then(seen -> {
            if (!seen.answered())
                return Sighting.blocked("connection");
            var picked = resource.found().map(Discovery.Resource::picked).orElse(null);
            var address = picked == null
                    ? WellKnown.resource(target).getFirst().url()
                    : picked.candidate().url();
            var metadata = http.send(Request.get(address).with("Origin", CrossOrigin.PAGE).within(timeout));
            var preflight = http.send(Request.of("OPTIONS", target.value()).with("Origin", CrossOrigin.PAGE)
                    .with("Access-Control-Request-Method", "POST")
                    .with("Access-Control-Request-Headers", "authorization,content-type,mcp-protocol-version")
                    .within(timeout));
            return Sighting.seen(new CrossOrigin(metadata, preflight), metadata.n(), preflight.n());
        });
    }
}

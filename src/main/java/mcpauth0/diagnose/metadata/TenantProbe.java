package mcpauth0.diagnose.metadata;

import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.util.stream.Collectors;
import mcpauth0.auth0.Snapshot;
import mcpauth0.auth0.Tenant;
import mcpauth0.diagnose.Sighting;
import mcpauth0.http.FailureException;
import mcpauth0.http.Http;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.PublishedKeys;
import org.jspecify.annotations.Nullable;

/** Reads the tenant, and finds out whether it is the one behind the server at all. */
public final class TenantProbe {

    private TenantProbe() {
    }

    public static Sighting<Snapshot> read(@Nullable Tenant tenant) {
        if (tenant == null)
            return Sighting.untestable("needs-tenant");
        try {
            return Sighting.seen(tenant.snapshot());
        } catch (FailureException e) {
            return Sighting.blocked("tenant");
        }
    }

    /**
     * The tenant's settings are evidence only where the server's authorization server is that tenant: by its name, or,
     * under a custom domain, by its keys. A server that names none may mean it.
     */
    public static Sighting<Snapshot> ofServer(Http http, @Nullable Tenant tenant, Sighting<Snapshot> read,
            Sighting<Discovery.Server> server, Sighting<PublishedKeys> keys, Duration timeout) {
        if (tenant == null || read.found().isEmpty() || server.found().isEmpty())
            return read;
        var own = tenant.domain().issuer();
        var named = server.found().get().issuer();
        if (own.equals(named) || own.equals(named + "/"))
            return read;
        var ids = keys.found().stream().flatMap(one -> one.keys().stream()).map(JWK::getKeyID)
                .collect(Collectors.toSet());
        var same = PublishedKeys.fetch(http, own + ".well-known/jwks.json", timeout).keys().stream().map(JWK::getKeyID)
                .anyMatch(ids::contains);
        return same ? read : Sighting.inapplicable("other-tenant");
    }
}

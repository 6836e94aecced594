package mcpauth0.diagnose.metadata;

import com.nimbusds.jose.jwk.JWK;
import java.util.stream.Collectors;
import mcpauth0.auth0.Snapshot;
import mcpauth0.auth0.Tenant;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.http.FailureException;
import mcpauth0.oauth.PublishedKeys;

/** Reads the tenant, and finds out whether it is the one behind the server at all. */
public final class TenantProbe implements Probe<Snapshot> {

    public static final Probe<Snapshot> TENANT = new TenantProbe();

    private TenantProbe() {
    }

    @Override
    public Station station() {
        return Station.METADATA;
    }

    @Override
    public Sighting<Snapshot> look(Look look) throws InterruptedException {
        var tenant = look.options().tenant();
        if (tenant == null)
            return Sighting.untestable("needs-tenant");
        try {
            var read = Sighting.seen(tenant.snapshot());
            return isBehind(tenant, look) ? read : Sighting.inapplicable("other-tenant");
        } catch (FailureException e) {
            return Sighting.blocked("tenant");
        }
    }

    /**
     * The tenant's settings are evidence only where the server's authorization server is that tenant: by its name, or,
     * under a custom domain, by its keys. A server that names none may mean it.
     */
    private static boolean isBehind(Tenant tenant, Look look) throws InterruptedException {
        var server = look.at(ServerProbe.SERVER).found();
        if (server.isEmpty())
            return true;
        var own = tenant.domain().issuer();
        var named = server.get().issuer();
        if (own.equals(named) || own.equals(named + "/"))
            return true;
        var ids = look.at(KeysProbe.KEYS).found().stream().flatMap(one -> one.keys().stream()).map(JWK::getKeyID)
                .collect(Collectors.toSet());
        return PublishedKeys.fetch(look.http(), own + ".well-known/jwks.json", look.timeout()).keys().stream()
                .map(JWK::getKeyID).anyMatch(ids::contains);
    }
}

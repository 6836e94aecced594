package mcpauth0.auth0;

import java.time.Instant;
import java.util.Optional;
import mcpauth0.http.FailureException;
import mcpauth0.plan.Change;

/**
 * What lets the application that this program signs in with into the Management API. Deleting it is the last thing that
 * can be done with it: no new token is given out. A token that is out already stays good until it runs out.
 *
 * @param application as the tenant calls it
 * @param expires when the token in use runs out
 */
public record OwnGrant(String id, String application, Instant expires) {

    public static final String PERMISSION = "delete:client_grants";

    /** Auth0's own application behind the API Explorer, whose tokens people paste. */
    private static final String EXPLORER = "API Explorer Application";

    /** Empty where the application has none, as when a person's own token is used. */
    public static Optional<OwnGrant> find(Tenant tenant, Snapshot now) {
        var client = tenant.clientId();
        return now.grants().stream()
                .filter(grant -> !client.isEmpty() && client.equals(grant.clientId())
                        && grant.audience().equals(tenant.domain().managementAudience()))
                .findFirst().map(grant -> new OwnGrant(grant.id(),
                        now.clients().stream().filter(one -> one.id().equals(client)).map(Snapshot.Client::name)
                                .findFirst().orElse(client),
                        tenant.expires()));
    }

    /** Whether it belongs to the dashboard, which needs it: a pasted token comes from there. */
    public boolean ofDashboard() {
        return application.equals(EXPLORER);
    }

    public void delete(Tenant tenant) throws FailureException {
        tenant.call(new Change.Call("DELETE", Part.GRANTS.path() + "/" + id, null));
    }
}

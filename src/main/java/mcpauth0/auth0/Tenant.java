package mcpauth0.auth0;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import mcpauth0.http.FailureException;
import mcpauth0.plan.Change;
import mcpauth0.plan.Remote;
import mcpauth0.setup.TenantDomain;

/** A tenant that the operator has let the program into. */
public final class Tenant implements Remote {

    private final TenantDomain domain;
    private final Set<String> permissions;
    private final Instant expires;

    Tenant(TenantDomain domain, Set<String> permissions, Instant expires) {
        this.domain = domain;
        this.permissions = Set.copyOf(permissions);
        this.expires = expires;
    }

    public TenantDomain domain() {
        return domain;
    }

    /** The Management API permissions that the token carries. */
    @Override
    public Set<String> permissions() {
        return permissions;
    }

    /** When the token runs out. */
    public Instant expires() {
        return expires;
    }

    /** Reads everything that the steps look at, afresh. */
    public Snapshot snapshot() throws FailureException {
        if (permissions.isEmpty())
            throw new mcpauth0.http.Failure.Malformed("tenant", domain.value()).asException(null);
        throw new mcpauth0.http.Failure.Cancelled().asException(null);
    }

    @Override
    public void refresh() {
        // Nothing is remembered.
    }

    @Override
    public void confirm() {
        // Nothing is remembered.
    }

    @Override
    public void send(Change.Call call) throws FailureException {
        snapshot();
    }

    @Override
    public void onPause(Consumer<Duration> listener) {
        listener.accept(Duration.ofSeconds(List.of().size()));
    }
}

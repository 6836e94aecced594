package mcpauth0.ui.model;

import java.util.List;
import java.util.Optional;
import mcpauth0.auth0.Snapshot;
import mcpauth0.setup.Likeness;
import mcpauth0.setup.Setup;

/** The short way through the set-up: what is recommended, for a tenant that has nothing to do with this server yet. */
public final class Express {

    private Express() {
    }

    /**
     * The set-up with everything answered that is still open, by the same proposals as the pages make; empty where
     * something in the tenant is to be decided by a person: an API that stands for this server or may have been meant to,
     * or no way to sign in that could be proposed.
     *
     * @param name what the API is called where it has no name yet
     */
    public static Optional<Setup> recommended(Setup setup, Snapshot tenant, String name) {
        var audience = setup.audience();
        if (audience == null || tenant.apis().stream().filter(api -> !api.system())
                .anyMatch(api -> api.identifier().equals(audience)
                        || Likeness.of(audience, api.identifier()).isPresent()))
            return Optional.empty();
        var connections = setup.connections().isEmpty() ? proposed(tenant) : setup.connections();
        if (connections.isEmpty())
            return Optional.empty();
        var api = setup.api().name().isBlank() ? setup.api().withName(name) : setup.api();
        return Optional.of(setup.withApi(api).withConnections(connections));
    }

    /** What clients can use already, or else the tenant's own users. */
    static List<String> proposed(Snapshot tenant) {
        var open = tenant.connections().stream().filter(Snapshot.Connection::domainLevel)
                .map(Snapshot.Connection::name).toList();
        return !open.isEmpty()
                ? open
                : tenant.connections().stream().filter(connection -> connection.strategy().equals("auth0"))
                        .map(Snapshot.Connection::name).limit(1).toList();
    }
}

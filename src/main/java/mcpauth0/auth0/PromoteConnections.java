package mcpauth0.auth0;

import java.util.ArrayList;
import java.util.List;
import mcpauth0.http.FailureException;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.setup.Setup;

/**
 * Offers the chosen connections to clients that registered themselves, which can use those of the whole domain alone. The
 * call carries that one field: sending {@code options} would replace all of them, secrets included.
 */
final class PromoteConnections extends TenantStep {

    @Override
    public String id() {
        return "promote-connections";
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public boolean wanted(Setup setup) {
        return true;
    }

    @Override
    List<String> permissions(Setup setup) {
        // Which connections are chosen is asked later than this.
        return setup.dynamicRegistration() || !setup.connections().isEmpty()
                ? List.of("read:connections", "read:clients", "update:connections")
                : List.of("read:connections");
    }

    /** With how many people sign in with what is to be promoted. */
    @Override
    public Snapshot count(Tenant tenant, Setup setup, Snapshot state) throws FailureException {
        return tenant.counting(fresh(setup, state).stream().map(Snapshot.Connection::name).toList(), state);
    }

    /** Those that are chosen and not promoted yet. */
    private static List<Snapshot.Connection> fresh(Setup setup, Snapshot state) {
        return setup.connections().stream().distinct().flatMap(name -> state.connection(name).stream())
                .filter(connection -> !connection.domainLevel()).toList();
    }

    @Override
    public Change plan(Setup setup, Snapshot state) {
        if (setup.connections().isEmpty())
            return state.connections().stream().anyMatch(Snapshot.Connection::domainLevel)
                    ? new Change.Nothing()
                    : refused("none-chosen");
        var missing = setup.connections().stream().filter(name -> state.connection(name).isEmpty()).toList();
        if (!missing.isEmpty())
            return refused("missing", String.join(", ", missing));
        var chosen = fresh(setup, state);
        var names = chosen.stream().map(Snapshot.Connection::name).toList();
        var effects = new ArrayList<Change.Effect>();
        effects.add(people(names, state));
        var thirdParty = state.clients().stream().filter(client -> !client.firstParty()).map(Snapshot.Client::name)
                .toList();
        effects.add(thirdParty.isEmpty() ? effect("no-third-party") : counted("third-party", thirdParty));
        for (var connection : chosen) {
            if (connection.developerKeys())
                effects.add(effect("developer-keys", connection.name()));
            if (connection.openSignUp())
                effects.add(effect("open-sign-up", connection.name()));
        }
        var edits = chosen.stream().map(connection -> Edit.patch(Part.CONNECTIONS.path() + "/" + connection.id(),
                connection.raw(), Json.object().put("is_domain_connection", true))).toList();
        return Edit.change(String.join(", ", names), edits, effects);
    }
}

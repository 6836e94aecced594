package mcpauth0.auth0;

import java.util.ArrayList;
import java.util.List;
import mcpauth0.http.FailureException;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.setup.Setup;

/**
 * Lets MCP clients register themselves (RFC 7591). Comes last, because from then on anyone can. Strict, unless the
 * operator wants to keep the older rules and the tenant reports that it has them; it is not known what a tenant answers
 * that is asked for them and does not.
 */
final class OpenRegistration extends TenantStep {

    @Override
    public String id() {
        return "open-registration";
    }

    @Override
    public List<String> needs() {
        return List.of("create-api", "grant-third-party-clients", "understand-resource", "promote-connections");
    }

    @Override
    public boolean wanted(Setup setup) {
        return setup.dynamicRegistration();
    }

    @Override
    List<String> permissions(Setup setup) {
        return List.of("read:tenant_settings", "update:tenant_settings");
    }

    /** With how many people sign in with what registered clients can offer, where registration is to be opened. */
    @Override
    public Snapshot count(Tenant tenant, Setup setup, Snapshot state) throws FailureException {
        return state.settings().dynamicRegistration() ? state : tenant.counting(connections(setup, state), state);
    }

    /** Those of the whole domain, once the set-up is applied, by name. */
    private static List<String> connections(Setup setup, Snapshot state) {
        return state.connections().stream()
                .filter(connection -> connection.domainLevel() || setup.connections().contains(connection.name()))
                .map(Snapshot.Connection::name).sorted().toList();
    }

    /** Whether the API asks for no grant, as one does that is made without saying so. */
    private static boolean letsEveryoneIn(Setup setup, Snapshot state) {
        return state.api(setup.audience()).or(() -> state.api(setup.api().replaces())).map(Snapshot.Api::userPolicy)
                .orElse("allow_all").equals("allow_all");
    }

    @Override
    public Change plan(Setup setup, Snapshot state) {
        var settings = state.settings();
        var wanted = Json.object();
        wanted.putObject("flags").put("enable_dynamic_client_registration", true);
        var effects = new ArrayList<Change.Effect>();
        var mode = settings.registrationMode();
        if (setup.registration().permissive() && "strict".equals(mode))
            return refused("strict");
        var rules = Rules.of(setup, settings);
        if (!settings.dynamicRegistration()) {
            effects.add(effect("anyone"));
            effects.add(effect("rules-" + rules.id()));
            if (rules != Rules.STRICT && letsEveryoneIn(setup, state))
                effects.add(effect("policy-open", setup.api().name().isBlank()
                        ? String.valueOf(setup.audience())
                        : setup.api().name()));
            var connections = connections(setup, state);
            if (!connections.isEmpty())
                effects.add(people(connections, state));
            var audience = setup.defaultAudience() ? setup.audience() : settings.defaultAudience();
            effects.add(audience == null || audience.isEmpty()
                    ? effect("no-default-audience")
                    : effect("default-audience", audience));
        }
        // A tenant that does not tell the mode might not take it either.
        if (mode != null && rules == Rules.STRICT) {
            wanted.put("dynamic_client_registration_security_mode", "strict");
            if (!mode.equals("strict"))
                effects.add(effect("strict"));
        }
        if (settings.documents() && state.clients().stream().noneMatch(client -> client.document() != null)
                && setup.registration().documents().isEmpty())
            effects.add(effect("documents-not-imported"));
        return Edit.change(Part.SETTINGS.path(), List.of(Edit.patch(Part.SETTINGS.path(), settings.raw(), wanted)),
                effects);
    }
}

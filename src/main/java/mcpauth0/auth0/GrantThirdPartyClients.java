package mcpauth0.auth0;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.setup.Setup;

/**
 * Lets clients that registered themselves ask for the API when a person signs in: a default grant for third-party clients
 * with subject type {@code user}. One with subject type {@code client} does not help people. It stays, since Auth0 keeps
 * a default grant for each of the two and machines may be using it; but it is also what an API ends up with whose grant
 * was made without a subject type by mistake, so that the operator may have it replaced.
 */
final class GrantThirdPartyClients extends TenantStep {

    @Override
    public String id() {
        return "grant-third-party-clients";
    }

    @Override
    public List<String> needs() {
        return List.of("create-api");
    }

    @Override
    public boolean wanted(Setup setup) {
        return true;
    }

    @Override
    List<String> permissions(Setup setup) {
        return setup.api().replaceMachineGrant()
                ? List.of("read:client_grants", "create:client_grants", "update:client_grants", "delete:client_grants")
                : List.of("read:client_grants", "create:client_grants", "update:client_grants");
    }

    @Override
    List<String> undoPermissions(Setup setup) {
        return List.of("delete:client_grants");
    }

    @Override
    public Change plan(Setup setup, Snapshot state) {
        var audience = setup.audience();
        if (audience == null)
            return refused("no-server");
        if (setup.api().scopes().isEmpty())
            return refused("no-scopes");
        var there = state.grants().stream().filter(grant -> grant.defaultForUsers(audience)).findFirst();
        var edits = new ArrayList<Edit>();
        var effects = new ArrayList<Change.Effect>();
        if (there.isEmpty()) {
            edits.add(Edit.create(Part.GRANTS, body(setup, state, audience)));
            effects.add(effect("rules-" + Rules.of(setup, state.settings()).id()));
        } else if (!there.get().allScopes()) {
            edits.add(widen(setup, there.get()));
            effects.add(effect("existing"));
        }
        var machines = state.grants().stream()
                .filter(grant -> grant.audience().equals(audience) && grant.forMachines()).findFirst();
        if (machines.isPresent() && setup.api().replaceMachineGrant()) {
            edits.add(Edit.remove(Part.GRANTS.path() + "/" + machines.get().id(),
                    CarryGrants.anew(machines.get(), audience)));
            effects.add(effect("machine-grant-replaced", scopes(machines.get())));
        } else if (machines.isPresent() && there.isEmpty())
            effects.add(effect("machine-grant-stays", scopes(machines.get())));
        return Edit.change(audience, edits, effects);
    }

    private static String scopes(Snapshot.Grant grant) {
        return grant.allScopes() ? "*" : String.join(" ", grant.scope());
    }

    private static ObjectNode body(Setup setup, Snapshot state, String audience) {
        var body = Json.object().put("default_for", Snapshot.THIRD_PARTY).put("audience", audience);
        var all = carried(setup, state);
        if (all.isPresent() && all.get().allScopes())
            body.put("allow_all_scopes", true);
        else {
            var scopes = new LinkedHashSet<>(setup.api().scopeValues());
            all.ifPresent(grant -> scopes.addAll(grant.scope()));
            scopes.forEach(body.putArray("scope")::add);
        }
        return body.put("subject_type", "user");
    }

    /** What registered clients may ask of the API that this one replaces. */
    private static Optional<Snapshot.Grant> carried(Setup setup, Snapshot state) {
        var old = setup.api().replaces();
        return old == null
                ? Optional.empty()
                : state.grants().stream().filter(grant -> grant.defaultForUsers(old)).findFirst();
    }

    private static Edit widen(Setup setup, Snapshot.Grant grant) {
        var scopes = new LinkedHashSet<>(grant.scope());
        scopes.addAll(setup.api().scopeValues());
        var wanted = Json.object();
        scopes.forEach(wanted.putArray("scope")::add);
        return Edit.patch(Part.GRANTS.path() + "/" + grant.id(), grant.raw(), wanted);
    }
}

package mcpauth0.auth0;

import java.util.LinkedHashSet;
import java.util.List;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.setup.Setup;

/**
 * Lets clients that registered themselves ask for the API when a person signs in: a default grant for third-party clients
 * with subject type {@code user}. One with subject type {@code client} does not help people and is somebody's own choice;
 * both may stand beside each other, so it stays.
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
        return List.of("read:client_grants", "create:client_grants", "update:client_grants");
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
        if (there.isPresent())
            return widen(setup, there.get());
        var body = Json.object().put("default_for", Snapshot.THIRD_PARTY).put("audience", audience);
        setup.api().scopeValues().forEach(body.putArray("scope")::add);
        body.put("subject_type", "user");
        var machines = state.grants().stream().anyMatch(
                grant -> grant.audience().equals(audience) && Snapshot.THIRD_PARTY.equals(grant.defaultFor()));
        return Edit.change(audience, List.of(Edit.create(Part.GRANTS, body)),
                machines ? List.of(effect("machine-grant-stays")) : List.of());
    }

    private static Change widen(Setup setup, Snapshot.Grant grant) {
        if (grant.allScopes())
            return new Change.Nothing();
        var scopes = new LinkedHashSet<>(grant.scope());
        scopes.addAll(setup.api().scopeValues());
        var wanted = Json.object();
        scopes.forEach(wanted.putArray("scope")::add);
        return Edit.change(grant.audience(),
                List.of(Edit.patch(Part.GRANTS.path() + "/" + grant.id(), grant.raw(), wanted)),
                List.of(effect("existing")));
    }
}

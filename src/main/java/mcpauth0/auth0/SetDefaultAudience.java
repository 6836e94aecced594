package mcpauth0.auth0;

import java.util.ArrayList;
import java.util.List;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.setup.Setup;

/** Makes the API the audience of every request that names none: for clients that do not send {@code resource}. */
final class SetDefaultAudience extends TenantStep {

    @Override
    public String id() {
        return "set-default-audience";
    }

    @Override
    public List<String> needs() {
        return List.of("create-api");
    }

    @Override
    public boolean wanted(Setup setup) {
        return setup.defaultAudience();
    }

    @Override
    List<String> permissions(Setup setup) {
        return List.of("read:clients", "read:tenant_settings", "update:tenant_settings");
    }

    @Override
    public Change plan(Setup setup, Snapshot state) {
        var audience = setup.audience();
        if (audience == null)
            return refused("no-server");
        var effects = new ArrayList<Change.Effect>();
        var others = state.clients().stream().filter(Snapshot.Client::signsPeopleIn).map(Snapshot.Client::name)
                .toList();
        effects.add(others.isEmpty() ? effect("no-applications") : counted("applications", others));
        var before = state.settings().defaultAudience();
        if (!before.isEmpty())
            effects.add(effect("replaces", before));
        return Edit.change(audience, List.of(Edit.patch(Part.SETTINGS.path(), state.settings().raw(),
                Json.object().put("default_audience", audience))), effects);
    }
}

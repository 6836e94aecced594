package mcpauth0.auth0;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.setup.Setup;

/** Makes the API the audience of every request that names none: for clients that do not send {@code resource}. */
final class SetDefaultAudience extends TenantStep {

    private static final int NAMED = 5;

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
        var others = state.clients();
        if (others.isEmpty())
            effects.add(effect("no-applications"));
        else
            effects.add(effect(others.size() > NAMED ? "many-applications" : "applications",
                    String.valueOf(others.size()), others.stream().limit(NAMED).map(Snapshot.Client::name)
                            .map(name -> "“" + name + "”").collect(Collectors.joining(", "))));
        var before = state.settings().defaultAudience();
        if (!before.isEmpty())
            effects.add(effect("replaces", before));
        return Edit.change(audience, List.of(Edit.patch(Part.SETTINGS.path(), state.settings().raw(),
                Json.object().put("default_audience", audience))), effects);
    }
}

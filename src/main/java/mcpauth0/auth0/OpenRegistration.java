package mcpauth0.auth0;

import java.util.ArrayList;
import java.util.List;
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

    @Override
    public Change plan(Setup setup, Snapshot state) {
        var settings = state.settings();
        var wanted = Json.object();
        wanted.putObject("flags").put("enable_dynamic_client_registration", true);
        var effects = new ArrayList<Change.Effect>();
        if (!settings.dynamicRegistration())
            effects.add(effect("anyone"));
        var mode = settings.registrationMode();
        if (setup.registration().permissive() && "strict".equals(mode))
            return refused("strict");
        // A tenant that does not tell the mode might not take it either.
        if (mode != null && !setup.registration().permissive()) {
            wanted.put("dynamic_client_registration_security_mode", "strict");
            if (!mode.equals("strict"))
                effects.add(effect("strict"));
        }
        if (setup.registration().permissive())
            effects.add(effect(mode == null ? "mode-untold" : "permissive"));
        if (settings.documents() && state.clients().stream().noneMatch(client -> client.document() != null)
                && setup.registration().documents().isEmpty())
            effects.add(effect("documents-not-imported"));
        return Edit.change(Part.SETTINGS.path(), List.of(Edit.patch(Part.SETTINGS.path(), settings.raw(), wanted)),
                effects);
    }
}

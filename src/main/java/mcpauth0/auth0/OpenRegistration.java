package mcpauth0.auth0;

import java.util.ArrayList;
import java.util.List;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.setup.Setup;

/** Lets MCP clients register themselves (RFC 7591). Comes last, because from then on anyone can. */
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
        // A tenant that does not tell the mode might not take it either.
        if (settings.registrationMode() != null) {
            wanted.put("dynamic_client_registration_security_mode", "strict");
            if (!settings.registrationMode().equals("strict"))
                effects.add(effect("strict"));
        }
        return Edit.change(Part.SETTINGS.path(), List.of(Edit.patch(Part.SETTINGS.path(), settings.raw(), wanted)),
                effects);
    }
}

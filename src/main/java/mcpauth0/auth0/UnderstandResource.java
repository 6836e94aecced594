package mcpauth0.auth0;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.setup.Setup;

/**
 * Makes the tenant take {@code resource} (RFC 8707) as the audience, which is all that MCP clients send, and name itself
 * in authorization responses (RFC 9207).
 */
final class UnderstandResource extends TenantStep {

    /** Behind these there is nobody else whom anything could be passed on to. */
    private static final Set<String> OWN = Set.of("auth0", "email", "sms");

    @Override
    public String id() {
        return "understand-resource";
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
        return List.of("read:tenant_settings", "update:tenant_settings");
    }

    @Override
    public Change plan(Setup setup, Snapshot state) {
        var wanted = Json.object().put("resource_parameter_profile", "compatibility")
                .put("authorization_response_iss_parameter_supported", true);
        var effects = new ArrayList<Change.Effect>();
        if (!"compatibility".equals(state.settings().resourceProfile())) {
            effects.add(effect("audience-first"));
            var outside = state.connections().stream().filter(connection -> !OWN.contains(connection.strategy()))
                    .map(Snapshot.Connection::name).toList();
            if (!outside.isEmpty())
                effects.add(counted("not-forwarded", outside));
        }
        return Edit.change(Part.SETTINGS.path(),
                List.of(Edit.patch(Part.SETTINGS.path(), state.settings().raw(), wanted)), effects);
    }
}

package mcpauth0.auth0;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.setup.Setup;

/**
 * Imports client ID metadata documents and then says so in the tenant's metadata. The order matters: a client that reads
 * there that its document would do uses it, and is unknown until it is imported.
 */
final class ImportClientDocuments extends TenantStep {

    static final String REGISTER = Part.CLIENTS.path() + "/cimd/register";
    static final String FIELD = "external_client_id";

    @Override
    public String id() {
        return "import-client-documents";
    }

    @Override
    public List<String> needs() {
        return List.of("create-api", "grant-third-party-clients", "understand-resource", "promote-connections");
    }

    @Override
    public boolean wanted(Setup setup) {
        return !setup.registration().documents().isEmpty();
    }

    @Override
    List<String> permissions(Setup setup) {
        return List.of("read:tenant_settings", "read:clients", "create:clients", "update:clients",
                "update:tenant_settings");
    }

    @Override
    List<String> undoPermissions(Setup setup) {
        return List.of("delete:clients");
    }

    /** What imports it. */
    static Change.Call register(String document) {
        return new Change.Call("POST", REGISTER, body(document));
    }

    private static ObjectNode body(String document) {
        return Json.object().put(FIELD, document);
    }

    @Override
    public Change plan(Setup setup, Snapshot state) {
        var edits = new ArrayList<Edit>();
        var missing = new ArrayList<String>();
        for (var document : setup.registration().documents().stream().distinct().toList()) {
            if (!document.startsWith("https://"))
                return refused("not-https", document);
            if (state.clients().stream().noneMatch(client -> document.equals(client.document()))) {
                missing.add(document);
                var body = body(document);
                edits.add(Edit.post(REGISTER, body, new Change.Field(FIELD, null, body.get(FIELD))));
            }
        }
        var effects = new ArrayList<Change.Effect>();
        if (!missing.isEmpty())
            effects.add(effect("by-hand"));
        if (!state.settings().documents())
            effects.add(effect("announced"));
        edits.add(Edit.patch(Part.SETTINGS.path(), state.settings().raw(),
                Json.object().put("client_id_metadata_document_supported", true)));
        return Edit.change(missing.isEmpty() ? Part.SETTINGS.path() : String.join(", ", missing), edits, effects);
    }
}

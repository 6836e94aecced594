package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;

/**
 * A client ID metadata document as the tenant reads it, before it is imported.
 *
 * @param callbacks where sign-ins would return to
 * @param violations why it cannot be imported, in the tenant's words; empty where it can
 * @param warnings what of it would be ignored, in the tenant's words
 */
public record ClientDocument(String address, String name, List<String> callbacks, List<String> violations,
        List<String> warnings) {

    public ClientDocument {
        callbacks = List.copyOf(callbacks);
        violations = List.copyOf(violations);
        warnings = List.copyOf(warnings);
    }

    /** Lets the tenant fetch and judge it. Changes nothing, but is no GET: so no plan ever does it. */
    public static ClientDocument preview(Tenant tenant, String address) throws FailureException {
        try {
            var answer = tenant.ask(new Change.Call("POST", Part.CLIENTS.path() + "/cimd/preview",
                    Json.object().put(ImportClientDocuments.FIELD, address)));
            var mapped = answer.path("mapped_fields");
            var validation = answer.path("validation");
            return new ClientDocument(address, mapped.path("name").asText(), texts(mapped.path("callbacks")),
                    texts(validation.path("violations")), texts(validation.path("warnings")));
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Refused(var status, var body) && status == 400)
                return new ClientDocument(address, "", List.of(), List.of(
                        Json.parse(body).map(json -> json.path("message").asText()).orElse(body)), List.of());
            throw e;
        }
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}

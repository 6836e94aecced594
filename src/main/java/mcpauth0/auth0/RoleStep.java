package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mcpauth0.http.FailureException;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.setup.Setup;

/** What has to do with roles: they are read only where they are wanted, since they take requests of their own. */
abstract class RoleStep extends TenantStep {

    @Override
    public boolean wanted(Setup setup) {
        return setup.api().tokens().roles() && !setup.roles().isEmpty();
    }

    /** With what belongs to the roles that the receipt names. */
    @Override
    public final Snapshot read(Tenant tenant, JsonNode receipt) throws FailureException {
        var roles = receipt.path("edits").valueStream().map(edit -> edit.path("path").asText().split("/", -1)[1])
                .collect(Collectors.toSet());
        return tenant.seen(new Directory.Question(roles, Set.of()));
    }

    /**
     * Gives a role those permissions of an API that it does not have; empty where it has all.
     *
     * @param path of the role's list
     */
    static Optional<Edit> permit(String path, String role, List<String> wanted, String audience, Snapshot state) {
        var there = state.directory().permissions(path, audience);
        var missing = wanted.stream().distinct().filter(value -> !there.contains(value)).toList();
        if (missing.isEmpty())
            return Optional.empty();
        var body = Json.object();
        var items = body.putArray("permissions");
        missing.forEach(value -> items.addObject().put("resource_server_identifier", audience).put("permission_name",
                value));
        var all = new ArrayList<>(there);
        all.addAll(missing);
        return Optional.of(Edit.post(path, body, new Change.Field(role + ": permissions",
                there.isEmpty() ? null : Json.MAPPER.valueToTree(there), Json.MAPPER.valueToTree(all))));
    }
}

package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import mcpauth0.http.FailureException;
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
}

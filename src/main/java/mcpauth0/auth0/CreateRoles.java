package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import mcpauth0.http.FailureException;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.plan.Newer;
import mcpauth0.setup.Setup;

/** Makes the roles that are not there yet. One that is there is found by its name and stays as it is. */
final class CreateRoles extends RoleStep {

    @Override
    public String id() {
        return "create-roles";
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    List<String> permissions(Setup setup) {
        return List.of("read:roles", "create:roles");
    }

    @Override
    List<String> undoPermissions(Setup setup) {
        return List.of("read:users", "delete:roles");
    }

    @Override
    public Snapshot read(Tenant tenant, Setup setup) throws FailureException {
        return tenant.seen(Directory.Question.NONE);
    }

    @Override
    public Snapshot read(Tenant tenant, Change.Write change) throws FailureException {
        return tenant.seen(Directory.Question.NONE);
    }

    @Override
    public Change plan(Setup setup, Snapshot state) {
        var missing = setup.roles().stream()
                .filter(role -> Directory.role(state.directory().roles(), Directory.named(role.name())).isEmpty())
                .toList();
        return Edit.change(String.join(", ", missing.stream().map(mcpauth0.setup.Role::name).toList()),
                missing.stream().map(role -> Edit.create(Part.ROLES,
                        Json.object().put("name", role.name()).put("description", role.description()))).toList(),
                List.of());
    }

    /** Somebody may have given the role to people, or permissions of other APIs to the role. */
    @Override
    Optional<Change.Refused> stillNeeded(JsonNode object, Snapshot state, Newer newer) {
        var path = Part.ROLES.path() + "/" + Part.idOf(object) + "/";
        return Directory.LISTS.stream().anyMatch(list -> state.directory().items(path + list).findAny().isPresent())
                ? Optional.of(refused("in-use", object.path("name").asText()))
                : Optional.empty();
    }
}

package mcpauth0.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who has which role, and what roles and users are permitted. What is assigned twice is assigned once. */
final class Assignments {

    private static final String API = "resource_server_identifier";
    private static final String PERMISSION = "permission_name";

    private final Core core;

    Assignments(Core core) {
        this.core = core;
    }

    ObjectNode role(Incoming request) {
        return role(request.variable("id"));
    }

    ObjectNode role(String id) {
        var role = TenantState.find(core.state().roles(), "id", id);
        if (role == null)
            throw Refusal.management(404, "The role does not exist.", "inexistent_role");
        return role;
    }

    ObjectNode user(String id) {
        var user = TenantState.find(core.state().users(), "user_id", id);
        if (user == null)
            throw Refusal.management(404, "The user does not exist.", "inexistent_user");
        return user;
    }

    /** The ids in the one field of the body. */
    List<String> named(Incoming request, String field) {
        var ids = new ArrayList<String>();
        Body.of(request, Set.of(field)).node().path(field).forEach(id -> ids.add(id.asText()));
        if (ids.isEmpty())
            throw Refusal.invalidBody("'Missing required property: " + field + "'.");
        return ids;
    }

    void join(String role, String user) {
        var member = Shapes.node().put("role_id", role(role).path("id").asText()).put("user_id",
                user(user).path("user_id").asText());
        if (!core.state().roleMembers().contains(member))
            core.state().roleMembers().add(member);
    }

    void leave(String role, String user) {
        core.state().roleMembers().remove(Shapes.node().put("role_id", role).put("user_id", user));
    }

    List<ObjectNode> members(String role) {
        return joined("role_id", role)
                .map(member -> user(member.path("user_id").asText()).deepCopy().retain("user_id", "email", "name"))
                .toList();
    }

    List<ObjectNode> roles(String user) {
        return joined("user_id", user).map(member -> role(member.path("role_id").asText())).toList();
    }

    private java.util.stream.Stream<ObjectNode> joined(String side, String id) {
        return core.state().roleMembers().stream().filter(member -> member.path(side).asText().equals(id));
    }

    /** Permissions with the names and descriptions that their API gives them. */
    List<ObjectNode> shown(List<ObjectNode> permissions, String whose, String id) {
        return permissions.stream().filter(each -> each.path(whose).asText().equals(id)).map(each -> {
            var api = core.api(each.path(API).asText());
            var permission = each.path(PERMISSION).asText();
            return Shapes.node().put(PERMISSION, permission)
                    .put("description", api == null ? "" : api.describe(permission))
                    .put("resource_server_name", api == null ? "" : api.name())
                    .put(API, each.path(API).asText());
        }).toList();
    }

    /** @throws Refusal when an API, or its permission, does not exist; then nothing is added */
    void add(Incoming request, List<ObjectNode> permissions, String whose, String id) {
        var wanted = wanted(request, whose, id);
        for (var each : wanted) {
            var api = core.api(each.path(API).asText());
            if (api == null)
                throw Refusal.management(404, "The resource server does not exist", "inexistent_resource_server");
            if (!api.scopes().contains(each.path(PERMISSION).asText()))
                throw Refusal.management(404, "The permission does not exist", "inexistent_permission");
        }
        wanted.stream().filter(each -> !permissions.contains(each)).forEach(permissions::add);
    }

    void remove(Incoming request, List<ObjectNode> permissions, String whose, String id) {
        permissions.removeAll(wanted(request, whose, id));
    }

    private static List<ObjectNode> wanted(Incoming request, String whose, String id) {
        var wanted = new ArrayList<ObjectNode>();
        for (JsonNode each : Body.of(request, Set.of("permissions")).node().path("permissions"))
            wanted.add(Shapes.node().put(whose, id).put(API, each.path(API).asText()).put(PERMISSION,
                    each.path(PERMISSION).asText()));
        if (wanted.isEmpty())
            throw Refusal.invalidBody("'Missing required property: permissions'.");
        return wanted;
    }
}

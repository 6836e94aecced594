package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;

/** {@code roles}: what they allow and who has them. Names are unique. */
final class RoleRoutes {

    private final Core core;
    private final Assignments assignments;

    RoleRoutes(Core core) {
        this.core = core;
        this.assignments = new Assignments(core);
    }

    void on(Guard guard) {
        guard.on("GET", "roles", "Get roles", this::list, "read:roles");
        guard.on("POST", "roles", "Create a role", this::create, "create:roles");
        guard.on("GET", "roles/{id}", "Get a role", request -> Listing.one(request, assignments.role(request)),
                "read:roles");
        guard.on("PATCH", "roles/{id}", "Update a role", this::update, "update:roles");
        guard.on("DELETE", "roles/{id}", "Delete a role", this::delete, "delete:roles");
        guard.on("GET", "roles/{id}/permissions", "Get a role's permissions",
                request -> Listing.of(request, "permissions",
                        assignments.shown(core.state().rolePermissions(), "role_id", id(request))),
                "read:roles");
        guard.on("POST", "roles/{id}/permissions", "Associate permissions with a role", request -> {
            assignments.add(request, core.state().rolePermissions(), "role_id", id(request));
            return Outgoing.empty(201);
        }, "update:roles");
        guard.on("DELETE", "roles/{id}/permissions", "Remove permissions from a role", request -> {
            assignments.remove(request, core.state().rolePermissions(), "role_id", id(request));
            return Outgoing.empty(204);
        }, "update:roles");
        guard.on("GET", "roles/{id}/users", "Get a role's users",
                request -> Listing.of(request, "users", assignments.members(id(request))), "read:users",
                "read:roles", "read:role_members");
        guard.on("POST", "roles/{id}/users", "Assign users to a role", request -> {
            var role = id(request);
            assignments.named(request, "users").forEach(user -> assignments.join(role, user));
            return Outgoing.empty(200);
        }, "update:roles", "create:role_members");
    }

    /** Of a role that exists. */
    private String id(Incoming request) {
        return assignments.role(request).path("id").asText();
    }

    private Outgoing list(Incoming request) {
        var filter = request.parameter("name_filter");
        return Listing.of(request, "roles", core.state().roles().stream().filter(
                role -> filter == null || role.path("name").asText().toLowerCase(Locale.ROOT).contains(
                        filter.toLowerCase(Locale.ROOT)))
                .toList());
    }

    private Outgoing create(Incoming request) {
        var body = Body.of(request, Set.of("name", "description"));
        var name = body.required("name", 1000);
        unique(name, "");
        var role = Shapes.node().put("id", "rol_" + core.ids().letters(16)).put("name", name).put("description",
                body.node().path("description").asText(""));
        core.state().roles().add(role);
        return Outgoing.json(200, role.deepCopy());
    }

    private Outgoing update(Incoming request) {
        var body = Body.of(request, Set.of("name", "description"));
        var role = assignments.role(request);
        var name = body.text("name", 1000);
        if (name != null)
            unique(name, role.path("id").asText());
        body.into(role);
        return Outgoing.json(200, role.deepCopy());
    }

    private Outgoing delete(Incoming request) {
        ObjectNode role = assignments.role(request);
        core.state().roles().remove(role);
        core.state().rolePermissions().removeIf(each -> each.path("role_id").equals(role.path("id")));
        core.state().roleMembers().removeIf(each -> each.path("role_id").equals(role.path("id")));
        return Outgoing.empty(204);
    }

    private void unique(String name, String except) {
        for (var role : core.state().roles())
            if (role.path("name").asText().equals(name) && !role.path("id").asText().equals(except))
                throw Refusal.management(409, "The specified role name already exists", "role_conflict");
    }
}

package mcpauth0.demo;

/** {@code users}: found by Auth0's search language, by their id and by their address; their roles and permissions. */
final class UserRoutes {

    private final Core core;
    private final Assignments assignments;

    UserRoutes(Core core) {
        this.core = core;
        this.assignments = new Assignments(core);
    }

    void on(Guard guard) {
        guard.on("GET", "users", "List or search users", this::list, "read:users");
        guard.on("GET", "users-by-email", "Search users by email", this::byEmail, "read:users");
        guard.on("GET", "users/{id}", "Get a user",
                request -> Listing.one(request, assignments.user(request.variable("id"))), "read:users");
        guard.on("GET", "users/{id}/roles", "Get a user's roles",
                request -> Listing.of(request, "roles", assignments.roles(id(request))), "read:users", "read:roles",
                "read:role_members");
        guard.on("POST", "users/{id}/roles", "Assign roles to a user", request -> {
            var user = id(request);
            assignments.named(request, "roles").forEach(role -> assignments.join(role, user));
            return Outgoing.empty(204);
        }, "update:users", "create:role_members");
        guard.on("DELETE", "users/{id}/roles", "Remove roles from a user", request -> {
            var user = id(request);
            assignments.named(request, "roles").forEach(role -> assignments.leave(role, user));
            return Outgoing.empty(204);
        }, "update:users", "delete:role_members");
        guard.on("GET", "users/{id}/permissions", "Get a user's permissions",
                request -> Listing.of(request, "permissions",
                        assignments.shown(core.state().userPermissions(), "user_id", id(request))),
                "read:users");
        guard.on("POST", "users/{id}/permissions", "Assign permissions to a user", request -> {
            assignments.add(request, core.state().userPermissions(), "user_id", id(request));
            return Outgoing.empty(201);
        }, "update:users");
        guard.on("DELETE", "users/{id}/permissions", "Remove permissions from a user", request -> {
            assignments.remove(request, core.state().userPermissions(), "user_id", id(request));
            return Outgoing.empty(204);
        }, "update:users");
    }

    /** Of a user who exists. */
    private String id(Incoming request) {
        return assignments.user(request.variable("id")).path("user_id").asText();
    }

    private Outgoing list(Incoming request) {
        var engine = request.parameter("search_engine");
        if (engine != null && !engine.equals("v3"))
            throw Refusal.management(400, "Query validation error: 'Invalid search_engine: " + engine + "'.",
                    "invalid_query_string");
        var query = Query.of(request.parameter("q"));
        return Listing.of(request, "users", core.state().users().stream().filter(query::fits).toList());
    }

    private Outgoing byEmail(Incoming request) {
        var email = request.parameter("email");
        if (email == null)
            throw Refusal.management(400, "Query validation error: 'Missing required property: email'.",
                    "invalid_query_string");
        return Listing.of(request, "users",
                core.state().users().stream().filter(user -> user.path("email").asText().equalsIgnoreCase(email))
                        .toList());
    }
}

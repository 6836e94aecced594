package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code connections}: where people sign in. Sending {@code options} replaces all of them. */
final class ConnectionRoutes {

    private static final Set<String> CHANGEABLE = Set.of("display_name", "options", "enabled_clients",
            "is_domain_connection", "show_as_button", "realms", "metadata", "authentication", "connected_accounts");

    private final Core core;

    ConnectionRoutes(Core core) {
        this.core = core;
    }

    void on(Guard guard) {
        guard.on("GET", "connections", "Get connections", this::list, "read:connections");
        guard.on("GET", "connections/{id}", "Get connection", request -> Listing.one(request, existing(request)),
                "read:connections");
        guard.on("POST", "connections", "Create a connection", this::create, "create:connections");
        guard.on("PATCH", "connections/{id}", "Update a connection", request -> {
            var body = Body.of(request, CHANGEABLE);
            var connection = existing(request);
            body.into(connection);
            return Outgoing.json(200, connection.deepCopy());
        }, "update:connections");
        guard.on("DELETE", "connections/{id}", "Delete a connection", request -> {
            core.state().connections()
                    .removeIf(connection -> connection.path("id").asText().equals(request.variable("id")));
            return Outgoing.empty(204);
        }, "delete:connections");
        guard.on("GET", "connections/{id}/clients", "Get enabled clients", this::clients, "read:connections");
        guard.on("PATCH", "connections/{id}/clients", "Update enabled clients", this::enable, "update:connections");
    }

    private Outgoing list(Incoming request) {
        var strategy = request.parameter("strategy");
        var name = request.parameter("name");
        return Listing.of(request, "connections",
                core.state().connections().stream()
                        .filter(each -> strategy == null || each.path("strategy").asText().equals(strategy))
                        .filter(each -> name == null || each.path("name").asText().equals(name)).toList());
    }

    private Outgoing create(Incoming request) {
        var allowed = new HashSet<>(CHANGEABLE);
        allowed.addAll(List.of("name", "strategy"));
        var body = Body.of(request, allowed);
        var name = body.required("name", 128);
        if (TenantState.find(core.state().connections(), "name", name) != null)
            throw Refusal.management(409, "A connection with the same name already exists", "connection_conflict");
        var strategy = body.required("strategy", 128);
        var social = core.state().connections().stream().filter(ConnectionRoutes::social).count();
        if (core.state().connections().size() >= core.plan().connections()
                || (!strategy.equals("auth0") && social >= core.plan().socialConnections()))
            throw Refusal.tooManyEntities();
        var connection = Shapes.connection(core.ids(), name, strategy, Shapes.node());
        body.into(connection);
        core.state().connections().add(connection);
        return Outgoing.json(201, connection.deepCopy());
    }

    /** The practice tenant has no enterprise connections, so all but databases count. */
    private static boolean social(ObjectNode connection) {
        return !connection.path("strategy").asText().equals("auth0");
    }

    private Outgoing clients(Incoming request) {
        var enabled = existing(request).path("enabled_clients");
        var page = Shapes.node();
        var array = page.putArray("clients");
        enabled.forEach(id -> array.addObject().put("client_id", id.asText()));
        return Outgoing.json(200, page);
    }

    private Outgoing enable(Incoming request) {
        var connection = existing(request);
        var changes = request.json();
        if (!changes.isArray())
            throw Refusal.invalidBody("'Expected type array' on property (root).");
        var enabled = new TreeSet<String>();
        connection.path("enabled_clients").forEach(id -> enabled.add(id.asText()));
        for (var change : changes) {
            var id = change.path("client_id").asText();
            if (core.state().client(id) == null)
                throw Refusal.management(404, "The client does not exist", "inexistent_client");
            if (change.path("status").asBoolean())
                enabled.add(id);
            else
                enabled.remove(id);
        }
        enabled.forEach(connection.putArray("enabled_clients")::add);
        return Outgoing.empty(204);
    }

    private ObjectNode existing(Incoming request) {
        var connection = TenantState.find(core.state().connections(), "id", request.variable("id"));
        if (connection == null)
            throw Refusal.management(404, "The connection does not exist", "inexistent_connection");
        return connection;
    }
}

package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the practice tenant remembers, as the Management API shows it. Not safe for several threads by itself: the
 * tenant holds its lock while a request or an edit looks at it.
 */
public final class TenantState {

    private final ObjectNode settings = JsonNodeFactory.instance.objectNode();
    private final List<ObjectNode> apis = new ArrayList<>();
    private final List<ObjectNode> grants = new ArrayList<>();
    private final List<ObjectNode> connections = new ArrayList<>();
    private final List<ObjectNode> clients = new ArrayList<>();
    private final List<ObjectNode> consents = new ArrayList<>();
    private final List<ObjectNode> logs = new ArrayList<>();
    private final Set<String> permissions = new LinkedHashSet<>();
    private final Map<String, String> secrets = new HashMap<>();

    TenantState() {
    }

    /** {@code tenants/settings}. */
    public ObjectNode settings() {
        return settings;
    }

    /** {@code resource-servers}. */
    public List<ObjectNode> apis() {
        return apis;
    }

    /** {@code client-grants}. */
    public List<ObjectNode> grants() {
        return grants;
    }

    /** {@code connections}. */
    public List<ObjectNode> connections() {
        return connections;
    }

    /** {@code clients}, without their secrets. */
    public List<ObjectNode> clients() {
        return clients;
    }

    /** What the user agreed to: {@code grants} of the Management API. */
    public List<ObjectNode> consents() {
        return consents;
    }

    /** {@code logs}, the newest last. */
    public List<ObjectNode> logs() {
        return logs;
    }

    /** Permissions that the user holds; they count for APIs that enforce them (RBAC). */
    public Set<String> permissions() {
        return permissions;
    }

    /** Client secrets by client id. */
    Map<String, String> secrets() {
        return secrets;
    }

    /** The API of that id or, to the byte, of that identifier. */
    public @Nullable ObjectNode api(String idOrIdentifier) {
        var byId = find(apis, "id", idOrIdentifier);
        return byId != null ? byId : find(apis, "identifier", idOrIdentifier);
    }

    public @Nullable ObjectNode client(String clientId) {
        return find(clients, "client_id", clientId);
    }

    /** The connection of that id or name. */
    public @Nullable ObjectNode connection(String idOrName) {
        var byId = find(connections, "id", idOrName);
        return byId != null ? byId : find(connections, "name", idOrName);
    }

    /** Whether a switch under {@code flags} is on. */
    boolean flag(String name) {
        return settings.path("flags").path(name).asBoolean();
    }

    static @Nullable ObjectNode find(List<ObjectNode> items, String field, String value) {
        for (var item : items)
            if (item.path(field).asText().equals(value))
                return item;
        return null;
    }
}

package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final List<ObjectNode> users = new ArrayList<>();
    private final List<ObjectNode> roles = new ArrayList<>();
    private final List<ObjectNode> rolePermissions = new ArrayList<>();
    private final List<ObjectNode> roleMembers = new ArrayList<>();
    private final List<ObjectNode> userPermissions = new ArrayList<>();
    private final List<ObjectNode> rules = new ArrayList<>();
    private final List<ObjectNode> customDomains = new ArrayList<>();
    private final Map<String, ObjectNode> documents = ClientDocuments.wellKnown();
    private final Map<String, String> secrets = new HashMap<>();
    private final Map<String, RSAPublicKey> keys = new HashMap<>();

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

    /** {@code users}. */
    public List<ObjectNode> users() {
        return users;
    }

    /** {@code roles}. */
    public List<ObjectNode> roles() {
        return roles;
    }

    /** {@code role_id}, {@code resource_server_identifier}, {@code permission_name}; they count where an API enforces them. */
    public List<ObjectNode> rolePermissions() {
        return rolePermissions;
    }

    /** {@code role_id}, {@code user_id}. */
    public List<ObjectNode> roleMembers() {
        return roleMembers;
    }

    /** Permissions without a role: {@code user_id}, {@code resource_server_identifier}, {@code permission_name}. */
    public List<ObjectNode> userPermissions() {
        return userPermissions;
    }

    /** {@code rules}. An active one keeps strict third-party applications out. */
    public List<ObjectNode> rules() {
        return rules;
    }

    /** {@code custom-domains}. */
    public List<ObjectNode> customDomains() {
        return customDomains;
    }

    /** The client ID metadata documents of the whole world, by their address; there is no network. */
    public Map<String, ObjectNode> documents() {
        return documents;
    }

    /** Client secrets by client id. */
    Map<String, String> secrets() {
        return secrets;
    }

    /** Public keys by client id, of applications that sign instead of telling a secret. */
    Map<String, RSAPublicKey> keys() {
        return keys;
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

package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

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

    /** {@code clients}. */
    public List<ObjectNode> clients() {
        return clients;
    }
}

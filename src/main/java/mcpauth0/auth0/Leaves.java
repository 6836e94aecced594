package mcpauth0.auth0;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import mcpauth0.http.Json;
import org.jspecify.annotations.Nullable;

/** An object's values by dotted names, {@code flags.enable_dynamic_client_registration}; a list is one value. */
final class Leaves {

    private static final Map<String, JsonNode> DOCUMENTED_DEFAULTS = Map.ofEntries(
            entry("resource_parameter_profile", TextNode.valueOf("audience")),
            entry("authorization_response_iss_parameter_supported", BooleanNode.FALSE),
            entry("client_id_metadata_document_supported", BooleanNode.FALSE),
            entry("flags.enable_dynamic_client_registration", BooleanNode.FALSE),
            entry("default_audience", TextNode.valueOf("")), entry("is_domain_connection", BooleanNode.FALSE),
            entry("allow_offline_access", BooleanNode.FALSE), entry("enforce_policies", BooleanNode.FALSE),
            entry("token_lifetime", IntNode.valueOf(86_400)), entry("token_lifetime_for_web", IntNode.valueOf(7_200)),
            entry("token_dialect", TextNode.valueOf("access_token")), entry("signing_alg", TextNode.valueOf("RS256")),
            entry("subject_type", TextNode.valueOf("client")));

    private Leaves() {
    }

    static Map<String, JsonNode> of(JsonNode object) {
        var found = new LinkedHashMap<String, JsonNode>();
        collect(object, "", found);
        return found;
    }

    private static void collect(JsonNode object, String prefix, Map<String, JsonNode> into) {
        object.properties().forEach(property -> {
            if (property.getValue().isObject())
                collect(property.getValue(), prefix + property.getKey() + ".", into);
            else
                into.put(prefix + property.getKey(), property.getValue());
        });
    }

    /** Null where it is absent. */
    static @Nullable JsonNode at(JsonNode object, String name) {
        var found = object.at("/" + name.replace('.', '/'));
        return found.isMissingNode() || found.isNull() ? null : found;
    }

    /** Whether both mean the same: absent is the documented default, and the order of a list does not count. */
    static boolean same(String name, @Nullable JsonNode one, @Nullable JsonNode other) {
        var left = orDefault(name, one);
        var right = orDefault(name, other);
        if (left.isArray() && right.isArray()) {
            var items = new LinkedHashSet<JsonNode>();
            left.forEach(items::add);
            var others = new LinkedHashSet<JsonNode>();
            right.forEach(others::add);
            return items.equals(others);
        }
        return left.equals(right);
    }

    static JsonNode orDefault(String name, @Nullable JsonNode value) {
        if (value != null)
            return value;
        var known = DOCUMENTED_DEFAULTS.get(name);
        return known == null ? Json.MAPPER.createArrayNode() : known;
    }

    /** The nested object again. */
    static ObjectNode nested(Map<String, JsonNode> leaves) {
        var root = Json.object();
        leaves.forEach((name, value) -> {
            var at = root;
            var parts = name.split("\\.", -1);
            for (var i = 0; i < parts.length - 1; i++)
                at = at.withObjectProperty(parts[i]);
            at.set(parts[parts.length - 1], value);
        });
        return root;
    }
}

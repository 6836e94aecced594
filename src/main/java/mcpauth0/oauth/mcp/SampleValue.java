package mcpauth0.oauth.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mcpauth0.http.Json;

/**
 * A value that fits a JSON Schema, as far as its plain words tell: what the schema offers itself, else the smallest of its
 * type. References are followed within the schema only; nothing is ever fetched for one (MCP 2026-07-28, JSON Schema
 * security implications).
 */
public final class SampleValue {

    private static final int DEEPEST = 12;
    private static final Map<String, String> FORMATS = Map.of("date", "2026-01-01", "date-time", "2026-01-01T00:00:00Z",
            "time", "00:00:00Z", "email", "ada@example.com", "uri", "https://example.com/", "uuid",
            "00000000-0000-4000-8000-000000000000", "ipv4", "192.0.2.1", "hostname", "example.com");

    private final JsonNode root;

    private SampleValue(JsonNode root) {
        this.root = root;
    }

    /** Arguments for a tool with that schema: the required ones. */
    public static ObjectNode arguments(JsonNode schema) {
        return new SampleValue(schema).of(schema, 0) instanceof ObjectNode object ? object : Json.object();
    }

    private JsonNode of(JsonNode schema, int depth) {
        if (depth > DEEPEST)
            return NullNode.instance;
        var offered = Stream.of(schema.path("const"), schema.path("default"), schema.path("enum").path(0),
                schema.path("examples").path(0)).filter(node -> !node.isMissingNode()).findFirst();
        if (offered.isPresent())
            return offered.get().deepCopy();
        var instead = local(schema.path("$ref").asText()).or(() -> Stream.of("allOf", "anyOf", "oneOf")
                .map(word -> schema.path(word).path(0)).filter(JsonNode::isObject).findFirst());
        return instead.isPresent() && !schema.has("properties")
                ? of(instead.get(), depth + 1)
                : ofType(type(schema), schema, depth);
    }

    private Optional<JsonNode> local(String reference) {
        if (reference.equals("#"))
            return Optional.of(root);
        return reference.startsWith("#/")
                ? Optional.of(root.at(reference.substring(1))).filter(JsonNode::isObject)
                : Optional.empty();
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isMissingNode())
            return schema.has("properties") ? "object" : "string";
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private JsonNode ofType(String type, JsonNode schema, int depth) {
        return switch (type) {
            case "object" -> object(schema, depth);
            case "array" -> {
                var array = Json.MAPPER.createArrayNode();
                var least = Math.min(schema.path("minItems").asInt(0), 100);
                while (array.size() < least)
                    array.add(of(schema.path("items"), depth + 1));
                yield array;
            }
            case "integer" -> IntNode.valueOf(least(schema).intValue());
            case "number" -> DecimalNode.valueOf(least(schema));
            case "boolean" -> BooleanNode.TRUE;
            case "null" -> NullNode.instance;
            default -> TextNode.valueOf(text(schema));
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var object = Json.object();
        for (var name : schema.path("required"))
            object.set(name.asText(), of(schema.path("properties").path(name.asText()), depth + 1));
        return object;
    }

    private static BigDecimal least(JsonNode schema) {
        if (schema.path("minimum").isNumber())
            return schema.get("minimum").decimalValue();
        return schema.path("exclusiveMinimum").isNumber()
                ? schema.get("exclusiveMinimum").decimalValue().add(BigDecimal.ONE)
                : BigDecimal.ONE;
    }

    private static String text(JsonNode schema) {
        var text = FORMATS.getOrDefault(schema.path("format").asText(), "a");
        var least = Math.min(schema.path("minLength").asInt(0), 1000);
        return text.length() >= least ? text : "a".repeat(least);
    }
}

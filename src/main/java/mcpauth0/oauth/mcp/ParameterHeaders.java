package mcpauth0.oauth.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import mcpauth0.http.Header;

/**
 * Which arguments of a tool go along as headers, by {@code x-mcp-header} in its schema (MCP 2026-07-28, custom headers from
 * tool parameters).
 *
 * @param names of the headers, by the way to the argument through {@code properties}
 */
record ParameterHeaders(Map<List<String>, String> names) {

    /** A schema that may not be used: clients leave such a tool out. */
    static final class Invalid extends Exception {

        private static final long serialVersionUID = 1;

        Invalid(String reason) {
            super(reason);
        }
    }

    private static final String MARK = "x-mcp-header";
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Set<String> PRIMITIVES = Set.of("string", "integer", "boolean");
    /** What stands under these is a value, not a schema. */
    private static final Set<String> VALUES = Set.of("default", "const", "enum", "examples", MARK);

    ParameterHeaders {
        names = Map.copyOf(names);
    }

    /** @throws Invalid with the offending name, or the rule that is broken */
    static ParameterHeaders of(JsonNode schema) throws Invalid {
        var reading = new Reading();
        reading.schema(schema, List.of(), true);
        return new ParameterHeaders(reading.names);
    }

    /** For these arguments; what is absent or null has none. */
    List<Header> of(ObjectNode arguments) {
        var lines = new ArrayList<Header>();
        names.forEach((path, name) -> {
            JsonNode value = arguments;
            for (var step : path)
                value = value.path(step);
            if (value.isValueNode() && !value.isNull())
                lines.add(new Header("Mcp-Param-" + name, HeaderValue.of(written(value))));
        });
        return lines;
    }

    private static String written(JsonNode value) {
        return value.isIntegralNumber() || value.canConvertToExactIntegral()
                ? value.bigIntegerValue().toString()
                : value.asText();
    }

    /** One walk through a schema. */
    private static final class Reading {

        private final Map<List<String>, String> names = new LinkedHashMap<>();
        private final Set<String> taken = new HashSet<>();

        /** @param reachable whether the way here leads through {@code properties} alone */
        private void schema(JsonNode node, List<String> path, boolean reachable) throws Invalid {
            if (node.has(MARK))
                mark(node, path, reachable);
            for (var field : node.properties()) {
                if (VALUES.contains(field.getKey()))
                    continue;
                var inside = field.getValue();
                if (field.getKey().equals("properties") && inside.isObject())
                    for (var property : inside.properties())
                        schema(property.getValue(), longer(path, property.getKey()), reachable);
                else
                    elsewhere(inside);
            }
        }

        private void elsewhere(JsonNode node) throws Invalid {
            if (node.isObject())
                schema(node, List.of(), false);
            for (var element : node.isArray() ? node : List.<JsonNode>of())
                elsewhere(element);
        }

        private void mark(JsonNode node, List<String> path, boolean reachable) throws Invalid {
            var name = node.get(MARK);
            if (!name.isTextual() || !TOKEN.matcher(name.textValue()).matches())
                throw new Invalid(MARK + ": " + name);
            if (!reachable || path.isEmpty() || !primitive(node.path("type")))
                throw new Invalid(MARK + ": " + name.textValue() + ", " + String.join(".", path) + " "
                        + node.path("type"));
            if (!taken.add(name.textValue().toLowerCase(Locale.ROOT)))
                throw new Invalid(MARK + ": " + name.textValue() + " twice");
            names.put(path, name.textValue());
        }

        private static boolean primitive(JsonNode type) {
            if (!type.isArray())
                return PRIMITIVES.contains(type.asText());
            var kinds = new ArrayList<String>();
            type.forEach(kind -> kinds.add(kind.asText()));
            kinds.remove("null");
            return !kinds.isEmpty() && PRIMITIVES.containsAll(kinds);
        }

        private static List<String> longer(List<String> path, String step) {
            var all = new ArrayList<>(path);
            all.add(step);
            return List.copyOf(all);
        }
    }
}

package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the body of a Management API request and refuses what the API's schema refuses. */
record Body(ObjectNode node) {

    /** @throws Refusal when the body is no JSON object or has a field that is not in {@code allowed} */
    static Body of(Incoming request, Set<String> allowed) {
        if (!(request.json() instanceof ObjectNode node))
            throw Refusal.invalidBody("'Expected type object' on property (root).");
        node.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name))
                throw Refusal.invalidBody("'Additional properties not allowed: " + name + "'.");
        });
        return new Body(node);
    }

    String required(String name, int longest) {
        var text = text(name, longest);
        if (text == null)
            throw Refusal.invalidBody("'Missing required property: " + name + "'.");
        return text;
    }

    @Nullable
    String text(String name, int longest) {
        var value = node.get(name);
        if (value == null || value.isNull())
            return null;
        if (!value.isTextual())
            throw Refusal.invalidBody("'Expected type string but found type " + value.getNodeType().name().toLowerCase(
                    java.util.Locale.ROOT) + "' on property " + name + ".");
        var text = value.textValue();
        if (text.isEmpty())
            throw Refusal.invalidBody("'String is too short (0 chars), minimum 1' on property " + name + ".");
        if (text.length() > longest)
            throw Refusal.invalidBody(
                    "'String is too long (" + text.length() + " chars), maximum " + longest + "' on property " + name
                            + ".");
        return text;
    }

    void oneOf(String name, List<String> values) {
        var value = node.get(name);
        if (value != null && !value.isNull() && !(value.isTextual() && values.contains(value.textValue())))
            throw Refusal.invalidBody("'No enum match for: " + value.asText() + "' on property " + name + ".");
    }

    /** Sets every field of the body; null takes the field away. */
    void into(ObjectNode target) {
        node.properties().forEach(field -> {
            if (field.getValue().isNull())
                target.remove(field.getKey());
            else
                target.set(field.getKey(), field.getValue());
        });
    }
}

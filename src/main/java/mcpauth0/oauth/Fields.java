package mcpauth0.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Fields of a foreign document, where they have the type that they should have. */
final class Fields {

    private Fields() {
    }

    static @Nullable String text(JsonNode document, String name) {
        var field = document.get(name);
        return field != null && field.isTextual() ? field.textValue() : null;
    }

    /** The strings of an array; null where there is no array. */
    static @Nullable List<String> texts(JsonNode document, String name) {
        return document.get(name) instanceof ArrayNode array
                ? StreamSupport.stream(array.spliterator(), false).filter(JsonNode::isTextual).map(JsonNode::textValue)
                        .toList()
                : null;
    }

    static boolean isTrue(JsonNode document, String name) {
        var field = document.get(name);
        return field != null && field.isBoolean() && field.booleanValue();
    }
}

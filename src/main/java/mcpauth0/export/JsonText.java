package mcpauth0.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import mcpauth0.http.Json;

/**
 * JSON in which everything can be seen: what has no look of its own, or makes text around it look other than it is, is
 * written as its number. YAML reads its texts as they are.
 */
final class JsonText {

    private static final DefaultPrettyPrinter LINES = new DefaultPrettyPrinter(Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER));

    private JsonText() {
    }

    /** Over several lines. */
    static String of(JsonNode node) {
        try {
            return visible(Json.MAPPER.writer(LINES).writeValueAsString(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A text in its quotes. */
    static String of(String text) {
        return visible(Json.write(TextNode.valueOf(text)));
    }

    private static String visible(String json) {
        var seen = new StringBuilder();
        json.codePoints().forEach(c -> {
            if (c == '\n') {
                seen.append('\n');
                return;
            }
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED, Character.SURROGATE -> {
                    for (var half : Character.toChars(c))
                        seen.append("\\u%04x".formatted((int) half));
                }
                default -> seen.appendCodePoint(c);
            }
        });
        return seen.toString();
    }
}

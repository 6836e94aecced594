package mcpauth0.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A block of HashiCorp's language, laid out as {@code terraform fmt} does: attributes first, their signs in one column. */
final class Hcl {

    private final String head;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Hcl> blocks = new ArrayList<>();

    private Hcl(String head) {
        this.head = head;
    }

    static Hcl block(String type, String... labels) {
        return new Hcl(
                type + List.of(labels).stream().map(label -> " \"" + label + "\"").collect(Collectors.joining()));
    }

    Hcl set(String name, JsonNode value) {
        return is(name, value.isArray()
                ? "[" + value.valueStream().map(Hcl::literal).collect(Collectors.joining(", ")) + "]"
                : literal(value));
    }

    Hcl set(String name, String text) {
        return is(name, quoted(text));
    }

    /** @param expression in the language itself */
    Hcl is(String name, String expression) {
        attributes.put(name, expression);
        return this;
    }

    Hcl with(Hcl block) {
        blocks.add(block);
        return this;
    }

    private static String literal(JsonNode value) {
        return value.isTextual() ? quoted(value.asText()) : value.asText();
    }

    /** A dollar or percent sign that could begin a template is written as its number. */
    static String quoted(String text) {
        var seen = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> seen.append('\\').appendCodePoint(c);
                case '\n' -> seen.append("\\n");
                case '\r' -> seen.append("\\r");
                case '\t' -> seen.append("\\t");
                case '{' -> opened(seen);
                default -> append(seen, c);
            }
        });
        return seen.append('"').toString();
    }

    private static void opened(StringBuilder seen) {
        var last = seen.charAt(seen.length() - 1);
        if (last == '$' || last == '%')
            seen.replace(seen.length() - 1, seen.length(), "\\u%04x".formatted((int) last));
        seen.append('{');
    }

    private static void append(StringBuilder seen, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE, Character.UNASSIGNED ->
                seen.append("\\U%08x".formatted(c));
            case Character.SURROGATE -> seen.append('\ufffd');
            default -> seen.appendCodePoint(c);
        }
    }

    @Override
    public String toString() {
        return lines("");
    }

    private String lines(String indent) {
        var inner = indent + "  ";
        var width = attributes.keySet().stream().mapToInt(String::length).max().orElse(0);
        var text = new StringBuilder(indent).append(head).append(" {\n");
        attributes.forEach((name, value) -> text.append(inner).append(name)
                .append(" ".repeat(width - name.length())).append(" = ").append(value).append('\n'));
        for (var block : blocks) {
            if (!text.toString().endsWith("{\n"))
                text.append('\n');
            text.append(block.lines(inner));
        }
        return text.append(indent).append("}\n").toString();
    }
}

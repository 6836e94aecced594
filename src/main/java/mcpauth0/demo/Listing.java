package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists as the Management API gives them: a bare array; with {@code include_totals} an object with the totals; with
 * {@code take} an object with the token of the next page. {@code fields} leaves fields out or the others.
 */
final class Listing {

    private Listing() {
    }

    static Outgoing of(Incoming request, String name, List<ObjectNode> items) {
        var asked = request.parameters();
        if (asked.containsKey("take") || asked.containsKey("from")) {
            var size = number(request, "take", 50, 100);
            var start = number(request, "from", 0, Integer.MAX_VALUE);
            var page = Shapes.node();
            put(page, name, request, items, start, size);
            if (start + size < items.size())
                page.put("next", String.valueOf(start + size));
            return Outgoing.json(200, page);
        }
        return asked.containsKey("page") || asked.containsKey("per_page") || "true".equals(asked.get("include_totals"))
                ? paged(request, name, items)
                : whole(request, name, items);
    }

    private static Outgoing whole(Incoming request, String name, List<ObjectNode> items) {
        var page = Shapes.node();
        put(page, name, request, items, 0, items.size());
        return Outgoing.json(200, page.path(name));
    }

    /** By {@code page} and {@code per_page} even where the request names neither. */
    static Outgoing paged(Incoming request, String name, List<ObjectNode> items) {
        var size = number(request, "per_page", 50, 100);
        var start = number(request, "page", 0, Integer.MAX_VALUE / 100) * size;
        var page = Shapes.node();
        put(page, name, request, items, start, size);
        if (!"true".equals(request.parameter("include_totals")))
            return Outgoing.json(200, page.path(name));
        page.put("start", start).put("limit", size).put("length", page.path(name).size()).put("total", items.size());
        return Outgoing.json(200, page);
    }

    static Outgoing one(Incoming request, ObjectNode item) {
        return Outgoing.json(200, chosen(request, item));
    }

    private static void put(ObjectNode page, String name, Incoming request, List<ObjectNode> items, int start,
            int size) {
        var array = JsonNodeFactory.instance.arrayNode();
        items.stream().skip(start).limit(size).forEach(item -> array.add(chosen(request, item)));
        page.set(name, array);
    }

    private static ObjectNode chosen(Incoming request, ObjectNode item) {
        var fields = request.parameter("fields");
        if (fields == null || fields.isBlank())
            return item.deepCopy();
        Set<String> named = new LinkedHashSet<>(List.of(fields.split(",", -1)));
        var copy = item.deepCopy();
        return "false".equals(request.parameter("include_fields")) ? copy.remove(named) : copy.retain(named);
    }

    static int number(Incoming request, String name, int usual, int most) {
        var text = request.parameter(name);
        if (text == null || text.isEmpty())
            return usual;
        try {
            var number = Integer.parseInt(text);
            if (number >= 0 && number <= most)
                return number;
        } catch (NumberFormatException e) {
            throw wrong(name, text);
        }
        throw wrong(name, text);
    }

    private static Refusal wrong(String name, String text) {
        return Refusal.management(400, "Query validation error: '" + text + "' on property " + name,
                "invalid_query_string");
    }
}

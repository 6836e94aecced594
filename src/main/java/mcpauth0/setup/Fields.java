package mcpauth0.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object that is read from a file. What cannot be used is noted by its name and read as absent.
 *
 * @param path what stands before a field's name when it is noted: empty, or {@code api.}
 * @param problems names of the fields that cannot be used, first come first
 */
record Fields(JsonNode node, String path, List<String> problems) {

    static Fields of(JsonNode root) {
        return new Fields(root, "", new ArrayList<>());
    }

    private @Nullable JsonNode at(String field) {
        var found = node.get(field);
        return found == null || found.isNull() ? null : found;
    }

    private void complain(String field) {
        problems.add(path + field);
    }

    /** An object within; one without fields where it is absent. */
    Fields within(String field) {
        var found = at(field);
        if (found != null && !found.isObject())
            complain(field);
        return new Fields(found == null ? MissingNode.getInstance() : found, path + field + ".", problems);
    }

    /** The objects of a list. */
    Stream<Fields> each(String field) {
        return items(field).map(item -> new Fields(item, path + field + ".", problems));
    }

    private Stream<JsonNode> items(String field) {
        var found = at(field);
        if (found == null)
            return Stream.empty();
        if (!found.isArray())
            complain(field);
        return found.valueStream();
    }

    @Nullable
    String text(String field) {
        var found = at(field);
        if (found == null || found.isTextual())
            return found == null ? null : found.textValue();
        complain(field);
        return null;
    }

    String text(String field, String otherwise) {
        var found = text(field);
        return found == null ? otherwise : found;
    }

    /** A text that must be there. */
    String needed(String field) {
        var found = text(field, "");
        if (found.isBlank())
            complain(field);
        return found;
    }

    List<String> texts(String field) {
        return items(field).map(item -> {
            if (!item.isTextual())
                complain(field);
            return item.asText();
        }).toList();
    }

    boolean flag(String field, boolean otherwise) {
        var found = at(field);
        if (found != null && !found.isBoolean())
            complain(field);
        return found == null ? otherwise : found.asBoolean(otherwise);
    }

    /** How long something lasts. */
    @Nullable
    Integer seconds(String field) {
        var found = at(field);
        if (found == null || (found.isInt() && TokenSettings.lasts(found.intValue())))
            return found == null ? null : found.intValue();
        complain(field);
        return null;
    }

    /** One of a few words. */
    <T> @Nullable T word(String field, List<T> known, Function<T, String> spelt) {
        var text = text(field);
        if (text == null)
            return null;
        Optional<T> found = known.stream().filter(each -> spelt.apply(each).equals(text)).findFirst();
        if (found.isEmpty())
            complain(field);
        return found.orElse(null);
    }

    <T> @Nullable T parsed(String field, Function<String, Parsed<T>> parser) {
        var text = text(field);
        if (text == null)
            return null;
        return switch (parser.apply(text)) {
            case Parsed.Good<T>(var value) -> value;
            case Parsed.Bad<T> _ -> {
                complain(field);
                yield null;
            }
        };
    }
}

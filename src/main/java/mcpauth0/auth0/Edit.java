package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;

/**
 * One call of a change, with the fields that it sets. Of a change's fields, as many belong to each call as its body has,
 * in the same order; so a change tells by itself what each call wrote.
 */
record Edit(Change.Call call, List<Change.Field> fields) {

    /** Makes an object. */
    static Edit create(Part part, ObjectNode body) {
        return new Edit(new Change.Call("POST", part.path(), body), Leaves.of(body).entrySet().stream()
                .map(leaf -> new Change.Field(leaf.getKey(), null, leaf.getValue())).toList());
    }

    /** Sets the fields that are not as wanted already, and sends nothing else: a list or object is replaced whole. */
    static Edit patch(String path, JsonNode now, ObjectNode wanted) {
        var differing = new LinkedHashMap<String, JsonNode>();
        Leaves.of(wanted).forEach((name, value) -> {
            if (!Leaves.same(name, Leaves.at(now, name), value))
                differing.put(name, value);
        });
        return new Edit(new Change.Call("PATCH", path, Leaves.nested(differing)), differing.entrySet().stream().map(
                leaf -> new Change.Field(leaf.getKey(), Leaves.at(now, leaf.getKey()), leaf.getValue())).toList());
    }

    static Edit delete(String path) {
        return new Edit(new Change.Call("DELETE", path, null), List.of());
    }

    private boolean empty() {
        return call.method().equals("PATCH") && fields.isEmpty();
    }

    /** What these make together: nothing, where each is as wanted. */
    static Change change(String target, List<Edit> edits, List<Change.Effect> effects) {
        var needed = edits.stream().filter(edit -> !edit.empty()).toList();
        if (needed.isEmpty())
            return new Change.Nothing();
        return new Change.Write(target, needed.stream().flatMap(edit -> edit.fields.stream()).toList(),
                needed.stream().map(edit -> Permissions.of(edit.call)).distinct().toList(),
                needed.stream().map(Edit::call).toList(), effects);
    }

    /** The edits of a change that {@link #change} made. */
    static Stream<Edit> of(Change.Write change) {
        var fields = change.fields().iterator();
        return change.calls().stream().map(call -> {
            var body = call.body();
            var count = body == null ? 0 : Leaves.of(body).size();
            return new Edit(call, Stream.generate(fields::next).limit(count).toList());
        });
    }

    /** The receipt's words for it. */
    JsonNode receipt(String path, boolean created) {
        var receipt = Json.object().put("path", path).put("created", created);
        receipt.set("fields", Json.MAPPER.valueToTree(fields));
        return receipt;
    }
}

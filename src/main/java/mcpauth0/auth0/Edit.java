package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
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

    /**
     * Deletes an object that is made again when this is taken back.
     *
     * @param again what makes it again
     */
    static Edit remove(String path, ObjectNode again) {
        return new Edit(new Change.Call("DELETE", path, null), Leaves.of(again).entrySet().stream()
                .map(leaf -> new Change.Field(leaf.getKey(), leaf.getValue(), null)).toList());
    }

    /** A call with one value that is told in other words than it is sent. */
    static Edit post(String path, ObjectNode body, Change.Field told) {
        return new Edit(new Change.Call("POST", path, body), List.of(told));
    }

    /** Takes items off a list. */
    static Edit without(String path, JsonNode body) {
        return new Edit(new Change.Call("DELETE", path, body), List.of());
    }

    /** Whether a path is that of something which belongs to one object: {@code roles/rol_1/users}. */
    static boolean lists(String path) {
        return Directory.LISTS.stream().anyMatch(list -> path.startsWith(Part.ROLES.path() + "/")
                && path.endsWith("/" + list));
    }

    Part part() {
        return Part.of(call.path()).orElseThrow(() -> new IllegalArgumentException(call.path()));
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

    /** The edits of a change that {@link #change} made; what a deleted object was has nothing after it. */
    static Stream<Edit> of(Change.Write change) {
        var left = new ArrayDeque<>(change.fields());
        return change.calls().stream().map(call -> {
            var fields = new ArrayList<Change.Field>();
            var body = call.body();
            if (call.method().equals("DELETE"))
                while (!left.isEmpty() && left.getFirst().after() == null)
                    fields.add(left.removeFirst());
            else if (body != null)
                Leaves.of(body).forEach((_, _) -> fields.add(left.removeFirst()));
            return new Edit(call, fields);
        });
    }
}

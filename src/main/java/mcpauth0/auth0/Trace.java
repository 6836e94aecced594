package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.plan.Newer;
import org.jspecify.annotations.Nullable;

/**
 * What one call left in the tenant: found by looking, kept in the receipt, and taken back by looking again.
 *
 * @param path of the object, or of a role's list, with the ids that the server chose
 * @param fields as they were before and as they were written; of a list, the items that it did not have before
 */
record Trace(Kind kind, String path, List<Change.Field> fields) {

    enum Kind {
        /** An object that was not there. */
        MADE,
        /** Values of an object that was there. */
        ALTERED,
        /** An object that is gone; made again, it has another id. */
        REMOVED,
        /** Items of a list that belongs to a role. */
        ADDED
    }

    Trace {
        fields = List.copyOf(fields);
    }

    /** Empty where the call left nothing, or was not sent at all. */
    static Optional<Trace> of(Edit edit, Snapshot state) {
        var call = edit.call();
        return switch (call.method()) {
            case "POST" -> Edit.lists(call.path()) ? added(call, state) : made(edit, state);
            case "DELETE" -> state.object(call.path()) == null
                    ? Optional.of(new Trace(Kind.REMOVED, call.path(), edit.fields()))
                    : Optional.empty();
            default -> altered(edit, state);
        };
    }

    private static Optional<Trace> made(Edit edit, Snapshot state) {
        var part = edit.part();
        return same(part, edit.fields(), state).map(item -> new Trace(Kind.MADE, part.path() + "/" + Part.idOf(item),
                edit.call().path().equals(part.path()) ? edit.fields() : all(item)));
    }

    /** The object of that part which is meant by these values: those that make it the only one of its kind agree. */
    private static Optional<JsonNode> same(Part part, List<Change.Field> fields, Snapshot state) {
        var key = fields.stream().filter(field -> part.key().contains(field.name())).toList();
        return state.collection(part.path()).stream()
                .filter(item -> key.stream().allMatch(
                        field -> Leaves.same(field.name(), Leaves.at(item, field.name()), field.after())))
                .findFirst();
    }

    /** What the tenant made of a call that names a document: all of it is ours until somebody changes it. */
    private static List<Change.Field> all(JsonNode item) {
        return Leaves.of(item).entrySet().stream().filter(leaf -> !leaf.getKey().equals("client_id"))
                .map(leaf -> new Change.Field(leaf.getKey(), null, leaf.getValue())).toList();
    }

    private static Optional<Trace> altered(Edit edit, Snapshot state) {
        var object = state.object(edit.call().path());
        var there = object == null
                ? List.<Change.Field>of()
                : edit.fields().stream()
                        .filter(field -> Leaves.same(field.name(), Leaves.at(object, field.name()), field.after()))
                        .toList();
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(new Trace(Kind.ALTERED, edit.call().path(), there));
    }

    private static Optional<Trace> added(Change.Call call, Snapshot state) {
        var field = Leaves.of(call.body() == null ? Json.object() : call.body()).entrySet().iterator().next();
        var path = state.directory().path(call.path());
        var there = state.directory().there(call.path(), field.getValue());
        return path.isEmpty() || there.isEmpty()
                ? Optional.empty()
                : Optional.of(new Trace(Kind.ADDED, path.get(),
                        List.of(new Change.Field(field.getKey(), null, Json.MAPPER.valueToTree(there)))));
    }

    JsonNode receipt() {
        var receipt = Json.object().put("path", path).put("kind", kind.name()).put("created", kind == Kind.MADE);
        receipt.set("fields", Json.MAPPER.valueToTree(fields));
        return receipt;
    }

    /** Of a receipt, also one of a version that knew two kinds alone. */
    static Trace of(JsonNode receipt) {
        var kind = receipt.path("kind").asText(receipt.path("created").asBoolean() ? "MADE" : "ALTERED");
        return new Trace(Kind.valueOf(kind), receipt.path("path").asText(), receipt.path("fields").valueStream().map(
                field -> new Change.Field(field.path("name").asText(), field.get("before"), field.get("after")))
                .toList());
    }

    /** The object that was made or altered; null where there is none any more. */
    @Nullable
    JsonNode object(Snapshot state) {
        return kind == Kind.MADE || kind == Kind.ALTERED ? state.object(path) : null;
    }

    /** What somebody changed since; a value that is as it was before our change needs nothing. */
    List<Change.Divergence> newer(Snapshot state) {
        var found = new ArrayList<Change.Divergence>();
        var object = object(state);
        if (object != null)
            for (var field : fields) {
                var now = Leaves.at(object, field.name());
                var back = kind == Kind.ALTERED && Leaves.same(field.name(), now, field.before());
                if (!back && !Leaves.same(field.name(), now, field.after()))
                    found.add(new Change.Divergence(field.name(), field.before(), field.after(), now));
            }
        return found;
    }

    /** What takes it back, in the order of sending; nothing where that was done already. */
    Stream<Edit> back(Snapshot state, Newer newer) {
        var divergences = newer(state);
        var object = object(state);
        return switch (kind) {
            case ALTERED -> object == null
                    ? Stream.empty()
                    : Stream.of(Edit.patch(path, object, Leaves.nested(
                            before(object, newer == Newer.REPLACE ? divergences : List.of()))));
            case MADE -> object == null || !(divergences.isEmpty() || newer == Newer.REPLACE)
                    ? Stream.empty()
                    : Stream.of(Edit.delete(path));
            case REMOVED -> madeAgain(state);
            case ADDED -> without(state);
        };
    }

    /** The values to put back: of what is still as it was written, and of what shall be replaced. */
    private Map<String, JsonNode> before(JsonNode object, List<Change.Divergence> replaced) {
        var before = new LinkedHashMap<String, JsonNode>();
        for (var field : fields)
            if (Leaves.same(field.name(), Leaves.at(object, field.name()), field.after())
                    || replaced.stream().anyMatch(each -> each.name().equals(field.name())))
                before.put(field.name(), Leaves.orDefault(field.name(), field.before()));
        return before;
    }

    /** Where what was removed stands again. */
    Optional<String> again(Snapshot state) {
        var part = Part.of(path).orElseThrow();
        var as = fields.stream().map(field -> new Change.Field(field.name(), null, field.before())).toList();
        return same(part, as, state).map(item -> part.path() + "/" + Part.idOf(item));
    }

    /** Whoever made one like it in the meantime has settled the matter. */
    private Stream<Edit> madeAgain(Snapshot state) {
        var part = Part.of(path).orElseThrow();
        if (again(state).isPresent())
            return Stream.empty();
        var body = new LinkedHashMap<String, JsonNode>();
        fields.forEach(field -> body.put(field.name(), Leaves.orDefault(field.name(), field.before())));
        return Stream.of(Edit.create(part, Leaves.nested(body)));
    }

    /** A role's users are let go one by one, for there is no call that does it for the role. */
    private Stream<Edit> without(Snapshot state) {
        var field = fields.getFirst();
        var there = state.directory().there(path, field.after() == null ? Json.object() : field.after());
        if (there.isEmpty())
            return Stream.empty();
        if (!field.name().equals("users"))
            return Stream.of(Edit.without(path,
                    Json.object().set(field.name(), Json.MAPPER.valueToTree(there))));
        var role = Json.object();
        role.putArray("roles").add(Directory.reference(path));
        return there.stream().map(user -> Edit.without(
                Part.USERS.path() + "/" + URLEncoder.encode(user.asText(), StandardCharsets.UTF_8) + "/roles", role));
    }
}

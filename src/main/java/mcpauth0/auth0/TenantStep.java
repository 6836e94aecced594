package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import mcpauth0.http.FailureException;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.plan.Step;
import mcpauth0.setup.Setup;
import org.jspecify.annotations.Nullable;

/**
 * What all steps have in common: each looks at one snapshot, and what its calls wrote can be found and put back without
 * knowing which step it is. A step itself only says what it wants.
 */
abstract class TenantStep implements Step<Tenant, Snapshot> {

    static final String CHANGED_SINCE = "changed-since";

    @Override
    public final Snapshot read(Tenant tenant) throws FailureException {
        return tenant.seen();
    }

    /** The permissions that planning, making and proving the step may take, in the order in which they are used. */
    abstract List<String> permissions(Setup setup);

    /** Those that taking it back may take besides. */
    List<String> undoPermissions(Setup setup) {
        return List.of();
    }

    static Change.Refused refused(String reason, String... values) {
        return new Change.Refused(reason, List.of(values));
    }

    static Change.Effect effect(String key, String... values) {
        return new Change.Effect(key, List.of(values));
    }

    @Override
    public final @Nullable JsonNode receipt(Change.Write change, Snapshot state) {
        var edits = Json.MAPPER.createArrayNode();
        Edit.of(change).forEach(edit -> {
            if (edit.call().method().equals("POST"))
                created(edit, state).ifPresent(path -> edits.add(edit.receipt(path, true)));
            else
                written(edit, state).ifPresent(done -> edits.add(done.receipt(edit.call().path(), false)));
        });
        return edits.isEmpty() ? null : Json.object().set("edits", edits);
    }

    /** The path of the object that was made, known by what makes it the only one of its kind. */
    private static Optional<String> created(Edit edit, Snapshot state) {
        var part = edit.call().path();
        var key = part.equals(Part.APIS.path())
                ? List.of("identifier")
                : List.of("audience", "default_for", "subject_type");
        return state.collection(part).stream()
                .filter(item -> edit.fields().stream().filter(field -> key.contains(field.name()))
                        .allMatch(field -> Leaves.same(field.name(), Leaves.at(item, field.name()), field.after())))
                .findFirst().map(item -> part + "/" + Part.idOf(item));
    }

    private static Optional<Edit> written(Edit edit, Snapshot state) {
        var object = state.object(edit.call().path());
        if (object == null)
            return Optional.empty();
        var there = edit.fields().stream()
                .filter(field -> Leaves.same(field.name(), Leaves.at(object, field.name()), field.after())).toList();
        return there.isEmpty() ? Optional.empty() : Optional.of(new Edit(edit.call(), there));
    }

    @Override
    public final Change planUndo(JsonNode receipt, Snapshot state) {
        var edits = new ArrayList<Edit>();
        for (var done : receipt.path("edits")) {
            var path = done.path("path").asText();
            var object = state.object(path);
            if (object == null)
                continue;
            var created = done.path("created").asBoolean();
            var reason = created ? stillNeeded(object, state) : Optional.<Change.Refused>empty();
            if (reason.isPresent())
                return reason.get();
            var before = new LinkedHashMap<String, JsonNode>();
            for (var field : done.path("fields")) {
                var name = field.path("name").asText();
                var now = Leaves.at(object, name);
                if (Leaves.same(name, now, field.get("after")))
                    before.put(name, Leaves.orDefault(name, field.get("before")));
                else if (created || !Leaves.same(name, now, field.get("before")))
                    return refused(CHANGED_SINCE, name);
            }
            edits.addFirst(created ? Edit.delete(path) : Edit.patch(path, object, Leaves.nested(before)));
        }
        return Edit.change(targetOf(receipt), edits, List.of());
    }

    /** Why an object that this step made cannot be deleted, although it is as it was made. */
    Optional<Change.Refused> stillNeeded(JsonNode object, Snapshot state) {
        return Optional.empty();
    }

    private static String targetOf(JsonNode receipt) {
        return receipt.path("edits").path(0).path("path").asText();
    }
}

package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcpauth0.http.FailureException;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.plan.Newer;
import mcpauth0.plan.Step;
import mcpauth0.setup.Setup;
import org.jspecify.annotations.Nullable;

/**
 * What all steps have in common: each looks at one snapshot, and what its calls wrote can be found and put back without
 * knowing which step it is. A step itself only says what it wants.
 */
abstract class TenantStep implements Step<Tenant, Snapshot> {

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
    public final Change planUndo(JsonNode receipt, Snapshot state, Newer newer) {
        var edits = new ArrayList<Edit>();
        var diverged = new ArrayList<Change.Divergence>();
        for (var done : receipt.path("edits")) {
            var path = done.path("path").asText();
            var object = state.object(path);
            if (object == null)
                continue;
            var created = done.path("created").asBoolean();
            var newerOnes = newer(done, object);
            diverged.addAll(newerOnes);
            if (!created)
                edits.addFirst(Edit.patch(path, object,
                        Leaves.nested(before(done, object, newer == Newer.REPLACE ? newerOnes : List.of()))));
            else if (newerOnes.isEmpty() || newer == Newer.REPLACE)
                edits.addFirst(Edit.delete(path));
        }
        return newer == Newer.ASK && !diverged.isEmpty()
                ? new Change.Diverged(targetOf(receipt), diverged)
                : Edit.change(targetOf(receipt), edits, List.of());
    }

    /** What somebody changed since; a value that is as it was before our change needs nothing. */
    private static List<Change.Divergence> newer(JsonNode done, JsonNode object) {
        var found = new ArrayList<Change.Divergence>();
        for (var field : done.path("fields")) {
            var name = field.path("name").asText();
            var now = Leaves.at(object, name);
            var back = !done.path("created").asBoolean() && Leaves.same(name, now, field.get("before"));
            if (!back && !Leaves.same(name, now, field.get("after")))
                found.add(new Change.Divergence(name, field.get("before"), field.get("after"), now));
        }
        return found;
    }

    /** The values to put back: of what is still as it was written, and of what shall be replaced. */
    private static Map<String, JsonNode> before(JsonNode done, JsonNode object, List<Change.Divergence> replaced) {
        var before = new LinkedHashMap<String, JsonNode>();
        for (var field : done.path("fields")) {
            var name = field.path("name").asText();
            if (Leaves.same(name, Leaves.at(object, name), field.get("after"))
                    || replaced.stream().anyMatch(each -> each.name().equals(name)))
                before.put(name, Leaves.orDefault(name, field.get("before")));
        }
        return before;
    }

    @Override
    public final Optional<Change.Refused> hindrance(JsonNode receipt, Snapshot state) {
        for (var done : receipt.path("edits")) {
            var object = state.object(done.path("path").asText());
            var reason = object != null && done.path("created").asBoolean()
                    ? stillNeeded(object, state)
                    : Optional.<Change.Refused>empty();
            if (reason.isPresent())
                return reason;
        }
        return Optional.empty();
    }

    /** Why an object that this step made cannot be deleted, although it is as it was made. */
    Optional<Change.Refused> stillNeeded(JsonNode object, Snapshot state) {
        return Optional.empty();
    }

    private static String targetOf(JsonNode receipt) {
        return receipt.path("edits").path(0).path("path").asText();
    }
}

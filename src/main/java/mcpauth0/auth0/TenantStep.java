package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final int NAMED = 5;

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

    /** How many there are, and the first of them by name; another key where not all are named. */
    static Change.Effect counted(String key, List<String> names) {
        return effect(names.size() > NAMED ? "many-" + key : key, String.valueOf(names.size()),
                names.stream().limit(NAMED).map(name -> "“" + name + "”").collect(Collectors.joining(", ")));
    }

    /** How many people sign in with these connections, or that nobody counted them. */
    static Change.Effect people(List<String> connections, Snapshot state) {
        var names = String.join(", ", connections);
        var count = state.people().get(connections);
        return count == null
                ? new Change.Effect("people-uncounted", List.of(names), true)
                : new Change.Effect("people", List.of(count.toString(), names), true);
    }

    @Override
    public final @Nullable JsonNode receipt(Change.Write change, Snapshot state) {
        var edits = Json.MAPPER.createArrayNode();
        Edit.of(change).flatMap(edit -> Trace.of(edit, state).stream()).map(Trace::receipt).forEach(edits::add);
        return edits.isEmpty() ? null : Json.object().set("edits", edits);
    }

    private static List<Trace> traces(JsonNode receipt) {
        return receipt.path("edits").valueStream().map(Trace::of).toList();
    }

    @Override
    public final Change planUndo(JsonNode receipt, Snapshot state, Newer newer) {
        var traces = traces(receipt);
        var diverged = traces.stream().flatMap(trace -> trace.newer(state).stream()).toList();
        var others = made(receipt, state).flatMap(object -> others(object, state).stream()).toList();
        var unseen = made(receipt, state).flatMap(object -> unseen(object, state).stream()).toList();
        if (newer == Newer.ASK && !(diverged.isEmpty() && others.isEmpty()))
            return new Change.Diverged(targetOf(receipt), diverged,
                    Stream.concat(others.stream(), unseen.stream()).toList());
        return Edit.change(targetOf(receipt), traces.reversed().stream()
                .filter(trace -> newer == Newer.REPLACE || others.isEmpty() || trace.kind() != Trace.Kind.MADE)
                .flatMap(trace -> trace.back(state, newer)).toList(), unseen);
    }

    /** The objects that it made and that are still there. */
    static Stream<JsonNode> made(JsonNode receipt, Snapshot state) {
        return traces(receipt).stream().filter(trace -> trace.kind() == Trace.Kind.MADE)
                .flatMap(trace -> Optional.ofNullable(trace.object(state)).stream());
    }

    @Override
    public final Snapshot foresee(Snapshot state, List<Change.Call> calls) {
        return Foresight.after(state, calls);
    }

    @Override
    public final Optional<Change.Refused> hindrance(JsonNode receipt, Snapshot state, Newer newer) {
        return made(receipt, state).flatMap(object -> stillNeeded(object, state, newer).stream()).findFirst();
    }

    /** Why an object that this step made cannot be deleted, although it is as it was made. */
    Optional<Change.Refused> stillNeeded(JsonNode object, Snapshot state, Newer newer) {
        return Optional.empty();
    }

    /** What of others goes with an object that this step made when it is deleted; the operator then has to choose. */
    List<Change.Effect> others(JsonNode object, Snapshot state) {
        return List.of();
    }

    /** What might go with it, but could not be looked at. */
    List<Change.Effect> unseen(JsonNode object, Snapshot state) {
        return List.of();
    }

    private static String targetOf(JsonNode receipt) {
        return receipt.path("edits").path(0).path("path").asText();
    }
}

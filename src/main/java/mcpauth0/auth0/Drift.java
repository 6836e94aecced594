package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcpauth0.http.FailureException;
import mcpauth0.plan.Journal;
import org.jspecify.annotations.Nullable;

/**
 * A value that is no longer as this program wrote it last.
 *
 * @param step id of the step that wrote it
 * @param target what was changed, as its owner calls it
 * @param path of the object below {@code /api/v2/}
 * @param field dotted; empty where the whole object is gone
 * @param ours as it was written; null where it was taken out
 * @param now as it is; null where it is absent
 * @param since when it was written
 * @param by who changed it, as far as the log tells; null where it does not
 */
public record Drift(String step, String target, String path, String field, @Nullable JsonNode ours,
        @Nullable JsonNode now, Instant since, @Nullable Culprit by) {

    /**
     * Who changed a value.
     *
     * @param who a person, else an application
     * @param where how it was done
     */
    public record Culprit(String who, Instant at, Where where) {

        /** Texts end in {@code .<id>}. */
        public enum Where {
            /** By a program, or where the log does not tell. */
            ELSEWHERE("by"),
            /** In Auth0's dashboard. */
            DASHBOARD("dashboard"),
            /** With the very application that lets this program in: no person, and perhaps another run of this program. */
            OWN("own");

            private final String id;

            Where(String id) {
                this.id = id;
            }

            public String id() {
                return id;
            }
        }

        static Culprit of(LogEvent event, String ownClient) {
            var call = event.call();
            if (!ownClient.isEmpty() && ownClient.equals(event.clientId()))
                return new Culprit(event.clientName().isEmpty() ? ownClient : event.clientName(), event.date(),
                        Where.OWN);
            return new Culprit(event.by(), event.date(),
                    call != null && call.dashboard() ? Where.DASHBOARD : Where.ELSEWHERE);
        }
    }

    private record Place(String path, String field) {
    }

    /** What in the tenant differs from the journal. */
    public static List<Drift> find(List<Journal.Entry> entries, Snapshot now) {
        var written = new LinkedHashMap<Place, Drift>();
        for (var entry : entries)
            if (entry.state() == Journal.State.DONE && entry.receipt() != null)
                for (var edit : entry.receipt().path("edits"))
                    look(entry, Trace.of(edit), now, written);
        return written.values().stream().filter(drift -> drift.field.isEmpty() || !drift.kept()).toList();
    }

    /** What was removed, or added to a role's list, has no values of its own that could drift. */
    private static void look(Journal.Entry entry, Trace trace, Snapshot now, Map<Place, Drift> into) {
        if (trace.kind() != Trace.Kind.MADE && trace.kind() != Trace.Kind.ALTERED)
            return;
        var path = trace.path();
        var object = trace.object(now);
        if (object == null && path.startsWith(Part.ROLES.path() + "/") && now.directory().roles().isEmpty())
            return; // nobody could look
        if (object == null)
            into.put(new Place(path, ""),
                    new Drift(entry.step(), entry.target(), path, "", null, null, entry.at(), null));
        else
            for (var field : trace.fields())
                into.put(new Place(path, field.name()), new Drift(entry.step(), entry.target(), path, field.name(),
                        field.after(), Leaves.at(object, field.name()), entry.at(), null));
    }

    private boolean kept() {
        return Leaves.same(field, ours, now);
    }

    /**
     * The same with who did it: the newest operation that set the value to what it is, else the newest that touched it. What
     * happened until it was last set to our value, be it by our own change, cannot have led away from that.
     */
    public static List<Drift> explained(List<Drift> drifts, Logs logs) throws FailureException {
        var earliest = drifts.stream().map(Drift::since).min(Instant::compareTo);
        if (earliest.isEmpty())
            return drifts;
        var operations = logs.search("type:sapi", Logs.MOST, earliest.get());
        return drifts.stream().map(drift -> drift.by(operations, logs.ownClient())).toList();
    }

    private Drift by(List<LogEvent> operations, String ownClient) {
        var touching = operations.stream().filter(event -> event.date().isAfter(since))
                .filter(event -> event.call() != null && touches(event.call()))
                .takeWhile(event -> event.call() != null && !setsTo(event.call(), ours)).toList();
        return touching.stream().filter(event -> event.call() != null && setsIt(event.call())).findFirst()
                .or(() -> field.isEmpty() ? Optional.empty() : touching.stream().findFirst())
                .map(event -> new Drift(step, target, path, field, ours, now, since, Culprit.of(event, ownClient)))
                .orElse(this);
    }

    private boolean touches(LogEvent.Call call) {
        var plain = URLDecoder.decode(call.path().replaceFirst("\\?.*", ""), StandardCharsets.UTF_8);
        return plain.equals(path) && (field.isEmpty()
                ? call.method().equals("DELETE")
                : call.set().keySet().stream().anyMatch(name -> name.equals(field) || name.startsWith(field + ".")));
    }

    private boolean setsIt(LogEvent.Call call) {
        return field.isEmpty() || setsTo(call, now);
    }

    private boolean setsTo(LogEvent.Call call, @Nullable JsonNode value) {
        return !field.isEmpty() && call.set().containsKey(field) && Leaves.same(field, call.set().get(field), value);
    }
}

package mcpauth0.ui.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import mcpauth0.auth0.Drift;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Verdict;
import mcpauth0.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * What became of a set-up, for the next time that the program is opened. It holds ids and values of settings, and no
 * secret.
 *
 * @param settled when the tenant was last seen to be as the set-up wants it; null before, and after that was taken back
 * @param checked the last check of its server; null before the first
 * @param looked what had changed in the tenant when it was last looked at; null before
 * @param inPlace how many changes of this program were in the tenant when that was last known
 */
public record History(@Nullable Instant settled, @Nullable Checked checked, @Nullable Looked looked, int inPlace) {

    public static final History NONE = new History(null, null, null);

    public History(@Nullable Instant settled, @Nullable Checked checked, @Nullable Looked looked) {
        this(settled, checked, looked, 0);
    }

    /**
     * A check in short.
     *
     * @param held how many checks hold
     * @param broken how many are broken, at whatever level
     * @param causes ids of what is to be cured, worst first
     */
    public record Checked(Instant at, Report.Overall overall, int held, int broken, List<String> causes) {
        public Checked {
            causes = List.copyOf(causes);
        }

        static Checked of(Report report) {
            return new Checked(report.started(), report.overall(), (int) report.findings().stream()
                    .filter(finding -> finding.verdict() instanceof Verdict.Holds).count(),
                    (int) report.findings().stream().filter(Report.Finding::broken).count(),
                    report.causes().stream().map(finding -> finding.rule().id()).toList());
        }
    }

    public record Looked(Instant at, List<Moved> moved) {
        public Looked {
            moved = List.copyOf(moved);
        }
    }

    /**
     * A value that was changed by others.
     *
     * @param step id of the step that had written it
     * @param field dotted; empty where the whole object is gone
     * @param ours JSON as it was written, null for absent
     * @param now JSON as it is, null for absent
     * @param by who did it, null where nobody knows
     * @param at when, null where nobody knows
     */
    public record Moved(String step, String target, String field, @Nullable JsonNode ours, @Nullable JsonNode now,
            @Nullable String by, @Nullable Instant at) {

        static Moved of(Drift drift) {
            var by = drift.by();
            return new Moved(drift.step(), drift.target(), drift.field(), drift.ours(), drift.now(),
                    by == null ? null : by.who(), by == null ? null : by.at());
        }
    }

    /** The tenant is as the set-up wants it. */
    public History settled(Instant at) {
        return new History(at, checked, new Looked(at, List.of()), inPlace);
    }

    /** What the set-up wants is no longer in the tenant, or not all of it. */
    public History takenBack() {
        return new History(null, checked, null, inPlace);
    }

    /** Another answer was given since: whether the tenant is as the set-up wants it is not known before it is read. */
    public History altered() {
        return new History(null, checked, looked, inPlace);
    }

    /** The set-up is for another server. */
    public History unchecked() {
        return new History(settled, null, looked, inPlace);
    }

    /** @param changes how many of this program are in the tenant */
    public History inPlace(int changes) {
        return new History(settled, checked, looked, changes);
    }

    public History checked(Report report) {
        return new History(settled, Checked.of(report), looked, inPlace);
    }

    public History looked(Instant at, List<Drift> drifts) {
        return new History(settled, checked, new Looked(at, drifts.stream().map(Moved::of).toList()), inPlace);
    }

    String write() {
        var root = Json.object().put("inPlace", inPlace);
        put(root, "settled", settled);
        if (checked != null) {
            var one = root.putObject("checked").put("overall", checked.overall().name()).put("held", checked.held())
                    .put("broken", checked.broken());
            put(one, "at", checked.at());
            checked.causes().forEach(one.putArray("causes")::add);
        }
        if (looked != null) {
            var one = root.putObject("looked");
            put(one, "at", looked.at());
            var all = one.putArray("moved");
            looked.moved().forEach(moved -> write(moved, all.addObject()));
        }
        return Json.pretty(root);
    }

    private static void write(Moved moved, ObjectNode into) {
        into.put("step", moved.step()).put("target", moved.target()).put("field", moved.field());
        into.set("ours", moved.ours());
        into.set("now", moved.now());
        if (moved.by() != null)
            into.put("by", moved.by());
        put(into, "at", moved.at());
    }

    private static void put(ObjectNode into, String name, @Nullable Instant at) {
        if (at != null)
            into.put(name, at.toString());
    }

    /** What cannot be understood is as if nothing had been noted. */
    static History read(String text) {
        try {
            return Json.parse(text).map(History::of).orElse(NONE);
        } catch (DateTimeException | IllegalArgumentException _) {
            return NONE;
        }
    }

    private static History of(JsonNode root) {
        var check = root.path("checked");
        var look = root.path("looked");
        return new History(instant(root, "settled"),
                check.isObject()
                        ? new Checked(needed(check), Report.Overall.valueOf(check.path("overall").asText()),
                                check.path("held").asInt(), check.path("broken").asInt(),
                                each(check.path("causes")).map(JsonNode::asText).toList())
                        : null,
                look.isObject()
                        ? new Looked(needed(look), each(look.path("moved")).map(History::moved).toList())
                        : null,
                root.path("inPlace").asInt());
    }

    private static Moved moved(JsonNode one) {
        return new Moved(one.path("step").asText(), one.path("target").asText(), one.path("field").asText(),
                value(one, "ours"), value(one, "now"), one.has("by") ? one.path("by").asText() : null,
                instant(one, "at"));
    }

    private static java.util.stream.Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static @Nullable JsonNode value(JsonNode of, String name) {
        var node = of.path(name);
        return node.isMissingNode() || node.isNull() ? null : node;
    }

    private static Instant needed(JsonNode of) {
        return Objects.requireNonNullElse(instant(of, "at"), Instant.EPOCH);
    }

    private static @Nullable Instant instant(JsonNode of, String name) {
        return of.has(name) ? Instant.parse(of.path(name).asText()) : null;
    }
}

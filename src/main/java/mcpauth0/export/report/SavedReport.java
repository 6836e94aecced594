package mcpauth0.export.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mcpauth0.http.Json;
import mcpauth0.setup.Parsed;
import mcpauth0.text.Texts;

/**
 * A JSON report that was written earlier, perhaps by another version or by somebody who means harm: everything in it is
 * foreign text. Members that this version does not know are left alone.
 */
public final class SavedReport {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final ObjectNode json;

    private SavedReport(ObjectNode json) {
        this.json = json;
    }

    /** Empty for what is no report of this schema. */
    public static Optional<SavedReport> parse(String text) {
        return Json.parse(text).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast)
                .filter(json -> json.path("schema").asInt() == JsonReport.SCHEMA && json.path("checks").isArray())
                .map(SavedReport::new);
    }

    /** The same for a file that a person chose: it says what is in the way. */
    public static Parsed<SavedReport> read(String text) {
        var json = Json.parse(text);
        if (json.isEmpty())
            return Parsed.bad("report-not-json");
        var schema = json.get().path("schema").asInt();
        var report = parse(text);
        if (report.isPresent())
            return Parsed.good(report.get());
        return schema > JsonReport.SCHEMA && json.get().path("tool").path("name").asText().equals(JsonReport.TOOL)
                ? Parsed.bad("report-newer")
                : Parsed.bad("report-other");
    }

    /** One that was just made. */
    public static SavedReport of(ObjectNode json) {
        return new SavedReport(json);
    }

    public Passport.Word passport() {
        return Passport.read(json);
    }

    public String target() {
        return json.path("target").path("url").asText();
    }

    /** Empty where it says no such thing. */
    public Optional<Instant> started() {
        try {
            return Optional.of(Instant.parse(json.path("started").asText()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** {@code healthy warnings broken inconclusive}; the last where it says something else. */
    public String verdict() {
        return switch (json.path("verdict").asText()) {
            case "healthy" -> "healthy";
            case "warnings" -> "warnings";
            case "broken" -> "broken";
            default -> "inconclusive";
        };
    }

    /** What explains the rest of what is broken, by title in the language of the reader where it is known; advice is none. */
    public List<String> causes(Texts texts) {
        var causes = new ArrayList<String>();
        for (var check : json.path("checks")) {
            var id = check.path("id").asText();
            var state = state(check);
            if (ID.matcher(id).matches() && (state == State.BROKEN || state == State.LOOK)
                    && check.path("causedBy").asText("").isEmpty()) {
                var key = "check." + id + ".title";
                causes.add(texts.has(key) ? texts.get(key) : check.path("title").asText());
            }
        }
        return causes;
    }

    /**
     * A check as it ended.
     *
     * @param title in the language of whoever wrote the report
     */
    record Ended(String id, String title, State state) {
    }

    /** How a check ended, as far as two reports can differ in it. Texts are {@code page.check.kind.<id>}. */
    enum State {
        /** The failure is absent. */
        HOLDS("holds"),
        /** The rule does not concern the server. */
        NOT_APPLICABLE("not-applicable"),
        /** Broken, and worth knowing. */
        ADVICE("advice"),
        /** Broken, and a weakness. */
        LOOK("look"),
        /** Broken. */
        BROKEN("broken"),
        /** What it needs did not come about. */
        BLOCKED("blocked"),
        /** It was not asked for, or cannot be seen. */
        UNASKED("not-testable-from-here");

        private final String id;

        State(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }

        boolean good() {
            return this == HOLDS || this == NOT_APPLICABLE;
        }

        boolean broken() {
            return this == ADVICE || this == LOOK || this == BROKEN;
        }
    }

    /** By their ids, in the order of the report; what has no proper id is left out. */
    Map<String, Ended> checks() {
        var checks = new LinkedHashMap<String, Ended>();
        for (var check : json.path("checks")) {
            var id = check.path("id").asText();
            if (ID.matcher(id).matches())
                checks.putIfAbsent(id, new Ended(id, check.path("title").asText(), state(check)));
        }
        return checks;
    }

    private static State state(JsonNode check) {
        return switch (check.path("verdict").asText()) {
            case "holds" -> State.HOLDS;
            case "not-applicable" -> State.NOT_APPLICABLE;
            case "broken" -> switch (check.path("severity").asText()) {
                case "info" -> State.ADVICE;
                case "warning" -> State.LOOK;
                default -> State.BROKEN;
            };
            case "blocked" -> State.BLOCKED;
            default -> State.UNASKED;
        };
    }

    /** What was predicted for each client: {@code connects fails unknown}. */
    Map<String, String> clients() {
        var clients = new LinkedHashMap<String, String>();
        for (var client : json.path("clients")) {
            var id = client.path("id").asText();
            if (ID.matcher(id).matches())
                clients.putIfAbsent(id, switch (client.path("verdict").asText()) {
                    case "connects" -> "connects";
                    case "fails" -> "fails";
                    default -> "unknown";
                });
        }
        return clients;
    }
}

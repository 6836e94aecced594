package mcpauth0.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mcpauth0.auth0.Drift;
import mcpauth0.export.report.JUnitFile;
import mcpauth0.export.report.JUnitFile.Case;
import mcpauth0.export.report.JUnitFile.Outcome;
import mcpauth0.export.report.JUnitFile.Suite;
import mcpauth0.export.report.ReportForm;
import mcpauth0.http.Build;
import mcpauth0.http.Json;
import mcpauth0.http.Redaction;
import mcpauth0.http.Visible;
import mcpauth0.plan.Change;
import mcpauth0.plan.Plan;
import mcpauth0.text.Texts;

/**
 * What a tenant differs in, for programs and for continuous integration.
 *
 * @param drifts what was changed since it was applied
 * @param plan what is not as the set-up says
 */
record DriftReport(Instant at, List<Drift> drifts, Plan plan, Texts texts) {

    static final List<String> ENDINGS = List.of("xml", "json");

    String write(String fileName) {
        return ReportForm.ending(fileName).equals("json") ? json() : junit();
    }

    private String json() {
        var root = Json.object().put("schema", 1);
        root.putObject("tool").put("name", "mcp-auth0-setup").put("version", Build.version());
        root.put("tenant", plan.tenant()).put("at", at.toString());
        var changed = root.putArray("changed");
        for (var drift : drifts) {
            var one = changed.addObject().put("step", drift.step()).put("target", drift.target())
                    .put("field", drift.field().isEmpty() ? null : drift.field());
            one.set("written", drift.ours());
            one.set("now", drift.now());
            one.put("since", drift.since().toString());
            var by = drift.by();
            if (by == null)
                one.putNull("by");
            else
                one.putObject("by").put("who", by.who()).put("at", by.at().toString()).put("where", by.where().id());
        }
        var open = root.putArray("open");
        for (var item : plan.items())
            switch (item.change()) {
                case Change.Nothing _,Change.Diverged _ -> {
                    // Settled; and a plan never diverges.
                }
                case Change.Refused(var reason, _) ->
                    open.addObject().put("step", item.step()).put("refused", reason);
                case Change.Write write -> {
                    var fields = open.addObject().put("step", item.step()).put("target", write.target())
                            .putArray("fields");
                    for (var field : write.fields()) {
                        var one = fields.addObject().put("name", field.name());
                        one.set("before", field.before());
                        one.set("after", field.after());
                    }
                }
            }
        return Visible.json(Json.pretty(Redaction.json(root))) + "\n";
    }

    private String junit() {
        var steps = new ArrayList<Case>();
        for (var item : plan.items())
            steps.add(new Case("setup", item.step() + (steps.stream().anyMatch(one -> one.name().equals(item.step()))
                    ? "-" + (steps.size() + 1)
                    : ""), Duration.ZERO, outcome(item)));
        var suites = new ArrayList<Suite>();
        suites.add(new Suite(plan.tenant(), at, steps));
        if (!drifts.isEmpty())
            suites.add(new Suite(plan.tenant() + ": " + texts.get("cli.drift.changed"), at,
                    drifts.stream().map(this::changed).toList()));
        return JUnitFile.write(plan.tenant(), Duration.ZERO, suites);
    }

    private Outcome outcome(Plan.Item item) {
        var title = PlanText.title(item, texts);
        return switch (item.change()) {
            case Change.Nothing _,Change.Diverged _ -> new Outcome.Passed("");
            case Change.Refused(var reason, var values) -> new Outcome.Failed("refused",
                    texts.get("cli.plan.refused", title),
                    texts.get("step." + item.step() + ".refused." + reason, values));
            case Change.Write write -> {
                var lines = new ArrayList<String>();
                for (var field : write.fields())
                    lines.add(field.name() + ": " + PlanText.shown(field.before(), texts) + " → "
                            + PlanText.shown(field.after(), texts));
                yield new Outcome.Failed("change", title + ". " + texts.get("cli.drift.cure"),
                        Redaction.text(String.join("\n", lines)));
            }
        };
    }

    private Case changed(Drift drift) {
        var sentences = sentences(drift, texts);
        return new Case("drift." + drift.step(),
                drift.target() + (drift.field().isEmpty() ? "" : " " + drift.field()), Duration.ZERO,
                new Outcome.Failed("drift", sentences.getFirst().strip(),
                        String.join("\n", sentences.stream().map(String::strip).toList())));
    }

    /** What was changed, and by whom. */
    static List<String> sentences(Drift drift, Texts texts) {
        var title = texts.get("step." + drift.step() + ".title");
        var what = drift.field().isEmpty()
                ? texts.get("cli.drift.gone", title, drift.target())
                : texts.get("cli.drift.value", title, drift.field(), PlanText.shown(drift.ours(), texts),
                        PlanText.shown(drift.now(), texts));
        var by = drift.by();
        return List.of(what, by == null
                ? texts.get("cli.drift.unknown", drift.since())
                : texts.get("cli.drift." + by.where().id(), by.who(), by.at()));
    }
}

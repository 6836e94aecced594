package mcpauth0.export.report;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcpauth0.export.Lines;
import mcpauth0.export.report.Comparison.Difference;
import mcpauth0.export.report.Comparison.Kind;
import mcpauth0.export.report.SavedReport.State;
import mcpauth0.http.Json;
import mcpauth0.http.Visible;
import mcpauth0.text.Texts;
import org.jspecify.annotations.Nullable;

/** A comparison as text, for people or for programs, chosen by the ending of its file. */
public enum ComparisonForm {
    /** For a terminal. */
    TEXT("txt") {
        @Override
        public String write(Comparison comparison, Texts texts) {
            var lines = new Lines();
            for (var sentence : head(comparison, texts))
                lines.paragraph("", "", sentence);
            for (var kind : Kind.values()) {
                var told = told(comparison, kind, texts);
                if (!told.isEmpty())
                    lines.blank().line(heading(comparison, kind, texts));
                told.forEach(sentence -> lines.paragraph("- ", "  ", sentence));
            }
            return lines.blank().line(foot(comparison, texts)).toString();
        }
    },
    /** For an issue or a chat. */
    MARKDOWN("md") {
        @Override
        public String write(Comparison comparison, Texts texts) {
            var out = new StringBuilder();
            var head = head(comparison, texts);
            out.append("# ").append(Markdown.text(head.getFirst())).append("\n\n");
            head.stream().skip(1).forEach(sentence -> out.append(Markdown.text(sentence)).append("\n\n"));
            for (var kind : Kind.values()) {
                var told = told(comparison, kind, texts);
                if (!told.isEmpty())
                    out.append("## ").append(Markdown.text(heading(comparison, kind, texts))).append("\n\n");
                told.forEach(sentence -> out.append("- ").append(Markdown.text(sentence)).append('\n'));
                out.append(told.isEmpty() ? "" : "\n");
            }
            return out.append(Markdown.text(foot(comparison, texts))).append('\n').toString();
        }
    },
    /** For programs. */
    JSON("json") {
        @Override
        public String write(Comparison comparison, Texts texts) {
            var root = Json.object().put("schema", 1).put("worse", comparison.worse()).put("same", comparison.same());
            var lists = root.putObject("differences");
            for (var kind : Kind.values()) {
                var list = lists.putArray(kind.id());
                for (var one : comparison.of(kind))
                    switch (one) {
                        case Difference.OfCheck check ->
                            list.addObject().put("check", check.id()).put("before", id(check.before()))
                                    .put("after", id(check.after()));
                        case Difference.OfClient client -> list.addObject().put("client", client.id())
                                .put("before", client.before()).put("after", client.after());
                    }
            }
            return Visible.json(Json.pretty(root)) + "\n";
        }
    };

    private final String ending;

    ComparisonForm(String ending) {
        this.ending = ending;
    }

    public String ending() {
        return ending;
    }

    public abstract String write(Comparison comparison, Texts texts);

    public static List<String> endings() {
        return List.of(MARKDOWN.ending, JSON.ending, TEXT.ending);
    }

    public static Optional<ComparisonForm> of(String fileName) {
        return List.of(values()).stream().filter(form -> form.ending.equals(ReportForm.ending(fileName))).findFirst();
    }

    private static @Nullable String id(@Nullable State state) {
        return state == null ? null : state.id();
    }

    /** The verdict first. */
    private static List<String> head(Comparison comparison, Texts texts) {
        var head = new ArrayList<String>();
        head.add(texts.get(comparison.worse() ? "compare.verdict.worse" : "compare.verdict.not-worse",
                comparison.of(Kind.BETTER).size()));
        head.add(texts.get("compare.before", run(comparison.before(), texts)));
        head.add(texts.get("compare.after", run(comparison.after(), texts)));
        if (!comparison.before().target().equals(comparison.after().target()))
            head.add(texts.get("compare.other"));
        return head;
    }

    private static String run(SavedReport report, Texts texts) {
        return report.target() + " · " + texts.get("cli.check.target." + report.verdict())
                + report.started().map(at -> " · " + texts.moment(at, ZoneOffset.UTC) + " UTC").orElse("");
    }

    private static String heading(Comparison comparison, Kind kind, Texts texts) {
        return texts.get("compare." + kind.id(), comparison.of(kind).size());
    }

    /** What is looked at for the first time and good fills no lines: it is counted in the heading. */
    private static List<String> told(Comparison comparison, Kind kind, Texts texts) {
        return comparison.of(kind).stream().filter(one -> !(one instanceof Difference.OfCheck check
                && kind == Kind.NEW && check.after() != null && check.after().good()))
                .map(one -> sentence(one, texts)).toList();
    }

    private static String sentence(Difference difference, Texts texts) {
        return switch (difference) {
            case Difference.OfCheck(_, var id, var title, var before, var after) -> {
                var key = "check." + id + ".title";
                yield texts.get("compare.line", (texts.has(key) ? texts.get(key) : title) + " (" + id + ")",
                        state(before, texts), state(after, texts));
            }
            case Difference.OfClient(_, var id, var before, var after) -> {
                var key = "client." + id + ".name";
                yield texts.get("compare.line", texts.has(key) ? texts.get(key) : id,
                        texts.get("compare.client." + before), texts.get("compare.client." + after));
            }
        };
    }

    private static String state(@Nullable State state, Texts texts) {
        return state == null ? texts.get("compare.absent") : texts.get("page.check.kind." + state.id());
    }

    private static String foot(Comparison comparison, Texts texts) {
        return texts.get("compare.same", comparison.same());
    }
}

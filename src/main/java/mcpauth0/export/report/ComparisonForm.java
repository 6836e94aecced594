package mcpauth0.export.report;

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
            for (var sentence : ComparisonWords.head(comparison, texts))
                lines.paragraph("", "", sentence);
            for (var kind : Kind.values()) {
                var told = ComparisonWords.told(comparison, kind, texts);
                if (!told.isEmpty())
                    lines.blank().line(ComparisonWords.heading(comparison, kind, texts));
                told.forEach(sentence -> lines.paragraph("- ", "  ", sentence));
            }
            return lines.blank().line(ComparisonWords.foot(comparison, texts)).toString();
        }
    },
    /** For an issue or a chat. */
    MARKDOWN("md") {
        @Override
        public String write(Comparison comparison, Texts texts) {
            var out = new StringBuilder();
            var head = ComparisonWords.head(comparison, texts);
            out.append("# ").append(Markdown.text(head.getFirst())).append("\n\n");
            head.stream().skip(1).forEach(sentence -> out.append(Markdown.text(sentence)).append("\n\n"));
            for (var kind : Kind.values()) {
                var told = ComparisonWords.told(comparison, kind, texts);
                if (!told.isEmpty())
                    out.append("## ").append(Markdown.text(ComparisonWords.heading(comparison, kind, texts)))
                            .append("\n\n");
                told.forEach(sentence -> out.append("- ").append(Markdown.text(sentence)).append('\n'));
                out.append(told.isEmpty() ? "" : "\n");
            }
            return out.append(Markdown.text(ComparisonWords.foot(comparison, texts))).append('\n').toString();
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
}

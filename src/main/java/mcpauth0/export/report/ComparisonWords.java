package mcpauth0.export.report;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import mcpauth0.export.report.Comparison.Difference;
import mcpauth0.export.report.Comparison.Kind;
import mcpauth0.export.report.SavedReport.State;
import mcpauth0.text.Texts;
import org.jspecify.annotations.Nullable;

/** A comparison in the words of one language. What comes from a report in it is not made visible yet. */
public final class ComparisonWords {

    private ComparisonWords() {
    }

    /** The verdict first. */
    public static List<String> head(Comparison comparison, Texts texts) {
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

    /** A kind, and how much there is of it. */
    public static String heading(Comparison comparison, Kind kind, Texts texts) {
        return texts.get("compare." + kind.id(), comparison.of(kind).size());
    }

    /** What is looked at for the first time and good fills no lines: it is counted in the heading. */
    public static List<String> told(Comparison comparison, Kind kind, Texts texts) {
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

    /** How many checks ended alike. */
    public static String foot(Comparison comparison, Texts texts) {
        return texts.get("compare.same", comparison.same());
    }
}

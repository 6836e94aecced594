package mcpauth0.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import mcpauth0.export.Lines;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.plan.Plan;
import mcpauth0.text.Texts;
import org.jspecify.annotations.Nullable;

/** A plan for people to read before they approve it. */
final class PlanText {

    private static final String INDENT = "   ";

    private PlanText() {
    }

    /** @param headKey {@code cli.plan.head}, or another that takes the tenant and the number of changes */
    static String write(Plan plan, Texts texts, String headKey) {
        var lines = new Lines().line(texts.get(headKey, plan.tenant(), plan.writes().size()));
        var number = 1;
        for (var item : plan.items())
            switch (item.change()) {
                case Change.Nothing _ -> {
                    // Told below, on one line.
                }
                case Change.Write write -> change(lines, number++, item, write, texts);
                case Change.Diverged _ -> throw new IllegalArgumentException(item.step());
                case Change.Refused(var reason, var values) -> {
                    lines.blank().paragraph("!  ", INDENT, texts.get("cli.plan.refused", title(item, texts)));
                    lines.paragraph(INDENT, INDENT,
                            texts.get("step." + item.step() + ".refused." + reason, values));
                }
            }
        settled(lines, plan, texts);
        return lines.toString();
    }

    private static void change(Lines lines, int number, Plan.Item item, Change.Write write, Texts texts) {
        lines.blank().paragraph(number + ". ", INDENT, title(item, texts));
        lines.paragraph(INDENT, INDENT, texts.get("step." + item.step() + ".lead"));
        for (var field : write.fields())
            lines.paragraph(INDENT + "  ", INDENT + "    ",
                    field.name() + ": " + shown(field.before(), texts) + " → " + shown(field.after(), texts));
        for (var effect : write.effects())
            lines.paragraph(INDENT + "- ", INDENT + "  ",
                    texts.get("step." + item.step() + ".effect." + effect.key(), effect.values()));
        lines.paragraph(INDENT, INDENT, texts.get("cli.plan.needs", String.join(", ", write.scopes())));
    }

    private static void settled(Lines lines, Plan plan, Texts texts) {
        var done = plan.items().stream().filter(item -> item.change() instanceof Change.Nothing)
                .map(item -> title(item, texts)).toList();
        if (!done.isEmpty())
            lines.blank().paragraph("", "", texts.get("cli.plan.settled", String.join("; ", done)));
    }

    static String title(Plan.Item item, Texts texts) {
        return texts.get(item.titleKey(), item.titleValues());
    }

    static String titles(List<String> steps, Texts texts) {
        return String.join("; ", steps.stream().map(step -> texts.get("step." + step + ".title")).toList());
    }

    static String shown(@Nullable JsonNode value, Texts texts) {
        if (value == null || value.isNull())
            return texts.get("cli.plan.absent");
        return Json.write(value);
    }
}

package mcpauth0.ui.part;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import mcpauth0.plan.Change;
import mcpauth0.text.Texts;
import org.jspecify.annotations.Nullable;

/** Fields with their values before and after. */
public final class FieldValues extends TextFlow {

    private static final int LONGEST = 120;
    private static final String GAP = "    ";
    private static final String HARD_SPACE = "\u00a0";

    /** Name and values of a field stay in one line where they fit. */
    public FieldValues(Texts texts, List<Change.Field> fields) {
        getStyleClass().add("compared-box");
        var spoken = new ArrayList<String>();
        for (var field : fields) {
            var before = field.before();
            getChildren().add(mono((spoken.isEmpty() ? "" : GAP) + field.name() + HARD_SPACE, "compared-name"));
            if (before != null && !before.isNull())
                getChildren().addAll(mono(value(texts, before), "compared-before"),
                        mono(HARD_SPACE + "→" + HARD_SPACE, "compared-name"));
            getChildren().add(mono(value(texts, field.after()), "compared-after"));
            spoken.add(texts.get("part.change.field", field.name(), value(texts, before),
                    value(texts, field.after())));
        }
        setAccessibleText(String.join(". ", spoken));
    }

    private static Text mono(String text, String style) {
        var run = new Text(text);
        run.getStyleClass().addAll("compared", style);
        return run;
    }

    /** Lists as their items, objects by their {@code value}, as scopes have one. */
    static String value(Texts texts, @Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode())
            return texts.get("part.change.absent");
        var text = node.isTextual() ? node.textValue() : node.isArray() ? items(node) : node.toString();
        return text.isEmpty()
                ? texts.get("part.change.empty")
                : text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static String items(JsonNode array) {
        return array.valueStream()
                .map(item -> item.has("value")
                        ? item.path("value").asText()
                        : item.isTextual() ? item.asText() : item.toString())
                .collect(Collectors.joining(" "));
    }
}

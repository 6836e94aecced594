package mcpauth0.ui.part;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.function.Function;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.auth0.Drift;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Mark;
import org.jspecify.annotations.Nullable;

/** One value that somebody changed: where, from what to what, who and when. */
public final class DriftCard extends HBox {

    public DriftCard(Texts texts, Drift drift, Function<Instant, String> date) {
        super(12);
        getStyleClass().add("card");
        var column = new VBox(4, Words.heading(texts.get("step." + drift.step() + ".title")));
        column.getChildren().add(Words.body(drift.field().isEmpty()
                ? texts.get("part.drift.gone", drift.target())
                : texts.get("part.drift.value", drift.field(), value(texts, drift.ours()),
                        value(texts, drift.now()))));
        var by = drift.by();
        column.getChildren().add(Words.secondary(by == null
                ? texts.get("part.drift.unknown", date.apply(drift.since()))
                : texts.get("part.drift." + by.where().id(), by.who(), date.apply(by.at()))));
        HBox.setHgrow(column, Priority.ALWAYS);
        getChildren().setAll(new MarkShape(Mark.LOOK), column);
    }

    private static String value(Texts texts, @Nullable JsonNode node) {
        return node == null || node.isNull()
                ? texts.get("part.change.absent")
                : node.isTextual() && node.textValue().isEmpty()
                        ? texts.get("part.change.empty")
                        : node.isTextual() ? node.textValue() : node.toString();
    }
}

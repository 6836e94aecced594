package mcpauth0.ui.page;

import java.util.ArrayList;
import java.util.Set;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mcpauth0.text.Texts;
import mcpauth0.ui.Practice;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** In practice, the server can be broken on purpose: what the next check says of it is the lesson. */
final class Lessons extends VBox {

    private static final String HEALTHY = "";

    /**
     * @param busy while something is being cured, none other can be chosen
     * @param changed what was found before is no longer so
     */
    Lessons(Texts texts, Practice.Pair pair, ObservableBooleanValue busy, Runnable changed) {
        super(4);
        getStyleClass().addAll("panel", "lessons");
        var choice = new ChoiceBox<String>();
        choice.setId("lesson");
        var all = new ArrayList<String>();
        all.add(HEALTHY);
        all.addAll(pair.lessons());
        choice.getItems().setAll(all);
        choice.setValue(HEALTHY);
        choice.setAccessibleText(texts.get("page.check.lesson"));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.disableProperty().bind(busy);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String id) {
                return id == null || id.equals(HEALTHY)
                        ? texts.get("page.check.lesson.healthy")
                        : texts.get("check." + id + ".title");
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException(text);
            }
        });
        choice.valueProperty().subscribe((_, now) -> {
            pair.behave(now == null || now.equals(HEALTHY) ? Set.of() : Set.of(now));
            changed.run();
        });
        var title = new Label(texts.get("page.check.lesson"));
        title.getStyleClass().add("heading");
        title.setLabelFor(choice);
        getChildren().setAll(new FlowPane(12, 4, title, choice), Words.secondary(texts.get("page.check.lesson.note")));
    }
}

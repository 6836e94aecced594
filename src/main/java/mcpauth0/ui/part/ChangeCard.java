package mcpauth0.ui.part;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mcpauth0.plan.Change;
import mcpauth0.plan.Plan;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Mark;

/** One change: what, why for this tenant, before and after, the permission that it takes and the requests behind it. */
public final class ChangeCard extends HBox {

    private static final String HARD_SPACE = "\u00a0";

    private final Plan.Item item;
    private final VBox column = new VBox(6);

    /** @param mark how far it is; {@link Mark#TO_DO} shows whether something is made or altered */
    public ChangeCard(Texts texts, Plan.Item item, Mark mark) {
        super(16);
        this.item = item;
        getStyleClass().addAll("card", "change");
        setId("change-" + item.step());
        if (!(item.change() instanceof Change.Write write))
            throw new IllegalArgumentException(item.step());
        var title = Words.heading(texts.get(item.titleKey(), item.titleValues()));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var head = new HBox(8, title);
        head.setAlignment(Pos.TOP_LEFT);
        if (mark == Mark.TO_DO)
            write.scopes().forEach(scope -> head.getChildren().add(chip(scope)));
        else
            head.getChildren().add(word(texts, mark));
        column.getChildren().addAll(head, Words.secondary(texts.get("step." + item.step() + ".lead")));
        write.effects().forEach(effect -> column.getChildren().add(
                point(texts.get("step." + item.step() + ".effect." + effect.key(), effect.values()))));
        column.getChildren().add(new FieldValues(texts, whose(write, List.of(write.target().split(", ")))));
        if (mark == Mark.TO_DO) {
            var requests = new Calls(texts, write);
            column.getChildren().addAll(requests.button(), requests.place());
        }
        HBox.setHgrow(column, Priority.ALWAYS);
        getChildren().addAll(mark == Mark.TO_DO ? kind(texts, write.creates()) : new MarkShape(mark), column);
    }

    public Plan.Item item() {
        return item;
    }

    /** Puts what can be done with it below. */
    public void offer(Node deed) {
        column.getChildren().add(deed);
    }

    /** One consequence: each is read by itself. */
    private static Node point(String sentence) {
        var text = Words.secondary(sentence);
        HBox.setHgrow(text, Priority.ALWAYS);
        var dot = Words.secondary("•");
        dot.setMinWidth(USE_PREF_SIZE);
        return new HBox(6, dot, text);
    }

    private static Node kind(Texts texts, boolean creates) {
        var sign = new Label(creates ? "+" : "~");
        var disc = new StackPane(sign);
        disc.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        disc.getStyleClass().addAll("kind", creates ? "kind-new" : "kind-changed");
        disc.setAccessibleText(texts.get(creates ? "part.change.new" : "part.change.altered"));
        return disc;
    }

    private static Label chip(String text) {
        var chip = new Label(text);
        chip.getStyleClass().add("chip");
        chip.setMinWidth(USE_PREF_SIZE);
        return chip;
    }

    private static Label word(Texts texts, Mark mark) {
        var word = new Label(texts.get("part.change." + mark.id()));
        word.getStyleClass().addAll("word", "word-" + mark.id());
        word.setMinWidth(USE_PREF_SIZE);
        return word;
    }

    /** Where one change alters several things, the same field of each, every field says whose it is. */
    static List<Change.Field> whose(Change.Write write, List<String> owners) {
        var fields = write.fields();
        if (write.calls().size() < 2 || owners.size() != fields.size())
            return fields;
        return IntStream.range(0, fields.size()).mapToObj(i -> new Change.Field(
                owners.get(i) + ":" + HARD_SPACE + fields.get(i).name(), fields.get(i).before(), fields.get(i).after()))
                .toList();
    }
}

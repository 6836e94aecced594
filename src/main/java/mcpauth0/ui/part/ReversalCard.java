package mcpauth0.ui.part;

import java.time.Clock;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import mcpauth0.plan.Change;
import mcpauth0.plan.Newer;
import mcpauth0.plan.Plan;
import mcpauth0.plan.Reversal;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.TakeBack;

/** One change that can be taken back: what becomes of it, and the choice where somebody changed it since. */
public final class ReversalCard extends VBox {

    public ReversalCard(Texts texts, TakeBack takeBack, Reversal reversal, Clock clock) {
        super(6);
        var entry = reversal.entry();
        getStyleClass().addAll("card", "reversal");
        setId("reversal-" + entry.step());
        var item = new Plan.Item(entry.step(), entry.change());
        var title = new CheckBox(texts.get(item.titleKey(), item.titleValues()));
        title.setId("take-back-" + entry.step());
        title.getStyleClass().add("heading");
        title.setWrapText(true);
        title.setSelected(true);
        var when = texts.moment(entry.at(), clock.getZone());
        var rest = new VBox(6, what(texts, takeBack, reversal));
        rest.disableProperty().bind(title.selectedProperty().not());
        title.selectedProperty().subscribe(yes -> takeBack.want(entry, yes));
        getChildren().addAll(title, Words.secondary(texts.get("part.reversal.when", when)), rest);
    }

    private static Node what(Texts texts, TakeBack takeBack, Reversal reversal) {
        var made = reversal.entry().change().creates();
        return switch (reversal.change()) {
            case Change.Nothing _ -> Words.body(texts.get("part.reversal.gone"));
            case Change.Refused(var reason, var values) ->
                Words.body(texts.get("step." + reversal.entry().step() + ".refused." + reason, values));
            case Change.Write write when write.fields().isEmpty() ->
                told(texts, reversal, Words.body(texts.get(takesOff(write)
                        ? "part.reversal.takes-off"
                        : "part.reversal.deletes")), write.effects());
            case Change.Write write -> new VBox(6, Words.body(texts.get("part.reversal.puts-back")),
                    new FieldValues(texts, ChangeCard.whose(write,
                            List.of(reversal.entry().target().split(", ")).reversed())));
            case Change.Diverged diverged -> choice(texts, takeBack, reversal, diverged, made);
        };
    }

    /** Whether it takes items off lists and deletes no object. */
    private static boolean takesOff(Change.Write write) {
        return write.calls().stream().allMatch(call -> call.body() != null);
    }

    private static Node told(Texts texts, Reversal reversal, Node first, List<Change.Effect> effects) {
        var box = new VBox(6, first);
        for (var effect : effects)
            box.getChildren().add(Words.body(
                    texts.get("step." + reversal.entry().step() + ".effect." + effect.key(), effect.values())));
        return box;
    }

    private static Node choice(Texts texts, TakeBack takeBack, Reversal reversal, Change.Diverged diverged,
            boolean made) {
        var box = new VBox(6);
        if (!diverged.fields().isEmpty())
            box.getChildren().add(Words.body(texts.get("part.reversal.diverged")));
        for (var field : diverged.fields())
            box.getChildren().add(Words.body(texts.get(made ? "part.reversal.made-field" : "part.reversal.field",
                    field.name(), FieldValues.value(texts, field.before()), FieldValues.value(texts, field.written()),
                    FieldValues.value(texts, field.now()))));
        if (!diverged.effects().isEmpty())
            box.getChildren().add(told(texts, reversal, Words.body(texts.get("part.reversal.others")),
                    diverged.effects()));
        var group = new ToggleGroup();
        for (var newer : List.of(Newer.ASK, Newer.KEEP, Newer.REPLACE)) {
            var id = newer.name().toLowerCase(java.util.Locale.ROOT);
            var radio = new RadioButton(texts.get("part.reversal." + id + (made ? ".made" : "")));
            radio.setId(id + "-" + reversal.entry().step());
            radio.setWrapText(true);
            radio.setToggleGroup(group);
            radio.setSelected(newer == Newer.ASK);
            radio.selectedProperty().subscribe((_, on) -> {
                if (on)
                    takeBack.choose(reversal.entry(), newer);
            });
            box.getChildren().add(radio);
        }
        return box;
    }
}

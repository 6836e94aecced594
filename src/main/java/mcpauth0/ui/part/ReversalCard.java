package mcpauth0.ui.part;

import java.time.Clock;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
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

    private final CheckBox title = new CheckBox();
    private final Button too = new Button();

    public ReversalCard(Texts texts, TakeBack takeBack, Reversal reversal, Clock clock) {
        super(6);
        var entry = reversal.entry();
        getStyleClass().addAll("card", "reversal");
        setId("reversal-" + entry.step());
        var item = new Plan.Item(entry.step(), entry.change());
        title.setText(texts.get(item.titleKey(), item.titleValues()));
        title.setId("take-back-" + entry.step());
        title.getStyleClass().add("heading");
        title.setWrapText(true);
        title.setSelected(takeBack.wanted().contains(entry.id()));
        var when = texts.moment(entry.at(), clock.getZone());
        var rest = what(texts, takeBack, reversal, title.selectedProperty().not());
        title.selectedProperty().subscribe((_, yes) -> takeBack.want(entry, yes));
        getChildren().addAll(title, Words.secondary(texts.get("part.reversal.when", when)), rest);
        var relying = takeBack.relying(reversal);
        if (!relying.isEmpty())
            getChildren().add(relying(texts, takeBack, entry.step(), relying));
        takeBack.wanted().addListener((SetChangeListener<String>) change -> {
            if (entry.id().equals(change.wasAdded() ? change.getElementAdded() : change.getElementRemoved()))
                title.setSelected(change.wasAdded());
            renew(takeBack, title.isSelected(), relying);
        });
        renew(takeBack, title.isSelected(), relying);
    }

    public boolean chosen() {
        return title.isSelected();
    }

    /** The keyboard goes to its box, and so it comes into sight. */
    public void visit() {
        title.requestFocus();
    }

    /** What is of no use without this change, and a button that takes it back too. */
    private Node relying(Texts texts, TakeBack takeBack, String step, List<Reversal> relying) {
        var titles = relying.stream().map(Reversal::entry).map(each -> new Plan.Item(each.step(), each.change()))
                .map(each -> texts.get(each.titleKey(), each.titleValues())).toList();
        too.setId("take-back-too-" + step);
        too.setText(texts.get("part.reversal.too", relying.size()));
        too.getStyleClass().add("small");
        too.managedProperty().bind(too.visibleProperty());
        too.setOnAction(_ -> relying.forEach(each -> takeBack.want(each.entry(), true)));
        return new VBox(6, Words.body(texts.get("part.reversal.relying", String.join(" · ", titles))), too);
    }

    /** Offered while it would make a difference. */
    private void renew(TakeBack takeBack, boolean chosen, List<Reversal> relying) {
        too.setVisible(chosen
                && relying.stream().anyMatch(each -> !takeBack.wanted().contains(each.entry().id())));
    }

    /** @param left whether it is not chosen: what becomes of it can be read then, and not be decided */
    private static Node what(Texts texts, TakeBack takeBack, Reversal reversal, ObservableBooleanValue left) {
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
            case Change.Diverged diverged -> choice(texts, takeBack, reversal, diverged, made, left);
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
            boolean made, ObservableBooleanValue left) {
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
            radio.disableProperty().bind(left);
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

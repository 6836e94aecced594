package mcpauth0.ui.part;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import mcpauth0.diagnose.Rule;
import mcpauth0.http.Exchange;
import mcpauth0.text.Texts;
import mcpauth0.ui.Work;
import mcpauth0.ui.model.Card;
import mcpauth0.ui.model.Mark;

/** What is wrong, why, and what cures it; with the button that does it where the program can. */
public final class FindingCard extends VBox {

    /** What a card may ask the page for. */
    public interface Acts {

        /** The label of the button that leads to the cure; empty where the page cannot run that step. */
        String cureLabel(String step);

        /**
         * What plans the cure and does it, in the card.
         *
         * @param closed takes it away again
         */
        Node cure(Card card, String step, Runnable closed);

        /** Whether a cure is being applied; no other may begin meanwhile. */
        ObservableBooleanValue busy();

        /** Opens a specification in the browser. */
        void open(String url);
    }

    /** @param messages the exchanges that show it */
    public FindingCard(Card card, List<Exchange> messages, Texts texts, Acts acts, Work work) {
        super(8);
        var kind = switch (card.severity()) {
            case ERROR -> Mark.BROKEN;
            case WARNING -> Mark.LOOK;
            case INFO -> Mark.TO_DO;
        };
        getStyleClass().addAll("finding", "finding-" + card.severity().name().toLowerCase(java.util.Locale.ROOT));
        setId("finding-" + card.rule().id());
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText(texts.get("severity." + card.severity().name().toLowerCase(java.util.Locale.ROOT)) + ": "
                + card.title());
        getChildren().addAll(head(card, kind, texts), Words.body(card.detail()));
        if (!card.facts().isEmpty())
            getChildren().add(facts(card.facts(), "facts"));
        getChildren().addAll(side(card, texts), cure(card, texts));
        if (!card.brings().isEmpty())
            getChildren().add(Words.secondary(texts.get("page.check.brings", String.join(" · ", card.brings()))));
        if (card.hides() > 0)
            getChildren().add(Words.secondary(texts.get("page.check.hides", card.hides())));
        getChildren().add(actions(card, messages, texts, acts, work));
    }

    /** Brings it into sight, and the keyboard to its first button. */
    public void visit() {
        lookupAll(".button").stream().filter(node -> !node.isDisabled()).findFirst().ifPresent(Node::requestFocus);
    }

    private static Node head(Card card, Mark mark, Texts texts) {
        var title = Words.heading(card.title());
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var word = new Label(texts.get("severity." + card.severity().name().toLowerCase(java.util.Locale.ROOT)));
        word.getStyleClass().addAll("word", "word-" + mark.id());
        word.setMinWidth(Region.USE_PREF_SIZE);
        var shape = card.severity() == Rule.Severity.INFO ? new Region() : new MarkShape(mark);
        var head = new HBox(8, shape, title, word);
        head.setAlignment(Pos.TOP_LEFT);
        return head;
    }

    /** @param style {@code facts} for what is compared, {@code side} for sentences */
    private static Node facts(List<Card.Labelled> facts, String style) {
        var box = new VBox(4);
        box.getStyleClass().add(style);
        for (var fact : facts) {
            var label = new Text(fact.label() + "  ");
            label.getStyleClass().add("fact-label");
            var value = new Text(fact.value());
            value.getStyleClass().add("fact-value");
            if (style.equals("facts"))
                value.getStyleClass().add("value");
            box.getChildren().add(new TextFlow(label, value));
        }
        return box;
    }

    /** Whose side it is on, and where there. */
    private static Node side(Card card, Texts texts) {
        return facts(List.of(new Card.Labelled(texts.get("part.finding.who"), card.who()),
                new Card.Labelled(texts.get("part.finding.where"), card.where())), "side");
    }

    private static Node cure(Card card, Texts texts) {
        var label = new Label(texts.get("page.check.cure"));
        label.getStyleClass().add("field-label");
        return new VBox(label, Words.body(card.cure()));
    }

    private static Node actions(Card card, List<Exchange> messages, Texts texts, Acts acts, Work work) {
        var line = new FlowPane(8, 4);
        line.setRowValignment(javafx.geometry.VPos.CENTER);
        var box = new VBox(8, line);
        var step = card.step();
        if (step != null && !acts.cureLabel(step).isEmpty())
            cure(card, step, acts, line, box);
        var example = card.example();
        if (example != null) {
            var right = new ExampleView(example, card.title(), texts);
            right.button().getStyleClass().add("small");
            line.getChildren().add(right.button());
            box.getChildren().add(right.place());
        }
        if (!messages.isEmpty()) {
            var unfolding = new Messages(messages, texts, work);
            unfolding.button().getStyleClass().add("small");
            line.getChildren().add(unfolding.button());
            box.getChildren().add(unfolding.place());
        }
        if (step == null) {
            var copy = new CopyButton(texts, texts.get("page.check.cure"), card::cure);
            copy.getStyleClass().add("small");
            line.getChildren().add(copy);
        }
        var rule = card.rule();
        var spec = new Hyperlink(rule.spec().ref());
        spec.setAccessibleText(texts.get("page.check.spec", rule.spec().ref()));
        spec.setOnAction(_ -> acts.open(rule.spec().url()));
        var id = new Label(rule.id() + " · " + rule.level());
        id.getStyleClass().add("secondary");
        line.getChildren().addAll(id, spec);
        return box;
    }

    /** The button that leads to the cure, and the place right below it. */
    private static void cure(Card card, String step, Acts acts, FlowPane line, VBox box) {
        var button = new Button(acts.cureLabel(step));
        button.setId("cure-" + step);
        button.getStyleClass().addAll("accent", "small");
        var place = new VBox();
        place.managedProperty().bind(Bindings.isNotEmpty(place.getChildren()));
        button.disableProperty().bind(Bindings.isNotEmpty(place.getChildren()).or(BooleanExpression
                .booleanExpression(acts.busy())));
        button.setOnAction(_ -> {
            place.getChildren().setAll(acts.cure(card, step, () -> {
                place.getChildren().clear();
                button.requestFocus();
            }));
            place.getChildren().getFirst().requestFocus();
        });
        line.getChildren().add(button);
        box.getChildren().add(place);
    }
}

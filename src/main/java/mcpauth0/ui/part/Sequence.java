package mcpauth0.ui.part;

import java.util.ArrayList;
import java.util.Iterator;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mcpauth0.text.Texts;
import mcpauth0.ui.Pieces;
import mcpauth0.ui.Work;
import mcpauth0.ui.model.Dialogue;
import mcpauth0.ui.model.Dialogue.Arrow;
import mcpauth0.ui.model.Dialogue.Group;
import mcpauth0.ui.model.Mark;
import mcpauth0.ui.model.Message;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Who asked whom, what came back, how long it took, and where it stopped. Messages to one party at one station are one
 * row until it is unfolded; what is broken is unfolded from the start. A message opens below its row.
 */
final class Sequence extends Piecemeal {

    /** A group of fewer messages is not worth folding. */
    private static final int FOLDED_FROM = 3;
    private static final int UNFOLDED_UP_TO = 12;

    private final Dialogue dialogue;
    private final Texts texts;
    private final Work work;

    Sequence(Dialogue dialogue, Texts texts, Work work) {
        this.dialogue = dialogue;
        this.texts = texts;
        this.work = work;
        getStyleClass().add("sequence");
        getChildren().add(head());
    }

    @Override
    Iterator<Runnable> pieces() {
        var pieces = new Pieces();
        for (var group : dialogue.groups())
            pieces.add(() -> {
                if (group.arrows().size() < FOLDED_FROM)
                    getChildren().add(named(group));
                else {
                    var folding = new Folding(group);
                    getChildren().add(folding);
                    if (group.mark() == Mark.BROKEN && group.arrows().size() <= UNFOLDED_UP_TO)
                        pieces.insert(folding.unfold());
                }
            });
        return pieces;
    }

    private Node head() {
        var unit = new Label(texts.get("part.timing.ms"));
        unit.getStyleClass().add("sequence-unit");
        var head = new SequenceRow(Words.secondary(texts.get("part.timing.asked")),
                Lifelines.heads(dialogue.parties(), texts), Words.secondary(texts.get("part.sequence.came")), unit);
        var box = new HBox(head);
        HBox.setHgrow(head, Priority.ALWAYS);
        box.getStyleClass().add("sequence-head");
        return box;
    }

    /** The same with the station's name above the first. */
    private VBox named(Group group) {
        var rows = new VBox();
        for (var arrow : group.arrows()) {
            var first = rows.getChildren().isEmpty();
            rows.getChildren().add(row(group, arrow,
                    first
                            ? new VBox(Words.secondary(texts.get("station." + group.station().id())), words(arrow))
                            : words(arrow)));
        }
        return rows;
    }

    private Label words(Arrow arrow) {
        var exchange = arrow.exchange();
        var words = Words.body(exchange == null ? texts.get("part.sequence.browser") : Message.what(exchange));
        words.getStyleClass().add("sequence-what");
        return words;
    }

    /** A group in one row, which its messages follow once it was pressed. */
    private final class Folding extends VBox {

        private final Group group;
        private final VBox rows = new VBox();
        private final HBox place = new HBox();
        private final FontIcon chevron = new FontIcon(Feather.CHEVRON_RIGHT);
        private final Label title;
        private final RowButton button;
        private boolean open;
        /** How often it was folded or unfolded: rows of another time are not put there any more. */
        private int turn;

        Folding(Group group) {
            this.group = group;
            title = Words.body(texts.get("part.sequence.group", texts.get("station." + group.station().id()),
                    group.arrows().size()));
            chevron.getStyleClass().add("sequence-chevron");
            title.setGraphic(chevron);
            HBox.setHgrow(place, Priority.ALWAYS);
            button = new RowButton(this::fold);
            button.getStyleClass().add("sequence-button");
            button.setId("sequence-" + group.station().id() + "-" + group.to().id());
            button.getChildren().add(place);
            getChildren().addAll(button, rows);
            summary();
        }

        private void fold() {
            if (open) {
                open = false;
                turn++;
                rows.getChildren().clear();
                summary();
            } else {
                var _ = work.inPieces(unfold());
            }
        }

        /** Each puts one message there. */
        private Iterator<Runnable> unfold() {
            open = true;
            summary();
            var mine = ++turn;
            return group.arrows().stream().<Runnable>map(arrow -> () -> {
                if (mine == turn)
                    rows.getChildren().add(row(group, arrow, words(arrow)));
            }).iterator();
        }

        private void summary() {
            chevron.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
            var row = new SequenceRow(title,
                    open
                            ? Lifelines.bare(dialogue.parties())
                            : Lifelines.arrow(dialogue.parties(), group.to(), group.mark(), answered(group)),
                    open ? new Region() : outcome("", group.mark(), group.stops()), time(group.millis()));
            HBox.setHgrow(row, Priority.ALWAYS);
            place.getChildren().setAll(row);
            var marked = group.mark() == Mark.GOOD ? "" : texts.get("mark." + group.mark().id());
            button.setAccessibleText(texts.get(open ? "part.sequence.open" : "part.sequence.folded", title.getText(),
                    texts.get("party." + group.to().id()), group.millis(), marked));
        }
    }

    private static boolean answered(Group group) {
        return group.arrows().stream().map(Arrow::exchange)
                .anyMatch(exchange -> exchange == null || exchange.status() > 0);
    }

    private Node row(Group group, Arrow arrow, Region what) {
        var exchange = arrow.exchange();
        var box = new VBox();
        if (exchange == null) {
            var row = new SequenceRow(what,
                    Lifelines.arrow(dialogue.parties(), arrow.to(), arrow.mark(), true),
                    outcome("", arrow.mark(), false),
                    time(arrow.millis()));
            var line = new HBox(row);
            HBox.setHgrow(row, Priority.ALWAYS);
            line.getStyleClass().add("sequence-line");
            line.setAccessibleRole(AccessibleRole.TEXT);
            line.setAccessibleText(texts.get("part.sequence.browser.spoken", arrow.millis()));
            box.getChildren().add(line);
            return box;
        }
        var status = exchange.status() > 0 ? String.valueOf(exchange.status()) : texts.get("part.timing.none");
        var row = new SequenceRow(what,
                Lifelines.arrow(dialogue.parties(), arrow.to(), arrow.mark(), exchange.status() > 0),
                outcome(status, arrow.mark(), arrow.stops()), time(arrow.millis()));
        HBox.setHgrow(row, Priority.ALWAYS);
        var button = new RowButton(() -> {
            if (box.getChildren().size() > 1)
                box.getChildren().removeLast();
            else
                box.getChildren().add(new ExchangeView(exchange, texts));
        });
        button.getStyleClass().add("sequence-button");
        button.setId("sequence-message-" + exchange.n());
        button.getChildren().add(row);
        button.setAccessibleText(spoken(group, arrow, Message.what(exchange), status));
        box.getChildren().add(button);
        return box;
    }

    private Node outcome(String status, Mark mark, boolean stops) {
        var line = new FlowPane(6, 0);
        line.setAlignment(Pos.CENTER_LEFT);
        if (!status.isEmpty()) {
            var label = new Label(status);
            label.getStyleClass().add("secondary");
            line.getChildren().add(label);
        }
        if (mark != Mark.GOOD) {
            var shape = new MarkShape(mark);
            shape.getStyleClass().add("status-small");
            var word = new Label(texts.get(stops ? "part.sequence.stops" : "mark." + mark.id()));
            word.getStyleClass().addAll("word", "word-" + mark.id());
            word.setMinWidth(USE_PREF_SIZE);
            var marked = new HBox(4, shape, word);
            marked.setAlignment(Pos.CENTER_LEFT);
            line.getChildren().add(marked);
        }
        line.getChildren().forEach(child -> ((Region) child).setMinWidth(USE_PREF_SIZE));
        return line;
    }

    private static Label time(long millis) {
        var label = new Label(String.valueOf(millis));
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private String spoken(Group group, Arrow arrow, String what, String status) {
        var parts = new ArrayList<String>();
        parts.add(texts.get("part.sequence.spoken", texts.get("party." + group.to().id()), what, status,
                arrow.millis()));
        var because = arrow.because();
        if (because != null)
            parts.add(texts.get("mark." + arrow.mark().id()) + ": " + texts.get("check." + because + ".title") + ".");
        if (arrow.stops())
            parts.add(texts.get("part.sequence.stops.spoken"));
        parts.add(texts.get("part.sequence.press"));
        return String.join(" ", parts);
    }
}

package mcpauth0.ui.part;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mcpauth0.text.Texts;
import mcpauth0.ui.Work;
import mcpauth0.ui.model.Conclusion.Entry;
import mcpauth0.ui.model.Mark;
import org.jspecify.annotations.Nullable;

/** Every check of a run, to be searched by words and by verdict. */
public final class CheckList extends VBox {

    private final FilteredList<Entry> shown;
    private final TextField words = new TextField();
    private final ToggleGroup group = new ToggleGroup();
    private final ListView<Entry> list;
    private @Nullable String kind;

    /** The lines come a frame after what they are searched with. */
    public CheckList(List<Entry> entries, Texts texts, Work work) {
        super(8);
        getStyleClass().add("check-list");
        shown = new FilteredList<>(FXCollections.observableArrayList(entries));
        words.setPromptText(texts.get("part.checks.search"));
        words.setAccessibleText(texts.get("part.checks.search"));
        list = new ListView<>(shown);
        list.setAccessibleText(texts.get("part.checks.name"));
        list.setPlaceholder(Words.secondary(texts.get("part.checks.none")));
        list.setCellFactory(view -> new Line(view, texts));
        var _ = work.inPieces(List.<Runnable>of(() -> getChildren().addAll(words, kinds(entries, texts)),
                () -> getChildren().add(list)).iterator());
        words.textProperty().subscribe(_ -> filter());
    }

    /** Shows that check alone, with the keyboard in the search. */
    public void find(String id) {
        group.selectToggle(group.getToggles().getFirst());
        words.setText(id);
        words.requestFocus();
    }

    private FlowPane kinds(List<Entry> entries, Texts texts) {
        var line = new FlowPane(8, 4);
        var all = new ToggleButton(texts.get("part.checks.all", entries.size()));
        all.setSelected(true);
        line.getChildren().add(all);
        var buttons = new ArrayList<>(List.of(all));
        for (var each : List.of("broken", "look", "advice", "follows", "blocked", "holds", "not-testable-from-here",
                "not-applicable")) {
            var count = entries.stream().filter(entry -> entry.kind().equals(each)).count();
            if (count == 0)
                continue;
            var button = new ToggleButton(texts.get("part.checks.kind", texts.get("page.check.kind." + each), count));
            button.setUserData(each);
            buttons.add(button);
            line.getChildren().add(button);
        }
        buttons.forEach(button -> {
            button.setToggleGroup(group);
            button.getStyleClass().add("small");
        });
        group.selectedToggleProperty().subscribe((_, now) -> {
            if (now == null)
                all.setSelected(true);
            else {
                kind = (String) now.getUserData();
                filter();
            }
        });
        return line;
    }

    private void filter() {
        var wanted = kind;
        shown.setPredicate(entry -> (wanted == null || wanted.equals(entry.kind())) && entry.matches(words.getText()));
        // Which line begins a station depends on the one before it.
        list.refresh();
    }

    private static Mark mark(Entry entry) {
        return switch (entry.kind()) {
            case "holds" -> Mark.GOOD;
            case "broken" -> Mark.BROKEN;
            case "look" -> Mark.LOOK;
            case "follows", "blocked" -> Mark.UNSEEN;
            default -> Mark.TO_DO;
        };
    }

    /** Two lines of text as wide as the list, so that nothing is cut. */
    private static final class Line extends ListCell<Entry> {

        private final ListView<Entry> view;
        private final Texts texts;

        Line(ListView<Entry> view, Texts texts) {
            this.view = view;
            this.texts = texts;
            setPrefWidth(0);
        }

        /** The station's name and how many of its checks are shown, above the first of them; else empty. */
        private String station(Entry entry) {
            var station = entry.finding().rule().station();
            var items = view.getItems();
            var at = getIndex();
            if (at > 0 && at <= items.size() && items.get(at - 1).finding().rule().station() == station)
                return "";
            var count = items.stream().filter(other -> other.finding().rule().station() == station).count();
            return texts.get("part.checks.station", texts.get("station." + station.id()), count);
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (entry == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var title = Words.body(entry.title());
            var below = entry.why().isEmpty()
                    ? entry.finding().rule().id()
                    : entry.finding().rule().id() + " · " + entry.why();
            var text = new VBox(title, Words.secondary(below));
            HBox.setHgrow(text, Priority.ALWAYS);
            var verdict = new Label(entry.verdict());
            verdict.getStyleClass().add("secondary");
            verdict.setMinWidth(Region.USE_PREF_SIZE);
            var line = new HBox(8, new MarkShape(mark(entry)), text, verdict);
            line.setAlignment(Pos.TOP_LEFT);
            var width = Bindings.max(100, view.widthProperty().subtract(40));
            line.prefWidthProperty().bind(width);
            line.maxWidthProperty().bind(width);
            var station = station(entry);
            if (station.isEmpty())
                setGraphic(line);
            else {
                var head = Words.heading(station);
                head.getStyleClass().add("check-station");
                setGraphic(new VBox(4, head, line));
            }
            setAccessibleText(
                    (station.isEmpty() ? "" : station + ". ") + entry.verdict() + ": " + entry.title() + ". " + below);
        }
    }
}

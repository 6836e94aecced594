package mcpauth0.ui.part;

import java.util.Iterator;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import mcpauth0.diagnose.Report;
import mcpauth0.text.Texts;
import mcpauth0.ui.Work;
import mcpauth0.ui.model.Dialogue;

/** What went over the wire: as a sequence, or on a line of time. */
public final class Wire extends VBox {

    private final VBox place = new VBox();
    private final ToggleGroup group = new ToggleGroup();
    private final Work work;
    private final Iterator<Runnable> pieces;
    private Subscription filling = Subscription.EMPTY;

    /**
     * The sequence is empty until its pieces are done.
     *
     * @param host of the server; other hosts are named in their lines
     */
    public Wire(Report report, String host, Texts texts, Work work) {
        super(8);
        this.work = work;
        Supplier<Piecemeal> messages = () -> new Sequence(Dialogue.of(report), texts, work);
        var title = Words.heading(texts.get("part.wire"));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var sequence = view("wire-sequence", texts.get("part.wire.sequence"));
        var times = view("wire-times", texts.get("part.wire.times"));
        var line = new HBox(8, title, sequence, times);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(line, place);
        sequence.setSelected(true);
        pieces = put(messages.get());
        fill(sequence, messages);
        fill(times, () -> new TimingTable(report.exchanges(), host, texts, work));
    }

    /** They fill what is shown first. */
    public Iterator<Runnable> pieces() {
        return pieces;
    }

    private Iterator<Runnable> put(Piecemeal view) {
        place.getChildren().setAll(view);
        return view.pieces();
    }

    private void fill(ToggleButton button, Supplier<Piecemeal> view) {
        button.selectedProperty().subscribe((_, chosen) -> {
            filling.unsubscribe();
            if (chosen)
                filling = work.inPieces(put(view.get()));
        });
    }

    private ToggleButton view(String id, String name) {
        var button = new ToggleButton(name);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setToggleGroup(group);
        // One of the two is always in sight.
        button.setOnAction(_ -> button.setSelected(true));
        return button;
    }
}

package mcpauth0.ui.part;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.diagnose.Report;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Dialogue;

/** What went over the wire: as a sequence, or on a line of time. */
public final class Wire extends VBox {

    private final VBox place = new VBox();
    private final ToggleGroup group = new ToggleGroup();

    /** @param host of the server; other hosts are named in their lines */
    public Wire(Report report, String host, Texts texts) {
        super(8);
        var title = Words.heading(texts.get("part.wire"));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var sequence = view("wire-sequence", texts.get("part.wire.sequence"),
                () -> new Sequence(Dialogue.of(report), texts));
        var times = view("wire-times", texts.get("part.wire.times"),
                () -> new TimingTable(report.exchanges(), host, texts));
        var line = new HBox(8, title, sequence, times);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(line, place);
        sequence.setSelected(true);
    }

    private ToggleButton view(String id, String name, Supplier<Node> view) {
        var button = new ToggleButton(name);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.selectedProperty().subscribe(chosen -> {
            if (chosen)
                place.getChildren().setAll(view.get());
        });
        // One of the two is always in sight.
        button.setOnAction(_ -> button.setSelected(true));
        return button;
    }
}

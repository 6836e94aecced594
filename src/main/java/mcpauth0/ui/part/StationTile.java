package mcpauth0.ui.part;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mcpauth0.ui.model.Mark;
import org.jspecify.annotations.Nullable;

/**
 * One of the {@link Stations}: its mark on the way, its name, its word. It changes in place, and only what is different:
 * to make and style it anew for each finding takes longer than a frame may.
 */
final class StationTile extends VBox {

    private final HBox line = new HBox(6);
    private final Region to = way();
    private final Region from = way();
    private final Label title = new Label();
    private final Label status = new Label();
    private final Label count = new Label();
    private @Nullable Mark shown;

    /**
     * @param comes whether the way comes from a station before
     * @param goes whether it goes on to another
     */
    StationTile(String name, boolean comes, boolean goes) {
        getStyleClass().add("station");
        setAlignment(Pos.TOP_CENTER);
        to.setVisible(comes);
        from.setVisible(goes);
        line.setAlignment(Pos.CENTER);
        title.setText(name);
        title.getStyleClass().add("station-name");
        status.getStyleClass().add("station-word");
        count.getStyleClass().addAll("station-word", "word-to-do");
        for (var label : List.of(title, status, count))
            label.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(line, title, status, count);
    }

    private static Region way() {
        var way = new Region();
        way.getStyleClass().add("station-way");
        HBox.setHgrow(way, Priority.ALWAYS);
        return way;
    }

    String name() {
        return title.getText();
    }

    void show(Mark mark, String word, String judged) {
        count.setText(judged);
        if (mark == shown)
            return;
        shown = mark;
        line.getChildren().setAll(to, new MarkShape(mark), from);
        to.getStyleClass().setAll("station-way", "way-" + mark.id());
        from.getStyleClass().setAll("station-way", "way-" + mark.id());
        status.getStyleClass().setAll("label", "station-word", "word-" + mark.id());
        status.setText(word);
    }
}

package mcpauth0.ui.part;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import mcpauth0.diagnose.Station;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Mark;
import mcpauth0.ui.model.Way;

/** The nine stations of a connection in a line; with large text the line breaks into even rows. */
public final class Stations extends Region {

    private static final double ROW_GAP = 12;

    private final Texts texts;
    private final List<StationTile> tiles;
    private List<Mark> before = List.of();

    public Stations(Texts texts) {
        this.texts = texts;
        getStyleClass().add("stations");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        var names = Station.values();
        tiles = IntStream.range(0, names.length)
                .mapToObj(i -> new StationTile(texts.get("station." + names[i].id()), i > 0, i < names.length - 1))
                .toList();
        getChildren().setAll(tiles);
        show(Way.UNTRODDEN);
    }

    public void show(Way way) {
        var names = Station.values();
        var marks = way.marks();
        var spoken = new ArrayList<String>();
        for (var i = 0; i < tiles.size(); i++) {
            var word = texts.get("mark." + marks.get(i).id());
            var judged = way.judged(names[i]);
            var count = judged == 0 ? "" : texts.get("part.stations.count", judged);
            tiles.get(i).show(marks.get(i), word, count);
            spoken.add(tiles.get(i).name() + ": " + word + (count.isEmpty() ? "" : ", " + count));
        }
        setAccessibleText(String.join(", ", spoken));
        tell(marks);
        before = marks;
    }

    /** Each as it finishes. */
    private void tell(List<Mark> marks) {
        var names = Station.values();
        for (var i = 0; i < before.size(); i++) {
            var mark = marks.get(i);
            if (before.get(i) != mark && finished(mark))
                Announcer.say(this, texts.get("frame.said.station", texts.get("station." + names[i].id()),
                        texts.get("mark." + mark.id())));
        }
    }

    private static boolean finished(Mark mark) {
        return switch (mark) {
            case GOOD, LOOK, BROKEN, UNSEEN -> true;
            case TO_DO, RUNNING -> false;
        };
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double tileWidth() {
        return getManagedChildren().stream().mapToDouble(tile -> tile.prefWidth(-1)).max().orElse(0);
    }

    private double tileHeight() {
        return getManagedChildren().stream().mapToDouble(tile -> tile.prefHeight(-1)).max().orElse(0);
    }

    private int rows(double width) {
        var count = getManagedChildren().size();
        var columns = Math.clamp((long) (width / Math.max(1, tileWidth())), 1, Math.max(1, count));
        return Math.ceilDiv(count, columns);
    }

    @Override
    protected double computePrefWidth(double height) {
        return tileWidth() * getManagedChildren().size();
    }

    @Override
    protected double computeMinWidth(double height) {
        return tileWidth();
    }

    @Override
    protected double computePrefHeight(double width) {
        var rows = width < 0 ? 1 : rows(width);
        return snapSizeY(rows * tileHeight() + (rows - 1) * ROW_GAP);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        var tiles = getManagedChildren();
        var columns = Math.ceilDiv(tiles.size(), rows(getWidth()));
        var width = getWidth() / columns;
        var height = tileHeight();
        for (var i = 0; i < tiles.size(); i++)
            layoutInArea(tiles.get(i), i % columns * width, Math.floorDiv(i, columns) * (height + ROW_GAP), width,
                    height, 0, javafx.geometry.HPos.CENTER, javafx.geometry.VPos.TOP);
    }
}

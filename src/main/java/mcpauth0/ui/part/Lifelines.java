package mcpauth0.ui.part;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Dialogue.Party;
import mcpauth0.ui.model.Mark;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One row of a sequence: the lifelines of all parties and, from the first to one of them, a question and its answer. A
 * question without an answer ends in a cross, a broken one is drawn thicker, an answer is dashed.
 */
final class Lifelines extends Region {

    private final int count;
    private final int to;
    private final List<Region> lines = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final Map<Piece, Region> pieces = new EnumMap<>(Piece.class);

    private enum Piece {
        ASK, ASK_HEAD, ANSWER, ANSWER_HEAD, CROSS
    }

    private Lifelines(int count, int to) {
        this.count = count;
        this.to = to;
        getStyleClass().add("lifelines");
    }

    /** Lifelines with nothing between them. */
    static Lifelines bare(List<Party> parties) {
        return new Lifelines(parties.size(), 0).lined();
    }

    /** The names at their heads. */
    static Lifelines heads(List<Party> parties, Texts texts) {
        var heads = new Lifelines(parties.size(), 0);
        for (var party : parties) {
            var name = Words.secondary(texts.get("party." + party.id()));
            name.getStyleClass().add("lifeline-name");
            name.setTextAlignment(TextAlignment.CENTER);
            heads.names.add(name);
        }
        heads.getChildren().setAll(heads.names);
        return heads;
    }

    /** @param answered whether anything came back */
    static Lifelines arrow(List<Party> parties, Party to, Mark mark, boolean answered) {
        var row = new Lifelines(parties.size(), parties.indexOf(to)).lined();
        row.add(Piece.ASK, new Region(), "arrow-ask", mark);
        if (answered) {
            row.add(Piece.ASK_HEAD, new Region(), "arrow-head", mark);
            row.add(Piece.ANSWER, new Region(), "arrow-answer", mark);
            row.add(Piece.ANSWER_HEAD, new Region(), "arrow-head", mark).setRotate(180);
        } else {
            row.add(Piece.CROSS, new StackPane(new FontIcon(Feather.X)), "arrow-cross", mark);
        }
        return row;
    }

    private Lifelines lined() {
        IntStream.range(0, count).forEach(_ -> {
            var line = new Region();
            line.getStyleClass().add("lifeline");
            lines.add(line);
            getChildren().add(line);
        });
        return this;
    }

    private Node add(Piece piece, Region node, String style, Mark mark) {
        node.getStyleClass().addAll(style, style + "-" + mark.id());
        pieces.put(piece, node);
        getChildren().add(node);
        return node;
    }

    /** From one lifeline to the next; the outer ones stand nearer to the edges. */
    private double space(double width) {
        return width / (count - 0.2);
    }

    private double x(int index, double width) {
        return (index + 0.4) * space(width);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return names.stream().mapToDouble(name -> name.prefHeight(width < 0 ? -1 : space(width))).max()
                .orElseGet(() -> pieces.values().stream().mapToDouble(piece -> piece.prefHeight(-1)).sum());
    }

    @Override
    protected void layoutChildren() {
        var width = getWidth();
        for (var i = 0; i < names.size(); i++)
            layoutInArea(names.get(i), x(i, width) - space(width) / 2, 0, space(width), getHeight(), 0, HPos.CENTER,
                    VPos.BOTTOM);
        for (var i = 0; i < lines.size(); i++)
            lines.get(i).resizeRelocate(snapPositionX(x(i, width)), 0, lines.get(i).prefWidth(-1), getHeight());
        var from = x(0, width);
        var end = x(to, width);
        pieces.forEach((piece, node) -> {
            var high = node.prefHeight(-1);
            var wide = node.prefWidth(-1);
            switch (piece) {
                case ASK -> put(node, from, 0.36, pieces.containsKey(Piece.CROSS) ? (end - from) * 0.8 : end - from,
                        high);
                case ASK_HEAD -> put(node, end - wide, 0.36, wide, high);
                case ANSWER -> put(node, from, 0.68, end - from, high);
                case ANSWER_HEAD -> put(node, from, 0.68, wide, high);
                case CROSS -> put(node, from + (end - from) * 0.8 - wide / 2, 0.36, wide, high);
            }
        });
    }

    private void put(Region node, double x, double y, double width, double height) {
        node.resizeRelocate(snapPositionX(x), snapPositionY(getHeight() * y - height / 2), width, height);
    }
}

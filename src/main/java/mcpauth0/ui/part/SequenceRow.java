package mcpauth0.ui.part;

import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * What was asked, between whom, with what outcome, for how long: in one line where there is room, else with the lifelines
 * below the words. All rows of a sequence, its head as well, break at the same width, so that the lifelines meet.
 */
final class SequenceRow extends Region {

    /** In widths of a letter M. */
    private static final double ROOM = 48;
    private static final double WHAT = 20;
    private static final double OUTCOME = 9.5;
    private static final double OUTCOME_BELOW = 6.5;
    private static final double TIME = 3.2;
    private static final double GAP = 0.6;
    private static final double LEAST = 1.9;

    private final Region what;
    private final Lifelines lifelines;
    private final Node outcome;
    private final Label time;

    /** @param time is in the size of the text */
    SequenceRow(Region what, Lifelines lifelines, Node outcome, Label time) {
        this.what = what;
        this.lifelines = lifelines;
        this.outcome = outcome;
        this.time = time;
        getStyleClass().add("sequence-row");
        getChildren().setAll(what, lifelines, outcome, time);
    }

    private double em() {
        return time.getFont().getSize();
    }

    private boolean roomy(double width) {
        return width >= ROOM * em();
    }

    private double whatWidth(double width) {
        return roomy(width) ? WHAT * em() : Math.max(4 * em(), width - outcomeWidth(width) - (TIME + 2 * GAP) * em());
    }

    private double outcomeWidth(double width) {
        return (roomy(width) ? OUTCOME : OUTCOME_BELOW) * em();
    }

    private double wordsHeight(double width) {
        return Math.max(LEAST * em(),
                Math.max(what.prefHeight(whatWidth(width)), outcome.prefHeight(outcomeWidth(width))));
    }

    private double linesHeight(double width) {
        return Math.max(LEAST * em(), lifelines.prefHeight(width));
    }

    private double linesWidth(double width) {
        return width - (WHAT + OUTCOME + TIME + 3 * GAP) * em();
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
    protected double computePrefWidth(double height) {
        return ROOM * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        var wide = width < 0 ? ROOM * em() : width;
        return roomy(wide)
                ? Math.max(wordsHeight(wide), linesHeight(linesWidth(wide)))
                : wordsHeight(wide) + linesHeight(wide);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        var width = getWidth();
        var em = em();
        var one = roomy(width);
        var high = one ? getHeight() : wordsHeight(width);
        var text = whatWidth(width);
        layoutInArea(what, 0, 0, text, high, 0, HPos.LEFT, VPos.CENTER);
        if (one)
            lifelines.resizeRelocate(text + GAP * em, 0, linesWidth(width), high);
        else
            lifelines.resizeRelocate(0, high, width, getHeight() - high);
        var came = outcomeWidth(width);
        layoutInArea(outcome, width - (TIME + GAP) * em - came, 0, came, high, 0, HPos.LEFT, VPos.CENTER);
        layoutInArea(time, width - TIME * em, 0, TIME * em, high, 0, HPos.RIGHT, VPos.CENTER);
    }
}

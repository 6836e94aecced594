package mcpauth0.ui.part;

import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * A text as it is, to read and to copy from: as high as its lines are when they are broken to its width. One that would be
 * very long is scrolled, and shows half a line at its end, so that it is seen to go on.
 */
public final class RawText extends TextArea {

    private static final double MOST_LINES = 16.5;

    private final Text measure = new Text();

    /** @param name for whoever cannot see where it stands */
    public RawText(String text, String name) {
        super(text);
        setEditable(false);
        setWrapText(true);
        getStyleClass().add("raw");
        setAccessibleText(name);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return height(width < 0 ? prefWidth(-1) : width, MOST_LINES);
    }

    @Override
    protected double computeMinHeight(double width) {
        return height(width < 0 ? prefWidth(-1) : width, 1);
    }

    private double height(double width, double most) {
        if (!(lookup(".content") instanceof Region content) || !(lookup(".scroll-pane") instanceof Region scroll))
            return super.computePrefHeight(width);
        measure.setFont(getFont());
        measure.setWrappingWidth(Math.max(1, width - across(this) - across(scroll) - across(content)));
        measure.setText("M");
        var line = measure.getLayoutBounds().getHeight();
        measure.setText(getText());
        var lines = Math.min(most * line, measure.getLayoutBounds().getHeight());
        return Math.ceil(lines) + down(this) + down(scroll) + down(content) + 1;
    }

    private static double across(Region region) {
        return region.snappedLeftInset() + region.snappedRightInset();
    }

    private static double down(Region region) {
        return region.snappedTopInset() + region.snappedBottomInset();
    }
}

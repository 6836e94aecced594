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
        setMinHeight(USE_PREF_SIZE);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (!(lookup(".content") instanceof Region content))
            return super.computePrefHeight(width);
        var wide = width < 0 ? prefWidth(-1) : width;
        measure.setFont(getFont());
        measure.setText("M");
        var line = measure.getLayoutBounds().getHeight();
        measure.setText(getText());
        measure.setWrappingWidth(Math.max(1, wide - across(this) - across(content)));
        var lines = Math.min(MOST_LINES * line, measure.getLayoutBounds().getHeight());
        measure.setWrappingWidth(0);
        return Math.ceil(lines) + down(this) + down(content) + 1;
    }

    private static double across(Region region) {
        return region.snappedLeftInset() + region.snappedRightInset();
    }

    private static double down(Region region) {
        return region.snappedTopInset() + region.snappedBottomInset();
    }
}

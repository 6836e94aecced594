package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import mcpauth0.ui.Preferences.Contrast;
import mcpauth0.ui.Preferences.Shade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Text can be read on what it stands on: at least 4.5 to 1, with high contrast 7 to 1 (WCAG 2.2, 1.4.3 and 1.4.6). What
 * cannot be pressed is not held to it, as there.
 */
class ContrastTest {

    private static final double ENOUGH = 4.5;
    private static final double HIGH = 7;

    @TempDir
    Path state;

    @Test
    void everyTextOfEveryPageStandsOutFromWhatIsBehindIt() throws Exception {
        try (var window = OpenWindow.open(state)) {
            window.press("start-practice");
            window.press("main-button");
            window.press("main-button");
            window.openReports(state);
            var faint = new TreeSet<String>();
            for (var shade : List.of(Shade.LIGHT, Shade.DARK))
                for (var contrast : List.of(Contrast.USUAL, Contrast.HIGH)) {
                    OpenWindow.onScreen(() -> {
                        window.preferences.shadeProperty().set(shade);
                        window.preferences.contrastProperty().set(contrast);
                        return true;
                    });
                    for (var page : List.copyOf(window.wizard.all()))
                        faint.addAll(OpenWindow.onScreen(() -> {
                            window.wizard.show(page.id());
                            window.settle();
                            var found = new ArrayList<String>();
                            look(window.scene.getRoot(), contrast == Contrast.HIGH ? HIGH : ENOUGH,
                                    shade + " " + contrast + " " + page.id() + ": ", found);
                            return found;
                        }));
                }
            assertThat(faint).isEmpty();
        }
    }

    private static void look(Node node, double enough, String where, List<String> found) {
        if (!node.isVisible() || node.isDisabled() || node.getOpacity() == 0)
            return;
        if (node instanceof Labeled label && label.getText() != null && !label.getText().isBlank()
                && label.getTextFill() instanceof Color ink) {
            var paper = paper(label).orElse(Color.WHITE);
            var ratio = ratio(ink, paper);
            if (ratio < enough)
                found.add("%s%.1f to 1, %s on %s, %s “%s”".formatted(where, ratio, ink, paper, label.getStyleClass(),
                        label.getText()));
        }
        if (node instanceof Parent parent)
            parent.getChildrenUnmodifiable().forEach(child -> look(child, enough, where, found));
    }

    /** What is behind it, as far as it is one colour. */
    private static Optional<Color> paper(Node node) {
        if (node instanceof Region region && region.getBackground() != null)
            for (var fill : region.getBackground().getFills().reversed())
                if (fill.getFill() instanceof Color color && color.getOpacity() > 0) {
                    var behind = node.getParent() == null ? Color.WHITE : paper(node.getParent()).orElse(Color.WHITE);
                    return Optional.of(behind.interpolate(Color.color(color.getRed(), color.getGreen(),
                            color.getBlue()), color.getOpacity()));
                }
        return node.getParent() == null ? Optional.empty() : paper(node.getParent());
    }

    private static double ratio(Color one, Color other) {
        var solid = other.interpolate(Color.color(one.getRed(), one.getGreen(), one.getBlue()), one.getOpacity());
        var a = light(solid);
        var b = light(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Relative luminance, WCAG 2.2. */
    private static double light(Color color) {
        return 0.2126 * part(color.getRed()) + 0.7152 * part(color.getGreen()) + 0.0722 * part(color.getBlue());
    }

    private static double part(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}

package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.text.Text;
import mcpauth0.text.Language;
import mcpauth0.text.Texts;
import mcpauth0.ui.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page fits the smallest window, at the usual and at twice the size of text, in every language. */
class FitTest {

    @TempDir
    Path state;

    /** The language whose words are longest; the others, and English, are in the long run. */
    @Test
    void inTheLongestLanguage() throws Exception {
        fits(Language.FRENCH);
    }

    @Tag("full")
    @ParameterizedTest
    @EnumSource
    void in(Language language) throws Exception {
        fits(language);
    }

    private void fits(Language language) throws Exception {
        try (var window = OpenWindow.open(state, null, Texts.of(language, Locale.UK))) {
            window.press("start-practice");
            window.press("main-button");
            window.press("main-button");
            window.openReports(state);
            window.resize(900, 640);
            var troubles = new ArrayList<String>();
            for (var percent : List.of(100, 200)) {
                OpenWindow.onScreen(() -> {
                    window.preferences.textPercentProperty().set(percent);
                    return true;
                });
                for (var page : List.copyOf(window.wizard.all()))
                    troubles.addAll(OpenWindow.onScreen(() -> troubles(window, page, percent)));
            }
            assertThat(troubles).isEmpty();
        }
    }

    private static List<String> troubles(OpenWindow window, Page page, int percent) {
        window.wizard.show(page.id());
        window.settle();
        var found = new ArrayList<String>();
        var wide = window.scene.getWidth();
        walk(window.scene.getRoot(), node -> {
            var where = page.id() + " at " + percent + " %: ";
            if (node instanceof ScrollPane scroll && scroll.getContent() instanceof Parent content
                    && content.minWidth(-1) > scroll.getViewportBounds().getWidth() + 1)
                found.add(where + "wider than the window: " + content.minWidth(-1));
            if (node instanceof Labeled label && label.getText() != null && !label.getText().isEmpty()) {
                if (label.localToScene(label.getBoundsInLocal()).getMaxX() > wide)
                    found.add(where + "outside of the window: " + label.getText());
                if (!(label instanceof TitledPane) && label.lookup(".text") instanceof Text text && !whole(text, label)
                        && !label.getStyleClass().contains("rail-what"))
                    found.add(where + "cut off: " + label.getText());
            }
        });
        return found;
    }

    /** Access keys are marked in the text, and not shown. */
    private static boolean whole(Text shown, Labeled label) {
        var text = label.getText();
        return shown.getText().equals(text) || (label.isMnemonicParsing()
                && shown.getText().equals(text.replaceFirst("\\(_(\\w)\\)", "($1)").replace("_", "")));
    }

    private static void walk(Node node, Consumer<Node> visitor) {
        if (!node.isVisible() || node.getOpacity() == 0)
            return;
        visitor.accept(node);
        if (node instanceof Parent parent)
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, visitor));
    }
}

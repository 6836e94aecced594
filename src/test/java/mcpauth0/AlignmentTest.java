package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs together stands in one line on the screen. */
class AlignmentTest {

    @TempDir
    Path state;

    @Test
    void thePreviewsOfTheDocumentsStandInOneColumn() throws Exception {
        try (var window = at("registration")) {
            assertThat(places(window, ".button", Bounds::getMinX, "preview-")).hasSize(1);
        }
    }

    @Test
    void whatExplainsACheckBoxStandsUnderItsWords() throws Exception {
        try (var window = at("sign-in-connections")) {
            var words = OpenWindow.onScreen(() -> {
                var box = (CheckBox) window.scene.lookup("#connection-google-oauth2");
                return onScene(box.lookup(".text")).getMinX();
            });
            assertThat(places(window, ".secondary", Bounds::getMinX, "note-google-oauth2"))
                    .allSatisfy(place -> assertThat(place).isCloseTo(words, org.assertj.core.data.Offset.offset(3.0)));
        }
    }

    @Test
    void theHighlightOfAFormatLeavesOutTheHeadingOfItsGroup() throws Exception {
        try (var window = at("review")) {
            window.press("main-button");
            OpenWindow.onScreen(() -> {
                window.wizard.show("configuration");
                window.settle();
                return true;
            });
            window.restful();
            var plain = OpenWindow.onScreen(() -> {
                var first = window.scene.getRoot().lookupAll(".format-list .list-cell").stream()
                        .map(cell -> (ListCell<?>) cell)
                        .filter(ListCell::isSelected).findFirst().orElseThrow();
                return first.getBackground() == null || first.getBackground().getFills().stream()
                        .allMatch(fill -> fill.getFill().equals(javafx.scene.paint.Color.TRANSPARENT));
            });
            assertThat(plain).as("the cell itself, with the heading, is not coloured").isTrue();
            var lit = OpenWindow.onScreen(() -> {
                var names = window.scene.getRoot().lookupAll(".format-list .list-cell:selected .format-name");
                return names.stream().map(javafx.scene.layout.Region.class::cast)
                        .allMatch(name -> name.getBackground() != null) && !names.isEmpty();
            });
            assertThat(lit).as("the name is").isTrue();
        }
    }

    private OpenWindow at(String page) throws Exception {
        var window = OpenWindow.open(state);
        window.press("start-practice");
        while (!window.page().equals(page))
            window.press("main-button");
        window.restful();
        return window;
    }

    private static Set<Double> places(OpenWindow window, String style, ToDoubleFunction<Bounds> edge, String id)
            throws Exception {
        return OpenWindow.onScreen(() -> {
            window.settle();
            var found = new HashSet<Double>();
            for (var node : window.scene.getRoot().lookupAll(style))
                if (node instanceof Labeled && named(node).startsWith(id))
                    found.add(edge.applyAsDouble(onScene(node)));
            assertThat(found).as("any " + id).isNotEmpty();
            return found;
        });
    }

    private static String named(Node node) {
        for (Node one = node; one != null; one = one.getParent())
            if (one.getId() != null)
                return one.getId();
        return "";
    }

    private static Bounds onScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}

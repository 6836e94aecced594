package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a button brings about is seen without scrolling for it. */
class InSightTest {

    @TempDir
    Path state;

    @Test
    void whatCameOfApplyingAndWhatIsTakenBack() throws Exception {
        try (var window = at("review")) {
            scroll(window, 1);
            window.press("main-button");
            window.restful();
            assertThat(window.title()).isEqualTo("5 changes are done");
            assertThat(inSight(window, "page-title")).isTrue();
            window.press("take-back-one-grant-third-party-clients");
            window.restful();
            assertThat(window.focused()).isEqualTo("take-back-grant-third-party-clients");
            assertThat(inSight(window, "take-back-grant-third-party-clients")).isTrue();
            window.press("main-button");
            assertThat(window.words()).contains("Read again to apply it anew.");
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatAButtonOfAFindingUnfolds() throws Exception {
        try (var window = at("review")) {
            window.press("main-button");
            window.press("main-button");
            assertThat(window.words()).contains("The practice server has these values already");
            window.press("main-button");
            var lesson = (ChoiceBox<String>) window.find("lesson", ChoiceBox.class);
            OpenWindow.onScreen(() -> {
                lesson.setValue("rs-accepts-wrong-audience");
                return true;
            });
            window.press("main-button");
            window.restful();
            OpenWindow.onScreen(() -> {
                var finding = window.scene.lookup("#finding-rs-accepts-wrong-audience");
                var button = finding.lookupAll(".toggle-button").stream().map(ToggleButton.class::cast).findFirst()
                        .orElseThrow();
                button.fire();
                return true;
            });
            window.restful();
            assertThat(OpenWindow.onScreen(() -> {
                var finding = window.scene.lookup("#finding-rs-accepts-wrong-audience");
                return seen(window, finding.lookup(".raw")) && seen(window, finding.lookup(".toggle-button"));
            })).isTrue();
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

    private static void scroll(OpenWindow window, double to) throws Exception {
        OpenWindow.onScreen(() -> {
            ((ScrollPane) window.scene.lookup(".page-scroll")).setVvalue(to);
            return true;
        });
        window.restful();
    }

    private static boolean inSight(OpenWindow window, String id) throws Exception {
        return OpenWindow.onScreen(() -> seen(window, window.scene.lookup("#" + id)));
    }

    /** All of it. */
    private static boolean seen(OpenWindow window, Node node) {
        var scroll = window.scene.lookup(".page-scroll");
        return scroll.localToScene(scroll.getLayoutBounds()).contains(node.localToScene(node.getLayoutBounds()));
    }
}

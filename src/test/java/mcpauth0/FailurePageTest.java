package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import mcpauth0.ui.model.Breakdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A defect of the program ends on a page that says what it means, and from which there is a way back. */
class FailurePageTest {

    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhdXRoMHwxIn0.c2lnbmF0dXJl";

    @TempDir
    Path state;

    @Test
    void itSaysThatNothingWasWrittenAndLeadsBackToThePageWithWhatWasEntered() throws Exception {
        try (var window = OpenWindow.open(state)) {
            window.press("start-setup");
            window.type("server-address", "https://mcp.acme.dev/mcp");
            fail(window, new IllegalStateException("token=" + TOKEN));
            assertThat(window.page()).isEqualTo("failure");
            assertThat(window.words()).contains("Nothing was written to a tenant", "Its code is MA-",
                    "Back to “Your server”");
            window.press("main-button");
            assertThat(window.page()).isEqualTo("server");
            assertThat(window.find("server-address", javafx.scene.control.TextInputControl.class).getText())
                    .isEqualTo("https://mcp.acme.dev/mcp");
        }
    }

    @Test
    void theDetailsHoldTheCodeAndThePlaceAndNoSecret() throws Exception {
        try (var window = OpenWindow.open(state)) {
            fail(window, new IllegalStateException("token=" + TOKEN));
            window.press("copy-details");
            var copied = OpenWindow.onScreen(() -> Clipboard.getSystemClipboard().getString());
            assertThat(copied).startsWith("MA-").contains("FailurePageTest", "IllegalStateException")
                    .doesNotContain(TOKEN);
        }
    }

    @Test
    void aBundleForSupportIsSavedFromHere() throws Exception {
        try (var window = OpenWindow.open(state)) {
            fail(window, new IllegalStateException("token=" + TOKEN));
            var file = state.resolve("bundle.zip");
            window.files.next = file;
            window.press("save-bundle");
            assertThat(window.words()).contains("Saved to " + file, "This is inside.");
            assertThat(file).isNotEmptyFile();
            assertThat(window.page()).isEqualTo("failure");
        }
    }

    @Test
    void itSaysHowManyChangesAreInTheTenant() throws Exception {
        try (var window = OpenWindow.open(state)) {
            window.press("start-practice");
            while (!window.page().equals("review"))
                window.press("main-button");
            window.press("main-button");
            fail(window, new IllegalStateException());
            assertThat(window.words()).contains("changes of this program are in " + window.pair().domain(),
                    "Nothing was left half done.");
        }
    }

    @Test
    void anotherDefectOnThisPageDoesNotShutTheWayBack() throws Exception {
        try (var window = OpenWindow.open(state)) {
            fail(window, new IllegalStateException());
            fail(window, new NullPointerException());
            window.press("main-button");
            assertThat(window.page()).isEqualTo("home");
        }
    }

    @Test
    void theCodeIsTheSameForTheSamePlaceAndOtherElsewhere() throws Exception {
        try (var window = OpenWindow.open(state)) {
            fail(window, new IllegalStateException("one"));
            var one = code(window);
            fail(window, new IllegalStateException("another message"));
            assertThat(code(window)).isEqualTo(one);
            fail(window, new NullPointerException());
            assertThat(code(window)).isNotEqualTo(one);
        }
    }

    private static String code(OpenWindow window) throws Exception {
        return OpenWindow.onScreen(() -> {
            Breakdown broken = window.session.breakdownProperty().get();
            return broken == null ? "" : broken.code();
        });
    }

    private static void fail(OpenWindow window, RuntimeException thrown) throws Exception {
        OpenWindow.onScreen(() -> {
            window.wizard.fail(thrown);
            return true;
        });
    }
}

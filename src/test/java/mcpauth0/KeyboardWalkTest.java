package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import mcpauth0.demo.Seen;
import mcpauth0.diagnose.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything from the first page to the healthy verdict, with a keyboard and nothing else. */
class KeyboardWalkTest {

    @TempDir
    Path state;

    @Test
    void fromTheFirstPageToTheHealthyVerdictWithoutAMouse() throws Exception {
        try (var window = OpenWindow.open(state)) {
            var keys = new Keys(window);
            at(window, "home", "start-setup");
            keys.tabTo("start-practice");
            keys.press(KeyCode.SPACE);
            at(window, "server", "server-address");
            keys.press(KeyCode.ENTER);
            at(window, "tenant", "client-secret");
            choosesWithArrows(window, keys);
            keys.press(KeyCode.ENTER);
            assertThat(window.words()).contains("Connected to " + window.pair().domain());
            keys.alt(KeyCode.C);
            at(window, "api", "api-name");
            keys.press(KeyCode.END);
            keys.type("!");
            keys.press(KeyCode.ENTER);
            at(window, "sign-in-connections", "connection-Username-Password-Authentication");
            var box = window.find("connection-Username-Password-Authentication", CheckBox.class);
            var chosen = box.isSelected();
            keys.press(KeyCode.SPACE);
            assertThat(box.isSelected()).isNotEqualTo(chosen);
            keys.press(KeyCode.SPACE);
            keys.alt(KeyCode.B);
            at(window, "api", "api-name");
            assertThat(window.find("api-name", TextInputControl.class).getText()).endsWith("!");
            keys.press(KeyCode.ENTER);
            keys.press(KeyCode.ENTER);
            at(window, "registration", "registration-open");
            escapes(window, keys);
            assertThat(window.focused()).as("not on the button that writes").isNotEqualTo("main-button");
            keys.press(KeyCode.ENTER);
            assertThat(writes(window)).as("one Enter too many writes nothing").isEmpty();
            keys.tabTo("main-button");
            keys.press(KeyCode.SPACE);
            assertThat(window.title()).isEqualTo("5 changes are done");
            assertThat(writes(window)).isNotEmpty();
            keys.press(KeyCode.ENTER);
            assertThat(window.page()).isEqualTo("configuration");
            keys.press(KeyCode.ENTER);
            at(window, "check", "main-button");
            keys.press(KeyCode.ENTER);
            assertThat(window.session.reportProperty().get()).isNotNull()
                    .extracting(Report::overall).isEqualTo(Report.Overall.HEALTHY);
            assertThat(window.title()).isEqualTo("Everything works: clients can sign in and use the tools");
            assertThat(window.words()).contains("_Connect your client", "Save report…");
            assertThat(window.focused()).as("what comes next").isEqualTo("main-button");
        }
    }

    /** Shift and Tab lead back to the ways in; the arrows choose among them. */
    private static void choosesWithArrows(OpenWindow window, Keys keys) throws Exception {
        for (var i = 0; i < 9 && !window.focused().equals("by-secret"); i++)
            keys.shift(KeyCode.TAB);
        assertThat(window.focused()).isEqualTo("by-secret");
        keys.press(KeyCode.DOWN);
        assertThat(window.find("by-key", RadioButton.class).isSelected()).isTrue();
        keys.press(KeyCode.UP);
        assertThat(window.find("by-secret", RadioButton.class).isSelected()).isTrue();
        keys.tabTo("client-secret");
    }

    /** On to the review, whose reading is ended with Escape and begun anew. */
    private static void escapes(OpenWindow window, Keys keys) throws Exception {
        var later = new ArrayList<Runnable>();
        window.background = later::add;
        keys.press(KeyCode.ENTER);
        assertThat(window.title()).isEqualTo("Reading your tenant");
        keys.press(KeyCode.ESCAPE);
        assertThat(window.title()).isEqualTo("The tenant could not be read");
        window.background = Runnable::run;
        keys.press(KeyCode.ENTER);
        assertThat(window.title()).isEqualTo("Review 5 changes");
    }

    private static void at(OpenWindow window, String page, String focused) throws Exception {
        assertThat(window.page()).as(window.words()).isEqualTo(page);
        assertThat(window.focused()).as(page).isEqualTo(focused);
    }

    private static List<Seen> writes(OpenWindow window) {
        return window.pair().tenant().requests().stream()
                .filter(seen -> seen.path().startsWith("/api/v2/") && !seen.read()).toList();
    }
}

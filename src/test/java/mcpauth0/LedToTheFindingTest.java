package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what a client showed to what the check found there, and back. */
class LedToTheFindingTest {

    @TempDir
    Path state;

    @Test
    void aSuspectLeadsToItsFindingAndBackLeadsToTheClient() throws Exception {
        try (var window = OpenWindow.open(state)) {
            window.press("start-practice");
            while (!window.page().equals("review"))
                window.press("main-button");
            show(window, "check");
            window.press("main-button");
            show(window, "client");
            window.press("inquiry-open");
            window.type("inquiry-shown", "Couldn’t register with the sign-in service");
            window.press("inquiry-ask");
            window.press("suspect-reg-dcr-disabled");
            assertThat(window.page()).isEqualTo("check");
            assertThat(within(window, "finding-reg-dcr-disabled")).isTrue();
            window.press("back-button");
            assertThat(window.page()).isEqualTo("client");
        }
    }

    private static void show(OpenWindow window, String page) throws Exception {
        OpenWindow.onScreen(() -> {
            window.wizard.show(page);
            return true;
        });
    }

    /** Whether the keyboard is there. */
    private static boolean within(OpenWindow window, String id) throws Exception {
        return OpenWindow.onScreen(() -> {
            for (Node node = window.scene.getFocusOwner(); node != null; node = node.getParent())
                if (id.equals(node.getId()))
                    return true;
            return false;
        });
    }
}

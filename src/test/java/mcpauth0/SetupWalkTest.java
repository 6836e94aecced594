package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import mcpauth0.demo.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way through the set-up, on the screen and against the practice tenant. */
class SetupWalkTest {

    @TempDir
    Path state;

    @Test
    void goesFromTheFirstPageToAppliedChangesAndBack() throws Exception {
        try (var window = OpenWindow.open(state)) {
            window.press("start-practice");
            assertThat(window.page()).isEqualTo("server");
            assertThat(window.there("end-practice")).isTrue();
            window.press("main-button");
            assertThat(window.page()).as(window.words()).isEqualTo("tenant");
            window.press("main-button");
            assertThat(window.page()).isEqualTo("tenant");
            assertThat(window.words()).contains("Connected to localhost");
            window.press("main-button");
            assertThat(window.page()).isEqualTo("api");
            window.press("main-button");
            assertThat(window.page()).isEqualTo("sign-in-connections");
            window.press("main-button");
            window.press("main-button");
            assertThat(window.page()).isEqualTo("review");
            assertThat(writes(window)).as("Next never writes").isEmpty();
            window.press("main-button");
            assertThat(window.title()).contains("changes are done");
            assertThat(writes(window)).isNotEmpty();
            window.press("back-button");
            assertThat(window.words()).contains("Registration is open in your tenant today.");
            window.press("main-button");
            assertThat(window.title()).as("what was done stays in sight").contains("changes are done");
            window.press("undo-button");
            assertThat(window.title()).as("the first press only asks").isEqualTo("Choose what to take back");
            window.press("take-back-all");
            window.press("main-button");
            assertThat(window.title()).isEqualTo("The changes were taken back");
        }
    }

    private static Set<String> writes(OpenWindow window) {
        return window.pair().tenant().requests().stream()
                .filter(seen -> seen.path().startsWith("/api/v2/") && !seen.read()).map(Seen::method)
                .collect(Collectors.toSet());
    }
}

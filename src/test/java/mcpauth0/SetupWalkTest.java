package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import mcpauth0.demo.Seen;
import mcpauth0.ui.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way through the set-up, on the screen and against the practice tenant. */
class SetupWalkTest {

    @TempDir
    Path state;

    @Test
    void goesFromTheFirstPageToAppliedChangesAndBack() throws Exception {
        try (var window = OpenWindow.open(state)) {
            var drawn = System.getProperty("look");
            draw(window, drawn);
            window.press("start-practice");
            assertThat(window.page()).isEqualTo("server");
            assertThat(window.there("end-practice")).isTrue();
            draw(window, drawn);
            window.press("main-button");
            assertThat(window.page()).as(window.words()).isEqualTo("tenant");
            draw(window, drawn);
            window.press("main-button");
            assertThat(window.page()).isEqualTo("tenant");
            assertThat(window.words()).contains("Connected to localhost");
            draw(window, drawn);
            window.press("main-button");
            assertThat(window.page()).isEqualTo("api");
            draw(window, drawn);
            window.press("main-button");
            assertThat(window.page()).isEqualTo("sign-in-connections");
            draw(window, drawn);
            window.press("main-button");
            draw(window, drawn);
            window.press("main-button");
            assertThat(window.page()).isEqualTo("review");
            draw(window, drawn);
            assertThat(writes(window)).as("Next never writes").isEmpty();
            window.press("main-button");
            draw(window, drawn);
            assertThat(window.title()).contains("changes are done");
            assertThat(writes(window)).isNotEmpty();
            window.press("undo-button");
            draw(window, drawn);
            assertThat(window.title()).isEqualTo("The changes were taken back");
        }
    }

    private int pictures;

    private void draw(OpenWindow window, @org.jspecify.annotations.Nullable String folder) throws Exception {
        if (folder == null)
            return;
        Files.createDirectories(Path.of(folder));
        var n = String.format("%02d", pictures++);
        for (var shade : Set.of(Preferences.Shade.LIGHT, Preferences.Shade.DARK)) {
            OpenWindow.onScreen(() -> {
                window.preferences.shadeProperty().set(shade);
                return true;
            });
            window.draw(Path.of(folder, n + "-" + window.page() + "-" + shade.id() + ".png"));
        }
        OpenWindow.onScreen(() -> {
            window.preferences.shadeProperty().set(Preferences.Shade.LIGHT);
            return true;
        });
        window.resize(900, 640);
        window.draw(Path.of(folder, n + "-" + window.page() + "-small.png"));
        OpenWindow.onScreen(() -> {
            window.preferences.textPercentProperty().set(200);
            return true;
        });
        window.draw(Path.of(folder, n + "-" + window.page() + "-large.png"));
        OpenWindow.onScreen(() -> {
            window.preferences.textPercentProperty().set(100);
            return true;
        });
        window.resize(1100, 760);
    }

    private static Set<String> writes(OpenWindow window) {
        return window.pair().tenant().requests().stream()
                .filter(seen -> seen.path().startsWith("/api/v2/") && !seen.read()).map(Seen::method)
                .collect(Collectors.toSet());
    }
}

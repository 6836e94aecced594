package mcpauth0.ui.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import mcpauth0.ui.Rooms;
import mcpauth0.ui.Specimens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A text that is to be read and copied stands there whole, however it breaks; at most a line stays empty below it. */
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class RawTextTest {

    private static final String COMMAND = "claude mcp add --transport http acme-tools https://mcp.acme.dev/mcp"
            + " --client-id tpc_2Zs9a8bWQ3 --client-secret --callback-port 43817";
    private static final String ANSWER = "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer"
            + " resource_metadata=\"https://mcp.acme.dev/.well-known/oauth-protected-resource/mcp\","
            + " scope=\"tools:read tools:write\"\nCache-Control: no-store";

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void isAsHighAsItsLinesAreAtAnyWidthAndSizeOfText() {
        for (var percent : List.of(100, 200))
            for (var narrow : List.of(260, 340, 480, 620, 700))
                for (var text : List.of("https://mcp.acme.dev/mcp", COMMAND, ANSWER)) {
                    var width = narrow * percent / 100;
                    var about = text.substring(0, 5) + " at " + width + ", " + percent + " %";
                    fits(about, new RawText(text, "an answer"), width, percent);
                    fits("to copy: " + about, new CopyField(Specimens.texts(), "A command", text, ""), width, percent);
                }
    }

    @Test
    void whatIsVeryLongIsScrolled() {
        var all = show(new RawText("one line\n".repeat(60), "many lines"), 400, 100);
        assertThat(viewport(all).getHeight()).isLessThan(360);
        assertThat(height(all)).isGreaterThan(viewport(all).getHeight());
    }

    private void fits(String about, Region shown, int width, int percent) {
        var all = show(shown, width, percent);
        assertThat(viewport(all).getHeight()).as(about).isBetween(height(all), height(all) + 6 + 0.36 * percent);
    }

    private VBox show(Region shown, int width, int percent) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            var all = new VBox(shown);
            var scroll = new ScrollPane(all);
            scroll.setFitToWidth(true);
            scroll.setStyle("-fx-font-family: Inter; -fx-font-size: " + 14 * percent / 100 + "px");
            var scene = new Scene(scroll, width, 500);
            for (var name : List.of("app.css", "check.css"))
                scene.getStylesheets().add(String.valueOf(Rooms.class.getResource(name)));
            stage.setScene(scene);
            stage.show();
            for (var i = 0; i < 3; i++) {
                scroll.applyCss();
                scroll.layout();
            }
            return all;
        });
    }

    private static Region viewport(VBox all) {
        return (Region) all.lookup(".raw").lookup(".viewport");
    }

    /** Of the lines with what stands around them. */
    private static double height(VBox all) {
        var content = (Region) all.lookup(".raw").lookup(".content");
        return ((Text) content.lookup(".text")).getLayoutBounds().getHeight() + content.snappedTopInset()
                + content.snappedBottomInset();
    }
}

package mcpauth0.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import mcpauth0.ui.Rooms;
import mcpauth0.ui.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class BundlePanelTest {

    private Rooms rooms;
    private final Work work = Work.real();

    @Start
    void start(Stage stage) throws Exception {
        rooms = new Rooms(work);
        stage.setScene(new javafx.scene.Scene(new BundlePanel(rooms.services), 700, 500));
        stage.show();
    }

    @AfterEach
    void stop() {
        work.close();
    }

    @Test
    void savesABundleAndSaysWhatIsInside(FxRobot robot) throws Exception {
        Files.createDirectories(rooms.state().resolve("setups"));
        Files.writeString(rooms.state().resolve("setups/a.json"), "{\"schema\":1,\"clientSecret\":\"MARKED\"}");

        robot.clickOn("#save-bundle");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup(".text-area").tryQuery().isPresent());

        assertThat(robot.lookup(".text-area").queryAs(TextArea.class).getText()).contains("settings/setups/a.json",
                "what was entered and chosen");
        try (var zip = new ZipFile(rooms.state().resolve("mcp-auth0-setup-support.zip").toFile())) {
            var setup = new String(zip.getInputStream(zip.getEntry("mcp-auth0-setup/settings/setups/a.json"))
                    .readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(setup).contains("schema").doesNotContain("MARKED");
        }
    }
}

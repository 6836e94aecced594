package mcpauth0.ui.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.stage.Stage;
import mcpauth0.http.FailureException;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.ui.Rooms;
import mcpauth0.ui.Work;
import mcpauth0.ui.model.Newest;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class NewestPanelTest {

    private final MockWebServer releases = new MockWebServer();
    private final Work work = Work.real();
    private Rooms rooms;

    @Start
    void start(Stage stage) throws Exception {
        releases.start();
        rooms = new Rooms(work);
        stage.setScene(new Scene(new NewestPanel(rooms.services, releases.url("/latest").toString()), 700, 400));
        stage.show();
    }

    @AfterEach
    void stop() {
        work.close();
        releases.close();
    }

    @Test
    void asksOnceAndOnlyWhenAsked(FxRobot robot) throws Exception {
        assertThat(releases.getRequestCount()).as("before anybody pressed").isZero();
        answer("{\"tag_name\":\"v99.2.0\",\"html_url\":\"https://releases.example/99.2.0\"}");

        robot.clickOn("#look-for-newer");
        shows(robot, "Version 99.2.0 is there");
        robot.clickOn("Open its page");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS,
                () -> rooms.opened.contains("https://releases.example/99.2.0"));

        assertThat(releases.getRequestCount()).isEqualTo(1);
        assertThat(releases.takeRequest().getUrl().encodedPath()).isEqualTo("/latest");
    }

    @Test
    void saysThatThereIsNothingNewer(FxRobot robot) throws Exception {
        answer("{\"tag_name\":\"v0.0.1\",\"html_url\":\"https://releases.example/0.0.1\"}");
        robot.clickOn("#look-for-newer");
        shows(robot, "There is nothing to do.");
    }

    @Test
    void whatIsNoReleaseIsSaidAndCanBeAskedAgain(FxRobot robot) throws Exception {
        answer("<html>Sign in to the Wi-Fi</html>");
        robot.clickOn("#look-for-newer");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup("#problem").tryQuery().isPresent());
        assertThat(robot.lookup("#look-for-newer").query().isDisabled()).isFalse();
    }

    @Test
    void versionsAreComparedNumberByNumber() {
        var one = new Newest("1.10.0", "https://releases.example/");
        assertThat(one.newerThan("1.9.9")).isTrue();
        assertThat(one.newerThan("1.10")).isFalse();
        assertThat(one.newerThan("1.10.0")).isFalse();
        assertThat(one.newerThan("2.0")).isFalse();
        assertThat(one.newerThan("1.10.0-SNAPSHOT")).isFalse();
    }

    @Test
    void aPageThatIsNoSecureAddressIsNotTaken() {
        answer("{\"tag_name\":\"v9.0\",\"html_url\":\"javascript:alert(1)\"}");
        try (var http = new Http(Network.system())) {
            assertThatThrownBy(() -> Newest.at(releases.url("/latest").toString(), http))
                    .isInstanceOf(FailureException.class);
        }
    }

    private void answer(String body) {
        releases.enqueue(new MockResponse.Builder().addHeader("Content-Type", "application/json").body(body).build());
    }

    private static void shows(FxRobot robot, String words) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup(words).tryQuery().isPresent());
    }
}

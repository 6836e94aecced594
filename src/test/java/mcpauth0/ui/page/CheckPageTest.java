package mcpauth0.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import mcpauth0.auth0.Credentials;
import mcpauth0.auth0.ManagementAccess;
import mcpauth0.demo.PracticePair;
import mcpauth0.diagnose.Report;
import mcpauth0.setup.Secret;
import mcpauth0.ui.PairInHand;
import mcpauth0.ui.Rooms;
import mcpauth0.ui.Work;
import mcpauth0.ui.model.CheckModel.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class CheckPageTest {

    private Rooms rooms;
    private CheckPage page;
    private Stage stage;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        rooms = new Rooms(Work.real());
        page = new CheckPage(rooms.services, rooms.session, rooms);
    }

    @AfterEach
    void end() {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            page.cancelWait();
            rooms.session.forget();
        });
    }

    @Test
    void provesAHealthyPairByItselfAndSavesTheReport(FxRobot robot) throws Exception {
        practise(PracticePair.Start.HEALTHY);
        assertThat(robot.lookup(".check-box").queryAllAs(CheckBox.class)).extracting(CheckBox::isSelected)
                .as("sign in, not in the browser, deep").containsExactly(true, false, true);

        robot.clickOn("#forward");
        waitForTheEnd();

        assertThat(report().overall()).isEqualTo(Report.Overall.HEALTHY);
        assertThat(page.heading().getValue().title())
                .isEqualTo("Everything works: clients can sign in and use the tools");
        assertThat(rooms.session.reportProperty().get()).isSameAs(report());
        assertThat(rooms.opened).as("no browser is opened in practice").isEmpty();

        robot.clickOn("Save report…");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup("Report saved").tryQuery().isPresent());
        assertThat(Files.readString(rooms.state().resolve("mcp-report.json"))).contains("\"schema\"", "\"healthy\"")
                .doesNotContain("eyJ");

        robot.clickOn("#forward");
        assertThat(rooms.asked).endsWith("next");
    }

    @Test
    void namesTheCureAndLeadsToIt(FxRobot robot) throws Exception {
        practise(PracticePair.Start.HEALTHY, "reg-dcr-disabled");

        robot.clickOn("#forward");
        waitForTheEnd();

        assertThat(page.heading().getValue().title()).isEqualTo("Clients cannot register");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(robot.lookup(".finding .accent").queryAll().iterator().next());
        assertThat(rooms.asked).contains("cure open-registration");
    }

    @Test
    void opensTheMessagesBehindAFindingWithoutTheirSecrets(FxRobot robot) throws Exception {
        practise(PracticePair.Start.HEALTHY, "rs-accepts-tampered-signature");

        robot.clickOn("#forward");
        waitForTheEnd();

        assertThat(page.heading().getValue().title())
                .isEqualTo("Signing in works, but the server takes tokens that it must refuse");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(robot.lookup(".finding .toggle-button").queryAll().iterator().next());
        assertThat(robot.lookup(".raw").queryAllAs(TextArea.class)).isNotEmpty()
                .allSatisfy(area -> assertThat(area.getText()).doesNotContain("eyJ"))
                .anySatisfy(area -> assertThat(area.getText()).contains("Authorization: Bearer •••"));
    }

    @Test
    void withoutASignInClaimsOnlyWhatItSaw(FxRobot robot) throws Exception {
        practise(PracticePair.Start.HEALTHY);
        robot.clickOn("Sign in as a user");

        robot.clickOn("#forward");
        waitForTheEnd();

        assertThat(page.heading().getValue().title()).isEqualTo("What can be seen without signing in is right");
    }

    @Test
    void offersTheAddressWhileThePersonIsInTheBrowserAndCanBeCancelled(FxRobot robot) throws Exception {
        practise(PracticePair.Start.HEALTHY);
        robot.clickOn("Sign in by myself, in the browser");

        robot.clickOn("#forward");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> page.model().signInProperty().get() != null);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup("Your browser is open: sign in there").tryQueryAs(Labeled.class)).isPresent();
        robot.clickOn("Cancel");
        assertThat(page.model().phase()).isInstanceOf(Phase.Stopped.class);
        assertThat(page.heading().getValue().title()).isEqualTo("The check was stopped");
        assertThat(rooms.opened).singleElement().asString().startsWith("https://localhost:");
    }

    @Test
    void asksForTheServerFirst(FxRobot robot) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> Rooms.show(stage, page, 100));
        robot.clickOn("#forward");
        assertThat(rooms.asked).containsExactly("detour server");
    }

    private void practise(PracticePair.Start state, String... faults) throws IOException {
        var pair = PairInHand.start(state, faults);
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            rooms.session.practiseOn(pair);
            return null;
        });
        var entry = ManagementAccess.open(rooms.session.forTenant(), pair.tenant(),
                new Credentials.Token(Secret.of(pair.pair().managementToken())));
        var open = (ManagementAccess.Entry.Open) entry;
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            rooms.session.tenantProperty().set(open.tenant());
            Rooms.show(stage, page, 100);
        });
    }

    private void waitForTheEnd() throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> page.model().phase() instanceof Phase.Finished);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Report report() {
        return ((Phase.Finished) page.model().phase()).report();
    }
}

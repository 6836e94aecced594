package mcpauth0.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.AccessibleAction;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mcpauth0.auth0.Credentials;
import mcpauth0.auth0.ManagementAccess;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.Seen;
import mcpauth0.diagnose.Report;
import mcpauth0.http.Exchange;
import mcpauth0.http.Json;
import mcpauth0.plan.Journal;
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
        rooms = new Rooms(new Work(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater));
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
                .as("sign in, not in the browser, deep, no public resolver")
                .containsExactly(true, false, true, false);

        robot.clickOn("#forward");
        waitForTheEnd();

        assertThat(report().overall()).isEqualTo(Report.Overall.HEALTHY);
        assertThat(page.heading().getValue().title())
                .isEqualTo("Everything works: clients can sign in and use the tools");
        assertThat(rooms.session.reportProperty().get()).isSameAs(report());
        assertThat(rooms.opened).as("no browser is opened in practice").isEmpty();

        robot.clickOn("Save report…");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS,
                () -> robot.lookup("The report is saved").tryQuery().isPresent());
        assertThat(words(robot)).contains("mcp-report.html", "masked");
        assertThat(Files.readString(rooms.state().resolve("mcp-report.html"))).startsWith("<!DOCTYPE html>")
                .contains("Healthy: nothing stands in the way of a client.").doesNotContain("eyJ");
        assertThat(rooms.state().resolve("last-report/report.json")).isNotEmptyFile();
        press(robot, "#open-folder");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> rooms.asked.contains("reveal " + rooms.state()));

        robot.clickOn("#forward");
        assertThat(rooms.asked).endsWith("next");
    }

    @Test
    void curesAFindingOnTheSpotAndLooksAgainOnlyAtWhatThatTouches(FxRobot robot) throws Exception {
        var pair = practise(PracticePair.Start.HEALTHY, "reg-dcr-disabled");
        robot.clickOn("#forward");
        waitForTheEnd();
        assertThat(page.heading().getValue().title()).isEqualTo("Clients cannot register");
        var first = report();
        var asked = pair.pair().server().requests().size();
        assertThat(writes(pair)).isEmpty();

        press(robot, "#cure-open-registration");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup("#cure-apply").tryQuery().isPresent());
        assertThat(words(robot)).contains("One change to " + pair.tenant() + " cures it");
        assertThat(robot.lookup("#change-open-registration").tryQuery()).isPresent();
        assertThat(robot.lookup("#cure-apply").queryLabeled().getText())
                .isEqualTo("_Apply one change to " + pair.tenant().shortName());
        assertThat(writes(pair)).as("nothing before the button").isEmpty();

        press(robot, "#cure-apply");
        waitForAnother(first);

        assertThat(report().overall()).isEqualTo(Report.Overall.HEALTHY);
        assertThat(words(robot)).contains("Cured: ");
        assertThat(rooms.session.journal().entries()).extracting(Journal.Entry::step)
                .contains("open-registration");
        var anew = pair.pair().server().requests().subList(asked, pair.pair().server().requests().size());
        assertThat(anew).isNotEmpty().noneMatch(seen -> seen.path().startsWith("/.well-known"))
                .noneMatch(seen -> seen.method().equals("OPTIONS"));
        assertThat(report().exchanges()).startsWith(first.exchanges().toArray(Exchange[]::new));

        press(robot, "#cured-review");
        assertThat(rooms.asked).endsWith("detour review");
    }

    @Test
    void aTenantThatChangedMeanwhileIsShownAnewInTheCard(FxRobot robot) throws Exception {
        var pair = practise(PracticePair.Start.HEALTHY, "authz-resource-ignored", "authz-client-no-grant");
        robot.clickOn("#forward");
        waitForTheEnd();
        press(robot, "#cure-grant-third-party-clients");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup("#cure-apply").tryQuery().isPresent());
        pair.pair().tenant().change(tenant -> tenant.grants().add(Json.object().put("id", "cgr_byhand")
                .put("default_for", "third_party_clients").put("audience", pair.server().value())
                .put("subject_type", "user").set("scope", Json.MAPPER.createArrayNode())));

        press(robot, "#cure-apply");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                () -> words(robot).contains("The tenant changed since you looked at it"));

        assertThat(writes(pair)).isEmpty();
        press(robot, "#cure-close");
        assertThat(robot.lookup("#cure").tryQuery()).isEmpty();
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("cure-grant-third-party-clients");
    }

    @Test
    void aCureThatStopsSaysSoAndGoesOn(FxRobot robot) throws Exception {
        var pair = practise(PracticePair.Start.HEALTHY, "reg-dcr-disabled");
        robot.clickOn("#forward");
        waitForTheEnd();
        var first = report();
        press(robot, "#cure-open-registration");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup("#cure-apply").tryQuery().isPresent());
        pair.pair().tenant()
                .dropNext(seen -> seen.method().equals("PATCH") && seen.path().endsWith("/tenants/settings"));

        press(robot, "#cure-apply");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup("#cure-go-on").tryQuery().isPresent());
        assertThat(words(robot)).contains("hung up before it had answered", "Nothing is done, 1 not");

        press(robot, "#cure-go-on");
        waitForAnother(first);
        assertThat(words(robot)).contains("Cured: ");
    }

    @Test
    void leavingWhileACureIsAppliedIsAskedAndWhatIsWrittenIsFinished(FxRobot robot) throws Exception {
        var pair = practise(PracticePair.Start.HEALTHY, "reg-dcr-disabled");
        robot.clickOn("#forward");
        waitForTheEnd();
        press(robot, "#cure-open-registration");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup("#cure-apply").tryQuery().isPresent());
        assertThat(asks()).as("nothing is written yet").isFalse();
        var answered = new CountDownLatch(1);
        var writing = new CountDownLatch(1);
        pair.pair().tenant().failNext(seen -> {
            if (seen.method().equals("PATCH") && seen.path().endsWith("/tenants/settings")) {
                writing.countDown();
                await(answered);
            }
            return false;
        }, 500);
        press(robot, "#cure-apply");
        await(writing);

        assertThat(robot.lookup("#lesson").query().isDisabled()).as("another fault would take the cure away").isTrue();
        assertThat(asks()).isTrue();
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("leaving-no");
        assertThat(words(robot)).contains("The change that is being written is finished first.");
        press(robot, "#leaving-no");
        assertThat(robot.lookup("#leaving-question").tryQuery()).isEmpty();
        assertThat(asks()).isTrue();
        press(robot, "#leaving-yes");
        assertThat(rooms.asked).as("not before it is written").doesNotContain("left");
        answered.countDown();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> rooms.asked.contains("left"));

        assertThat(rooms.session.journal().entries()).extracting(Journal.Entry::state)
                .doesNotContain(Journal.State.OPEN);
        assertThat(asks()).as("nothing is written any more").isFalse();
    }

    private boolean asks() {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> page.asksBefore(() -> rooms.asked.add("left")));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anotherLessonOutdatesWhatWasFound(FxRobot robot) throws Exception {
        practise(PracticePair.Start.HEALTHY);
        robot.clickOn("#forward");
        waitForTheEnd();
        assertThat(rooms.session.reportProperty().get()).isNotNull();

        var lessons = robot.lookup("#lesson").<ChoiceBox<String>>query();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> lessons.setValue("rs-accepts-wrong-audience"));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(page.model().phase()).isInstanceOf(Phase.Ready.class);
        assertThat(rooms.session.reportProperty().get()).as("it is about another server").isNull();
        assertThat(page.heading().getValue().title()).isEqualTo("Sign in and check");
        robot.clickOn("#forward");
        waitForTheEnd();
        assertThat(report().overall()).isEqualTo(Report.Overall.BROKEN);
    }

    @Test
    void theSequenceOpensAMessageByTheKeyboardAlone(FxRobot robot) throws Exception {
        practise(PracticePair.Start.HEALTHY);
        robot.clickOn("#forward");
        waitForTheEnd();

        press(robot, "#sequence-challenge-server");
        var message = robot.lookup("#sequence-message-1").query();
        assertThat(message.getAccessibleText()).startsWith("To the MCP server: POST /mcp").contains("Answer 401");
        WaitForAsyncUtils.waitForAsyncFx(5000, message::requestFocus);
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup(".raw").queryAllAs(TextArea.class))
                .anySatisfy(area -> assertThat(area.getText()).startsWith("POST https://").doesNotContain("eyJ"));
        assertThat(words(robot)).contains("Sign-in in the browser");
    }

    @Test
    void opensTheMessagesBehindAFindingWithoutTheirSecrets(FxRobot robot) throws Exception {
        practise(PracticePair.Start.HEALTHY, "rs-accepts-tampered-signature");

        robot.clickOn("#forward");
        waitForTheEnd();

        assertThat(page.heading().getValue().title())
                .isEqualTo("Signing in works, but the server accepts tokens that it must refuse");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(robot.lookup(".finding .toggle-button").<ToggleButton>queryAll().stream()
                .filter(button -> button.getText().contains("essage")).findFirst().orElseThrow());
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
        robot.clickOn("Sign in myself, in the browser");

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

    private static List<Seen> writes(PairInHand pair) {
        return pair.pair().tenant().requests().stream()
                .filter(seen -> seen.path().startsWith("/api/v2/") && !seen.read()
                        && seen.path().contains("tenants/settings"))
                .toList();
    }

    /** By the keyboard, which needs no scrolling. */
    private static void press(FxRobot robot, String id) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            var node = robot.lookup(id).query();
            node.requestFocus();
            if (node instanceof ButtonBase button)
                button.fire();
            else
                node.executeAccessibleAction(AccessibleAction.FIRE);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String words(FxRobot robot) {
        return robot.lookup(".label").queryAllAs(Labeled.class).stream().map(Labeled::getText)
                .collect(Collectors.joining("\n"));
    }

    private void waitForAnother(Report first) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS,
                () -> page.model().phase() instanceof Phase.Finished(var report) && !report.equals(first));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private PairInHand practise(PracticePair.Start state, String... faults) throws IOException {
        var pair = PairInHand.start(state, faults);
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            rooms.session.practiseOn(pair);
            return null;
        });
        var entry = ManagementAccess.open(rooms.session.reach().forTenant(), pair.tenant(),
                new Credentials.Token(Secret.of(pair.pair().managementToken())));
        var open = (ManagementAccess.Entry.Open) entry;
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            rooms.session.tenantProperty().set(open.tenant());
            Rooms.show(stage, page, 100);
        });
        return pair;
    }

    private void waitForTheEnd() throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> page.model().phase() instanceof Phase.Finished);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Report report() {
        return ((Phase.Finished) page.model().phase()).report();
    }
}

package mcpauth0.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import mcpauth0.access.Signers;
import mcpauth0.export.report.Passport;
import mcpauth0.export.report.Samples;
import mcpauth0.export.report.SavedReport;
import mcpauth0.http.Json;
import mcpauth0.ui.Rooms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A report that somebody brought: whether it can be relied on, who signed it, and what another says. */
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class ReportPageTest {

    private static final String SERVER = "https://server.example/mcp";

    private final List<String> checked = new ArrayList<>();
    private Rooms rooms;
    private Stage stage;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        rooms = new Rooms();
    }

    @BeforeEach
    void show() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Rooms.show(stage,
                new ReportPage(rooms.services, rooms.session, rooms, checked::add), 100));
    }

    @Test
    void anIntactReportOfAStrangerIsOneOfSomebodyKnownOnceTrusted(FxRobot robot) throws IOException {
        var report = Samples.signed();
        open(robot, report);

        assertThat(texts(robot)).contains("The report is intact", "The signer is not known here", SERVER,
                "Result: broken").anyMatch(text -> text.startsWith("Made on "));
        press(robot, "report-trust");
        assertThat(texts(robot)).contains("The signer is known here").doesNotContain("The signer is not known here");
        assertThat(robot.lookup("#report-trust").tryQuery()).isEmpty();
        assertThat(robot.lookup("#report-compare").query().isFocused()).as("the keyboard is not lost").isTrue();
        var word = SavedReport.parse(report).orElseThrow().passport();
        assertThat(word).isInstanceOfSatisfying(Passport.Word.Signed.class,
                signed -> assertThat(new Signers(rooms.state()).find(signed.signer())).isPresent());
        press(robot, "report-again");
        assertThat(checked).containsExactly(SERVER);
    }

    @Test
    void aSignerWhoCannotBeRememberedStaysAStrangerAndIsAskedAboutAgain(FxRobot robot) throws IOException {
        var kept = rooms.state().resolve("signers.json");
        Files.writeString(kept, "of a newer version");
        open(robot, Samples.signed());
        press(robot, "report-trust");

        assertThat(texts(robot)).contains("The signer could not be remembered.", "The signer is not known here")
                .doesNotContain("The signer is known here")
                .anyMatch(text -> text.startsWith("Look at the file signers.json"));
        assertThat(kept).as("what is there is not overwritten").hasContent("of a newer version");
        Files.delete(kept);
        press(robot, "report-trust");
        assertThat(texts(robot)).contains("The signer is known here")
                .doesNotContain("The signer could not be remembered.");
    }

    @Test
    void anAlteredReportNamesItsSectionAndIsNotTrusted(FxRobot robot) throws IOException {
        var report = (ObjectNode) Json.parse(Samples.signed()).orElseThrow();
        open(robot, Json.write(report.put("verdict", "healthy").put("\u202e_more", 1)));

        assertThat(texts(robot)).contains("The report is not intact", "The section “verdict” was altered.",
                "The section “\\u202e_more” was added.").doesNotContain("The report is intact");
        assertThat(robot.lookup("#report-trust").tryQuery()).isEmpty();
        assertThat(robot.lookup("#report-again").query().isVisible()).as("nor is its address").isFalse();
    }

    @Test
    void aReportThatNobodySignedSaysSo(FxRobot robot) throws IOException {
        open(robot, report("2026-11-03T12:00:00Z", "broken"));
        assertThat(texts(robot)).contains("It cannot be told whether the report is intact", "Nobody signed it",
                "The cause:", "• The server calls itself by another name");
    }

    @Test
    void theOlderOfTwoReportsIsTheOneBeforeWhicheverIsOpenedFirst(FxRobot robot) throws IOException {
        open(robot, report("2026-11-04T12:00:00Z", "holds"));
        compare(robot, report("2026-11-03T12:00:00Z", "broken"));
        assertThat(texts(robot)).contains("Nothing got worse; one thing is better.", "Better (1)");

        open(robot, report("2026-11-03T12:00:00Z", "holds"));
        assertThat(texts(robot)).as("of another report").doesNotContain("Better (1)");
        compare(robot, report("2026-11-04T12:00:00Z", "broken"));
        assertThat(texts(robot)).contains("Something got worse.", "Worse (1)");
    }

    @Test
    void whatIsNoReportIsToldWithItsCureAndLeavesWhatWasOpen(FxRobot robot) throws IOException {
        open(robot, Samples.signed());
        compare(robot, "no JSON");
        assertThat(texts(robot)).contains("This file is not JSON.", "The report is intact")
                .anyMatch(text -> text.startsWith("Open an HTML report in a browser."));
        open(robot, "[1]");
        assertThat(texts(robot)).contains("This file is not a report of this program.")
                .doesNotContain("This file is not JSON.");
        open(robot, "{\"schema\": 2, \"tool\": {\"name\": \"mcp-auth0-setup\"}, \"checks\": []}");
        assertThat(texts(robot)).contains("The report comes from a newer version of this program.");
        Files.delete(rooms.saved());
        press(robot, "report-open");
        assertThat(texts(robot)).contains("The file cannot be read.");
    }

    private static String report(String started, String verdict) {
        var json = Json.object().put("schema", 1).put("verdict", "broken").put("started", started);
        json.putObject("target").put("url", SERVER);
        json.putArray("checks").addObject().put("id", "prm-resource-mismatch").put("verdict", verdict)
                .put("severity", "error").put("title", "Told");
        return Json.write(json);
    }

    private void open(FxRobot robot, String content) throws IOException {
        Files.writeString(rooms.saved(), content);
        press(robot, "report-open");
    }

    private void compare(FxRobot robot, String content) throws IOException {
        Files.writeString(rooms.saved(), content);
        press(robot, "report-compare");
    }

    private static void press(FxRobot robot, String id) {
        Node button = robot.lookup("#" + id).query();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> ((ButtonBase) button).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(".label").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
    }
}

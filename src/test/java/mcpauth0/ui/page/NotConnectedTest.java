package mcpauth0.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mcpauth0.diagnose.client.Clients;
import mcpauth0.diagnose.client.Explanation;
import mcpauth0.diagnose.client.Halt;
import mcpauth0.diagnose.client.Hop;
import mcpauth0.diagnose.client.Symptoms;
import mcpauth0.export.connect.Entry;
import mcpauth0.export.connect.Paste;
import mcpauth0.export.connect.Pastes;
import mcpauth0.ui.Rooms;
import mcpauth0.ui.Specimens;
import mcpauth0.ui.Work;
import mcpauth0.ui.model.Inquiry;
import mcpauth0.ui.part.ExplanationView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The page of the clients: what is put into each, and why it did not work. */
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class NotConnectedTest {

    private static final String AT_THE_TENANT = """
        160.79.104.5 - - [02/Nov/2026:08:58:00 +0000] "POST /mcp?token=marked-secret HTTP/1.1" 401 0 "-" "Claude-User"
        160.79.104.5 - - [02/Nov/2026:08:58:01 +0000] "GET /.well-known/oauth-protected-resource/mcp HTTP/1.1" 200 9 "-" "python-httpx/0.28.1"
        192.0.2.9 - - [02/Nov/2026:08:58:02 +0000] "GET / HTTP/1.1" 200 9 "-" "Mozilla/5.0"
        """;

    private static final String BEHIND_A_PROXY = """
        10.0.0.4 - - [02/Nov/2026:08:58:00 +0000] "POST /mcp HTTP/1.1" 401 0 "-" "Visual Studio Code/1.105.0"
        10.0.0.4 - - [02/Nov/2026:08:58:01 +0000] "GET /.well-known/oauth-protected-resource/mcp HTTP/1.1" 200 9 "-" "Visual Studio Code/1.105.0"
        """;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Rooms rooms;
    private Stage stage;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        rooms = new Rooms();
    }

    @Test
    void eachKnownClientHasItsWayInWithThisServersValues(FxRobot robot) {
        rooms.chosen();
        show();
        for (var client : Clients.ids()) {
            fire(robot, "#client-" + client);
            var entry = new Entry(Specimens.SERVER, "", null);
            assertThat(values(robot)).as(client)
                    .containsAll(Pastes.of(client, entry).stream().map(Paste::text).toList());
            assertThat(texts(robot)).as(client)
                    .contains(rooms.services.texts().get("page.client." + client + ".step.1"));
        }
    }

    @Test
    void anApplicationMadeByHandIsToldOfOnlyWhereOneMayBeNeeded(FxRobot robot) {
        var title = rooms.services.texts().get("page.client.by-hand");
        rooms.chosen();
        show();
        assertThat(texts(robot)).doesNotContain(title);
        var setup = rooms.session.setup();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> rooms.session.setupProperty()
                .set(setup.withRegistration(setup.registration().withDynamic(false))));
        assertThat(texts(robot)).contains(title);
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            rooms.session.setupProperty().set(setup);
            rooms.session.reportProperty().set(Specimens.closed());
        });
        assertThat(texts(robot)).as("the check found registration closed").contains(title);
    }

    @Test
    void claudeIsOpenedInTheBrowserAndProgramsAreNot(FxRobot robot) {
        rooms.chosen();
        show();
        fire(robot, "#open-client");
        assertThat(rooms.opened).singleElement().asString()
                .startsWith("https://claude.ai/customize/connectors?modal=add-custom-connector&connectorName=")
                .endsWith("&connectorUrl=https%3A%2F%2Fmcp.acme.dev%2Fmcp");
        for (var client : List.of("vscode", "cursor")) {
            fire(robot, "#client-" + client);
            assertThat(robot.lookup("#open-client").queryAll()).isEmpty();
        }
        assertThat(rooms.opened).hasSize(1);
    }

    @Test
    void theKeyboardAloneFindsOutWhy(FxRobot robot) {
        rooms.chosen().session.reportProperty().set(Specimens.closed());
        show();
        assertThat(robot.lookup("#inquiry-ask").query().isVisible() && shown(robot, "#inquiry-ask")).isFalse();
        focus(robot, "#inquiry-open");
        robot.type(KeyCode.SPACE);
        robot.write("Couldn't register with acme's sign-in service ofid_10a7428e82214134");
        robot.type(KeyCode.TAB);
        paste(robot, AT_THE_TENANT);
        robot.type(KeyCode.TAB);
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(text(robot, "#explanation-title")).isEqualTo("Claude stopped at your tenant.");
        assertThat(text(robot, "#explanation-owner")).contains("you, in your Auth0 tenant");
        assertThat(text(robot, "#hop-metadata")).endsWith("– done");
        assertThat(text(robot, "#hop-tenant")).endsWith("– missing");
        assertThat(texts(robot)).anyMatch(text -> text.contains("could not register there"))
                .anyMatch(text -> text.startsWith("ofid_10a7428e82214134 is Claude’s own name"))
                .contains("Lines of this client, or perhaps of it: 2; of others: 1; not readable: 0.",
                        "Your tenant’s log was not looked at: connect to the tenant, and ask again.",
                        "Found by the last check");
        fire(robot, "#suspect-reg-dcr-disabled");
        assertThat(rooms.asked).as("its way back leads here").containsExactly("detour check");
        assertThat(rooms.session.sought()).isEqualTo("reg-dcr-disabled");
    }

    @Test
    void theLinesOfAnotherClientAreNoticedAndReadAsWhatTheyAre(FxRobot robot) {
        rooms.chosen();
        show();
        fire(robot, "#client-cursor");
        ask(robot, "", AT_THE_TENANT);
        assertThat(texts(robot)).contains("These lines are not of Cursor: the callers say that they are Claude",
                "This says nothing about the cause yet").noneMatch(text -> text.startsWith("Who can change it"));
        fire(robot, "#ask-claude");
        assertThat(text(robot, "#explanation-title")).isEqualTo("Claude stopped at your tenant.");
        assertThat(robot.lookup("#explanation-stranger").queryAll()).isEmpty();
    }

    @Test
    void behindAProxyTheNameAloneTellsWhoseTheLinesAre(FxRobot robot) {
        rooms.chosen();
        show();
        fire(robot, "#client-cursor");
        ask(robot, "", BEHIND_A_PROXY);
        assertThat(texts(robot)).contains("These lines are not of Cursor: the callers say that they are VS Code",
                "This says nothing about the cause yet").noneMatch(text -> text.startsWith("Who can change it"));
        fire(robot, "#ask-vscode");
        assertThat(text(robot, "#explanation-title")).isEqualTo("VS Code stopped at your tenant.");
        assertThat(robot.lookup("#explanation-stranger").queryAll()).isEmpty();
    }

    @Test
    void whatIsRuledOutIsSaidAsWhatHoldsAndWhatIsNextIsSaid(FxRobot robot) {
        rooms.chosen().session.reportProperty().set(Specimens.closed());
        show();
        ask(robot, "", "POST /mcp 401\nGET /.well-known/oauth-protected-resource 404");
        var texts = rooms.services.texts();
        assertThat(robot.lookup("#suspect-prm-not-found").queryAs(Labeled.class).getText())
                .isEqualTo(texts.get("check.prm-not-found.holds"));
        assertThat(texts(robot)).contains("In order at the last check, so it is not the cause")
                .doesNotContain(texts.get("check.prm-not-found.title"));
        var answer = new Inquiry.Answer(new Explanation("claude", "", List.of(), null, null,
                List.of(new Explanation.Suspect("prm-not-found", Explanation.Known.GOOD))), Inquiry.TenantLog.NOTHING,
                "It hangs", Specimens.SERVER, Rooms.CLOCK.instant(), Rooms.CLOCK.instant());
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> stage.getScene().setRoot(
                new ExplanationView(answer, texts, _ -> {
                }, _ -> {
                })));
        assertThat(texts(robot)).contains("None of this is it: what to do now",
                "The log of the last day has no sign-in of this client that failed. Either it did not come as far as "
                        + "your tenant, or it went through there.")
                .anyMatch(text -> text.startsWith("• Remove the connection in Claude"))
                .anyMatch(text -> text.startsWith("• Paste the lines"))
                .anyMatch(text -> text.startsWith("• Run the check again: the last one is of"))
                .anyMatch(text -> text.startsWith("• If it stays so, copy this answer"));
    }

    @Test
    void theAnswerIsCopiedWithoutWhatWasSecret(FxRobot robot) {
        rooms.chosen();
        show();
        ask(robot, "Authorization: Bearer abcDEF123456789opaque failed, code=marked-secret", AT_THE_TENANT);
        fire(robot, named("Copy: answer"));
        var copied = WaitForAsyncUtils.waitForAsyncFx(5000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).startsWith("Why Claude does not connect").contains("https://mcp.acme.dev/mcp",
                "It registers and signs in at your tenant: missing", "POST /mcp → 401  160.79.104.5  Claude-User",
                "reg-dcr-disabled", "What the tenant’s log says",
                "Your tenant’s log was not looked at: connect to the tenant, and ask again.")
                .doesNotContain("marked-secret").doesNotContain("abcDEF123456789opaque");
        var view = robot.lookup("#explanation").query();
        assertThat(robot.from(view).lookup((Node node) -> node instanceof TextInputControl).queryAllAs(
                TextInputControl.class)).extracting(TextInputControl::getText).noneMatch(
                        text -> text.contains("marked-secret"));
    }

    @Test
    void nothingEnteredIsSaidAtTheFieldAndNothingKnownIsSaidToo(FxRobot robot) {
        rooms.chosen();
        show();
        ask(robot, "", "");
        assertThat(text(robot, "#inquiry-shown-error"))
                .isEqualTo("Enter what the client showed, or lines of the log.");
        ask(robot, "It just hangs.", "");
        assertThat(text(robot, "#explanation-title")).isEqualTo("This says nothing about the cause yet");
        assertThat(text(robot, "#inquiry-shown-error")).isEmpty();
        fire(robot, "#client-cursor");
        assertThat(robot.lookup("#explanation").queryAll()).as("that was about another client").isEmpty();
    }

    @Test
    void itIsLookedUpBesideTheScreenAndEscapeEndsIt(FxRobot robot) throws IOException {
        rooms = new Rooms(new Work(waiting::add, Platform::runLater)).chosen();
        var page = show();
        ask(robot, "Couldn't reach the MCP server", "");
        assertThat(texts(robot)).contains("Looking at the log of the tenant");
        assertThat(WaitForAsyncUtils.waitForAsyncFx(5000, page::cancelWait)).isTrue();
        waiting.forEach(Runnable::run);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#explanation").queryAll()).isEmpty();
        waiting.clear();
        ask(robot, "Couldn't reach the MCP server", "");
        waiting.forEach(Runnable::run);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, "#explanation-title")).isEqualTo("What is known of it");
    }

    @Test
    void everyAnswerHasItsWords() {
        var texts = rooms.services.texts();
        for (var halt : Halt.values())
            for (var part : List.of("problem", "cause", "cure"))
                assertThat(texts.has("halt." + halt.id() + "." + part)).as(halt + " " + part).isTrue();
        var keys = Arrays.stream(Hop.values()).map(hop -> "hop." + hop.id()).collect(Collectors.toList());
        Arrays.stream(Hop.State.values()).forEach(state -> keys.add("hop.state." + state.id()));
        Arrays.stream(Halt.Owner.values()).forEach(owner -> keys.add("owner." + owner.id()));
        Arrays.stream(Inquiry.TenantLog.values()).forEach(log -> keys.add("inquiry.log." + log.id()));
        Arrays.stream(Paste.Use.values()).forEach(use -> keys.add("paste.command." + use.id()));
        Symptoms.all().forEach(symptom -> keys.add("symptom." + symptom.id() + ".means"));
        assertThat(keys).allMatch(texts::has);
    }

    private void ask(FxRobot robot, String message, String log) {
        if (!shown(robot, "#inquiry-ask"))
            fire(robot, "#inquiry-open");
        put(robot, "#inquiry-shown", message);
        put(robot, "#inquiry-log", log);
        fire(robot, "#inquiry-ask");
    }

    private ClientPage show() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            var page = new ClientPage(rooms.services, rooms.session, rooms);
            Rooms.show(stage, page, 100);
            return page;
        });
    }

    private static void put(FxRobot robot, String field, String text) {
        WaitForAsyncUtils.waitForAsyncFx(5000,
                () -> robot.lookup(field).queryAs(TextInputControl.class).setText(text));
    }

    private static void paste(FxRobot robot, String text) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            var focused = robot.window(0).getScene().getFocusOwner();
            ((TextInputControl) focused).insertText(0, text);
        });
    }

    private static void focus(FxRobot robot, String id) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup(id).query().requestFocus());
    }

    /** Whether it takes room on the screen: a folded place hides all that is in it. */
    private static boolean shown(FxRobot robot, String id) {
        for (Node node = robot.lookup(id).query(); node != null; node = node.getParent())
            if (!node.isVisible())
                return false;
        return true;
    }

    private static String text(FxRobot robot, String id) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static List<String> texts(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup((Node node) -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText).toList();
    }

    private static List<String> values(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup((Node node) -> node instanceof TextInputControl).queryAllAs(TextInputControl.class)
                .stream().map(TextInputControl::getText).toList();
    }

    private static java.util.function.Predicate<Node> named(String name) {
        return node -> name.equals(node.getAccessibleText());
    }

    private static void fire(FxRobot robot, String id) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup(id).queryAs(ButtonBase.class).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void fire(FxRobot robot, java.util.function.Predicate<Node> which) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> ((ButtonBase) robot.lookup(which).query()).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }
}

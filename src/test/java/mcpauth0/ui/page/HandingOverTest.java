package mcpauth0.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mcpauth0.demo.PracticePair;
import mcpauth0.export.Exports;
import mcpauth0.http.Network;
import mcpauth0.http.Surroundings;
import mcpauth0.http.Trust;
import mcpauth0.setup.Secret;
import mcpauth0.ui.Page;
import mcpauth0.ui.Preferences;
import mcpauth0.ui.Rooms;
import mcpauth0.ui.Specimens;
import mcpauth0.ui.model.Guide;
import mcpauth0.ui.model.Licence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What follows the set-up: configuration, clients; and what stands beside it: any server, settings, about. */
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class HandingOverTest {

    private Rooms rooms;
    private Stage stage;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        rooms = new Rooms();
    }

    @Test
    void theConfigurationIsCopiedToTheByteAndSaved(FxRobot robot) throws IOException {
        rooms.chosen();
        show(new ConfigurationPage(rooms.services, rooms.session, rooms));

        assertThat(robot.lookup(".copy-field .text-area").queryAllAs(TextInputControl.class))
                .extracting(TextInputControl::getText)
                .contains("https://acme-dev.eu.auth0.com/", "https://mcp.acme.dev/mcp",
                        "https://acme-dev.eu.auth0.com/.well-known/jwks.json",
                        "https://mcp.acme.dev/.well-known/oauth-protected-resource/mcp");
        fire(named(robot, "Copy: Issuer"));
        assertThat(WaitForAsyncUtils.waitForAsyncFx(5000, () -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("https://acme-dev.eu.auth0.com/");
        fire(named(robot, "Save: .env"));
        assertThat(rooms.asked).contains("save mcp-auth0.env");
        assertThat(Files.readString(rooms.state().resolve("mcp-auth0.env")))
                .contains("MCP_AUTH_AUDIENCE=https://mcp.acme.dev/mcp");
    }

    @Test
    void eachKindOfFileIsChosenWithTheArrowsShownAndSaved(FxRobot robot) throws IOException {
        rooms.chosen();
        show(new ConfigurationPage(rooms.services, rooms.session, rooms));
        var formats = robot.lookup("#formats").queryListView();
        robot.interact(formats::requestFocus);

        assertThat(formats.getItems()).hasSameSizeAs(Exports.all());
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertThat(texts(robot)).contains("server.ts", "A whole server for Node, with Express and jose.");
        assertThat(robot.lookup(".raw").queryAllAs(TextArea.class)).anyMatch(
                area -> area.getText().contains("const AUDIENCE = \"https://mcp.acme.dev/mcp\";"));
        fire(named(robot, "Save: TypeScript SDK"));
        assertThat(Files.readString(rooms.state().resolve("server.ts"))).contains("requireBearerAuth");

        robot.interact(() -> rooms.session.setupProperty().set(rooms.session.setup().withResource("urn:other")));
        assertThat(robot.lookup(".raw").queryAllAs(TextArea.class)).as("the same kind, with the new value")
                .anyMatch(area -> area.getText().contains("const AUDIENCE = \"urn:other\";"));
    }

    @Test
    void theConfigurationSaysWhatIsMissingAndLeadsThere(FxRobot robot) {
        show(new ConfigurationPage(rooms.services, rooms.session, rooms));
        robot.clickOn("Enter your server");
        assertThat(rooms.asked).containsExactly("detour server");
    }

    @Test
    void eachClientHasItsStepsAndWhatTheCheckForetells(FxRobot robot) {
        rooms.chosen().session.reportProperty().set(Specimens.oneBroken());
        var setup = rooms.session.setup();
        rooms.session.setupProperty().set(setup.withRegistration(setup.registration().withDynamic(false)));
        show(new ClientPage(rooms.services, rooms.session, rooms));

        assertThat(texts(robot)).contains("Claude will connect, as far as the last check can tell.");
        robot.clickOn("ChatGPT");
        assertThat(texts(robot)).contains("ChatGPT will stop, because of this: Clients cannot register themselves.");
        robot.clickOn("Show what the check found");
        assertThat(rooms.asked).containsExactly("detour check");
        robot.clickOn("Claude Code");
        assertThat(texts(robot)).anyMatch(text -> text.startsWith("Whether Claude Code will connect is not known"));
        assertThat(robot.lookup(".copy-field .text-area").queryAllAs(TextInputControl.class))
                .extracting(TextInputControl::getText)
                .contains("claude mcp add --transport http --callback-port 3118 mcp-acme-dev https://mcp.acme.dev/mcp",
                        "http://localhost:3118/callback");
    }

    @Test
    void aHostedClientIsNotPromisedAServerOnThisComputer() {
        assertThat(Guide.of("claude").outlook(Specimens.healthy(), true)).isEqualTo(new Guide.Outlook.OutOfReach());
        assertThat(Guide.of("claude").outlook(Specimens.healthy(), false)).isEqualTo(new Guide.Outlook.Connects());
        assertThat(Guide.of("cursor").outlook(null, true)).isEqualTo(new Guide.Outlook.Unknown());
    }

    @Test
    void anAddressThatCannotBeCheckedIsExplainedAndKept(FxRobot robot) {
        var page = new CheckServerPage(rooms.services, rooms.session);
        show(page);
        robot.clickOn(page.first()).write("mcp.acme.dev/mcp").type(KeyCode.ENTER);

        assertThat(texts(robot)).anyMatch(text -> text.startsWith("“mcp.acme.dev/mcp” is not a complete address."));
        assertThat(((TextInputControl) page.first()).getText()).isEqualTo("mcp.acme.dev/mcp");
    }

    @Test
    void aServerThatNobodyRunsIsAFindingAndNoFault(FxRobot robot) {
        var page = new CheckServerPage(rooms.services, rooms.session);
        show(page);
        robot.clickOn(page.first()).write("https://127.0.0.1:1/mcp");
        robot.clickOn("#forward");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(page.heading().getValue().title()).isEqualTo("The server cannot be reached");
    }

    @Test
    void aPublicResolverIsAskedOnlyByWhoeverAgrees(FxRobot robot) throws IOException {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY).asPublished())) {
            var around = Surroundings.of(Files.readString(Objects.requireNonNull(pair.surroundings()))).orElseThrow();
            var elsewhere = new Rooms(around.in(Network.system().withTrust(Trust.only(List.of(pair.authority())))));
            var page = new CheckServerPage(elsewhere.services, elsewhere.session);
            show(page);
            robot.clickOn(page.first()).write(pair.mcpUrl());
            robot.clickOn("#forward");
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(pair.server().requests()).isNotEmpty();
            assertThat(pair.lookUps()).isEmpty();

            robot.clickOn("#forward");
            assertThat(texts(robot)).contains("Asks cloudflare-dns.com for the name of the server, so Cloudflare learns"
                    + " that somebody looks for it. Without this, the name goes to no resolver but your own.");
            robot.clickOn("Ask a public resolver what clients in a cloud will find");
            robot.clickOn("#forward");
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(pair.lookUps()).isNotEmpty();
        }
    }

    @Test
    void aFileThatHoldsNoCertificateIsRefused(FxRobot robot) throws IOException {
        Files.writeString(rooms.saved(), "no certificate");
        show(new CheckServerPage(rooms.services, rooms.session));
        robot.clickOn("Choose a file…");
        assertThat(texts(robot)).contains("That file holds no certificate that can be read.");
    }

    @Test
    void settingsHoldAtOnceAndTheProxysPasswordStaysInMemory(FxRobot robot) throws IOException {
        show(new SettingsPage(rooms.services, rooms.session, rooms));
        robot.clickOn("Dark");
        robot.clickOn("150 %");
        assertThat(rooms.services.preferences().shadeProperty().get()).isEqualTo(Preferences.Shade.DARK);
        assertThat(rooms.services.preferences().textPercentProperty().get()).isEqualTo(150);

        robot.clickOn(named(robot, "Name, if the proxy wants one")).write("ada");
        robot.clickOn(named(robot, "Password for the proxy")).write("marked-secret");
        var login = rooms.session.reach().network().proxies().login();
        assertThat(login).isNotNull();
        if (login != null)
            assertThat(login.password()).isEqualTo(Secret.of("marked-secret"));
        try (var files = Files.list(rooms.state())) {
            for (var file : files.filter(Files::isRegularFile).toList())
                assertThat(Files.readString(file)).doesNotContain("marked-secret");
        }
        assertThat(texts(robot)).contains("Java’s own: " + Network.system().trust().count(
                mcpauth0.http.Trust.Source.JAVA));
    }

    @Test
    void aboutNamesEverythingThatIsInside(FxRobot robot) {
        show(new AboutPage(rooms.services, rooms.session, rooms));
        assertThat(texts(robot)).containsAll(Licence.all().stream().map(Licence::name).toList());
        fire(named(robot, "JavaFX: open the GNU General Public License 2 with Classpath Exception in the browser"));
        assertThat(rooms.opened).containsExactly("https://openjdk.org/legal/gplv2+ce.html");
    }

    private void show(Page page) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Rooms.show(stage, page, 100));
    }

    private static List<String> texts(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".label").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
    }

    private static Node named(FxRobot robot, String name) {
        return robot.lookup((Node node) -> name.equals(node.getAccessibleText())).query();
    }

    private static void fire(Node button) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> ((javafx.scene.control.ButtonBase) button).fire());
    }
}

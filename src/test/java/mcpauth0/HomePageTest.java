package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import mcpauth0.diagnose.Checks;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Verdict;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TenantDomain;
import mcpauth0.text.Language;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.History;
import mcpauth0.ui.model.Shelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Where the window opens: on the first day with what can be begun, later with how everything stands. */
class HomePageTest {

    private static final Instant THEN = Instant.parse("2026-11-20T16:02:00Z");

    @TempDir
    Path state;

    @Test
    void onTheFirstDayItSaysWhatCanBeBegun() throws Exception {
        try (var window = OpenWindow.open(state)) {
            assertThat(window.title()).isEqualTo("Let MCP clients sign in with Auth0");
            assertThat(window.focused()).isEqualTo("start-setup");
            assertThat(window.words()).doesNotContain("Remove…");
        }
    }

    @Test
    void aSetupThatWasNotFinishedIsGoneOnWithOnItsPageWithItsAnswers() throws Exception {
        put(1, setup("https://docs.acme.dev/mcp", "acme.us.auth0.com").withPage("registration"), History.NONE);
        try (var window = OpenWindow.open(state)) {
            assertThat(window.title()).isEqualTo("Your set-ups");
            assertThat(window.words()).contains("Not finished: stopped at “How clients register”",
                    "https://docs.acme.dev/mcp · acme.us.auth0.com");
            assertThat(window.focused()).isEqualTo("continue-setup-1");
            window.press("continue-setup-1");
            assertThat(window.page()).isEqualTo("registration");
            window.press("step-tenant");
            assertThat(window.find("tenant-domain", TextInputControl.class).getText()).isEqualTo("acme.us.auth0.com");
        }
    }

    @Test
    void eachSetupTellsItsVerdictAndWhatOthersChangedTheNewestFirst() throws Exception {
        put(1, setup("https://billing.acme.com/mcp", "acme.us.auth0.com").withPage("client"),
                new History(THEN, new History.Checked(THEN, Report.Overall.HEALTHY, 71, 0, List.of()),
                        new History.Looked(THEN,
                                List.of(new History.Moved("open-registration", "acme.us.auth0.com",
                                        "flags.enable_dynamic_client_registration", new TextNode("on"),
                                        new TextNode("off"), "ada@acme.com", THEN)))));
        put(2, setup("https://mcp.acme.dev/mcp", "acme-dev.eu.auth0.com").withPage("client"), new History(THEN,
                new History.Checked(THEN, Report.Overall.BROKEN, 60, 3, List.of("rs-accepts-wrong-audience")), null));
        try (var window = OpenWindow.open(state)) {
            var words = window.words();
            assertThat(words.indexOf("mcp.acme.dev")).isLessThan(words.indexOf("billing.acme.com"));
            assertThat(words).contains("Broken\n", "1 setting was changed by others".replace("1", "One"),
                    "by ada@acme.com, 20 Nov 2026", texts("check.rs-accepts-wrong-audience.title"));
            assertThat(window.find("restore-setup-1", Button.class).getAccessibleText())
                    .isEqualTo("Restore…: billing.acme.com");
            window.press("check-setup-2");
            assertThat(window.page()).isEqualTo("check");
            assertThat(window.session.setup().server()).hasToString("https://mcp.acme.dev/mcp");
            window.press("leave-button");
            window.choose("more-setup-1", "care-setup-1");
            assertThat(window.page()).isEqualTo("care");
            assertThat(window.session.setup().tenant()).hasToString("acme.us.auth0.com");
        }
    }

    @Test
    void whatACheckFoundIsToldOnTheNextDay() throws Exception {
        put(1, setup("https://mcp.acme.dev/mcp", "acme-dev.eu.auth0.com").withPage("check"), History.NONE);
        try (var window = OpenWindow.open(state)) {
            window.press("continue-setup-1");
            OpenWindow.onScreen(() -> {
                window.session.reportProperty().set(healthy(window.session.setup()));
                return true;
            });
        }
        try (var window = OpenWindow.open(state)) {
            assertThat(window.words()).contains("Healthy: 173 checks in order", "Last checked on 20 Nov 2026");
        }
    }

    @Test
    void aSetupIsTakenOffTheListAndPutBack() throws Exception {
        put(1, setup("https://mcp.acme.dev/mcp", "acme-dev.eu.auth0.com").withPage("check"), History.NONE);
        try (var window = OpenWindow.open(state)) {
            window.press("remove-setup-1");
            assertThat(window.focused()).isEqualTo("remove-setup-1-no");
            window.press("remove-setup-1-yes");
            assertThat(window.title()).isEqualTo("Let MCP clients sign in with Auth0");
            assertThat(state.resolve("setups/removed/setup-1.json")).exists();
            window.press("put-back");
            assertThat(window.words()).contains("mcp.acme.dev");
            window.press("remove-setup-1");
            window.press("remove-setup-1-yes");
        }
        try (var window = OpenWindow.open(state)) {
            assertThat(window.words()).doesNotContain("mcp.acme.dev");
        }
    }

    @Test
    void aSecondSetupLeavesTheFirstWhereItIs() throws Exception {
        put(1, setup("https://mcp.acme.dev/mcp", "acme-dev.eu.auth0.com").withPage("check"), History.NONE);
        try (var window = OpenWindow.open(state)) {
            window.press("start-setup");
            window.press("leave-button");
            assertThat(window.words()).as("nothing was entered").doesNotContain("A set-up without a server");
            window.press("start-setup");
            OpenWindow.onScreen(() -> {
                window.session.setupProperty().set(window.session.setup().withServer(url("https://two.acme.dev/mcp")));
                return true;
            });
            window.press("leave-button");
            assertThat(window.words()).contains("two.acme.dev", "mcp.acme.dev");
            assertThat(window.focused()).as("the newest, as on the first sight").isEqualTo("continue-setup-2");
        }
    }

    @Test
    void whatIsDoneSeldomStandsInAMenuOfTheKeyboardSoThatTheRowIsOneLine() throws Exception {
        put(1, setup("https://billing.acme.com/mcp", "acme.us.auth0.com").withPage("client"),
                new History(THEN, new History.Checked(THEN, Report.Overall.HEALTHY, 71, 0, List.of()),
                        new History.Looked(THEN, List.of(new History.Moved("open-registration", "acme.us.auth0.com",
                                "flags.enable_dynamic_client_registration", new TextNode("on"), new TextNode("off"),
                                "ada@acme.com", THEN)))));
        for (var language : Language.values())
            try (var window = OpenWindow.open(state, null, Texts.of(language, language.bundle()))) {
                window.resize(900, 640);
                var row = window.find("more-setup-1", MenuButton.class).getParent().getChildrenUnmodifiable();
                assertThat(row).hasSize(5);
                assertThat(row).extracting(Node::getLayoutY).as(language.name()).containsOnly(0.0);
            }
        try (var window = OpenWindow.open(state)) {
            var more = window.find("more-setup-1", MenuButton.class);
            assertThat(more.getAccessibleText()).isEqualTo("More: billing.acme.com");
            assertThat(more.getItems()).extracting(MenuItem::getText).containsExactly("Configuration", "Look after it",
                    null, "Remove…");
            window.robot("more-setup-1").type(KeyCode.SPACE);
            window.restful();
            assertThat(OpenWindow.onScreen(more::isShowing)).isTrue();
            new FxRobot().type(KeyCode.UP, KeyCode.ENTER);
            window.restful();
            assertThat(window.focused()).isEqualTo("remove-setup-1-no");
            window.press("remove-setup-1-no");
            assertThat(window.there("remove-setup-1-question")).isFalse();
            assertThat(window.focused()).isEqualTo("more-setup-1");
        }
    }

    private void put(int n, Setup setup, History history) throws IOException {
        new Shelf(state).put("setup-" + n, setup, history);
        Files.setLastModifiedTime(state.resolve("setups/setup-" + n + ".json"), FileTime.from(THEN.plusSeconds(n)));
    }

    private static Report healthy(Setup setup) {
        var server = setup.server();
        return new Report(java.util.Objects.requireNonNull(server), THEN, Duration.ofSeconds(3), Checks.all().stream()
                .map(check -> new Finding(check.rule(), new Verdict.Holds(Verdict.Evidence.NONE), null)).toList(),
                List.of(), List.of(), List.of());
    }

    private static Setup setup(String server, String tenant) {
        return Setup.empty().withServer(url(server))
                .withTenant(((Parsed.Good<TenantDomain>) TenantDomain.parse(tenant)).value());
    }

    private static McpUrl url(String text) {
        return ((Parsed.Good<McpUrl>) McpUrl.parse(text)).value();
    }

    private static String texts(String key) {
        return Texts.english().get(key);
    }
}

package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import mcpauth0.demo.PracticePair;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Setup;
import mcpauth0.setup.SetupFile;
import mcpauth0.setup.TenantDomain;
import mcpauth0.ui.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages of the set-up do when things are not as they should be, and whether everybody can use them. */
class SetupPagesTest {

    @TempDir
    Path state;

    @Test
    void aWrongSecretIsSaidWithItsCureAndNothingIsLost() throws Exception {
        try (var window = atTenant()) {
            window.type("client-secret", "wrong");
            window.press("main-button");
            assertThat(window.page()).isEqualTo("tenant");
            assertThat(window.words()).contains("The tenant does not accept this client ID and client secret.",
                    "copy both again");
            assertThat(window.find("client-id", TextInputControl.class).getText()).isEqualTo(window.pair().clientId());
            window.type("client-secret", window.pair().clientSecret());
            window.press("main-button");
            assertThat(window.words()).contains("Connected to " + window.pair().domain());
        }
    }

    @Test
    void missingPermissionsAreNamedBeforeAnythingElse() throws Exception {
        try (var window = atTenant()) {
            OpenWindow.onScreen(() -> {
                ((javafx.scene.control.RadioButton) window.scene.lookup("#by-token")).setSelected(true);
                return true;
            });
            window.type("management-token",
                    window.pair().tenant().managementToken(
                            Set.of("read:tenant_settings", "read:resource_servers", "read:client_grants",
                                    "read:connections", "read:clients", "create:resource_servers"),
                            Duration.ofHours(1)));
            window.press("main-button");
            assertThat(window.words()).contains("permissions are missing", "create:client_grants", "missing",
                    "Let registered clients ask for the API.");
            assertThat(window.find("main-button", Button.class).getText()).isEqualTo("_Connect again");
            assertThat(window.there("continue-anyway")).isTrue();
        }
    }

    @Test
    void anAddressThatIsNoneIsSaidInASummaryThatTakesTheFocus() throws Exception {
        try (var window = OpenWindow.open(state)) {
            window.press("start-setup");
            window.type("server-address", "mcp.example.com");
            window.press("main-button");
            assertThat(window.page()).isEqualTo("server");
            assertThat(window.there("error-summary")).isTrue();
            assertThat(OpenWindow.onScreen(() -> window.scene.getFocusOwner().getId())).isEqualTo("error-summary");
            var problem = window.find("server-address-error", Label.class).getText();
            assertThat(window.words()).contains("There is a problem");
            assertThat(problem).startsWith(
                    OpenWindow.onScreen(() -> ((Labeled) window.scene.lookup("#error-summary .hyperlink")).getText()));
        }
    }

    @Test
    void backKeepsEverything() throws Exception {
        try (var window = atTenant()) {
            window.press("main-button");
            window.press("main-button");
            window.type("api-name", "Tools of the trade");
            window.press("main-button");
            window.press("back-button");
            assertThat(window.find("api-name", TextInputControl.class).getText()).isEqualTo("Tools of the trade");
            window.press("back-button");
            assertThat(window.find("client-id", TextInputControl.class).getText()).isEqualTo(window.pair().clientId());
            assertThat(window.words()).contains("Connected to");
            window.press("step-api");
            assertThat(window.page()).isEqualTo("api");
        }
    }

    @Test
    void aSetupIsGoneOnWithAfterARestartAndHoldsNoSecret() throws Exception {
        try (var window = OpenWindow.open(state);
                var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK))) {
            OpenWindow.onScreen(() -> {
                window.session.reach().trustForServer(pair.caFile());
                window.session.reach().trustForTenant(pair.caFile());
                window.wizard.show("server");
                return true;
            });
            window.type("server-address", pair.mcpUrl());
            window.press("main-button");
            window.type("tenant-domain", "https://" + pair.domain() + "/");
            window.type("client-id", pair.clientId());
            window.type("client-secret", pair.clientSecret());
            window.press("main-button");
            assertThat(window.words()).contains("Connected to " + pair.domain());
            window.press("main-button");
            assertThat(window.page()).isEqualTo("api");
            assertThat(kept()).doesNotContain(pair.clientSecret()).doesNotContain("eyJ");
        }
        try (var window = OpenWindow.open(state)) {
            window.press("continue-setup-1");
            assertThat(window.page()).isEqualTo("api");
            window.press("main-button");
            assertThat(window.words()).contains("The tenant has not been read");
        }
    }

    @Test
    void lookingAfterTheTenantGoesOnWithTheSetupOfAnEarlierDay() throws Exception {
        var earlier = Setup.empty().withServer(address("https://mcp.example.com/mcp"))
                .withTenant(domain("acme-dev.eu.auth0.com")).withPage("registration");
        Files.writeString(shelved(), SetupFile.write(earlier));
        try (var window = OpenWindow.open(state)) {
            window.press("go-care");
            window.press("main-button");
            assertThat(window.page()).isEqualTo("tenant");
            assertThat(window.find("tenant-domain", TextInputControl.class).getText())
                    .isEqualTo("acme-dev.eu.auth0.com");
            assertThat(window.find("step-registration", Button.class).isDisabled()).isFalse();
        }
        assertThat(SetupFile.read(Files.readString(shelved())))
                .isEqualTo(Parsed.good(earlier.withPage("tenant")));
    }

    @Test
    void lookingAfterTheTenantKeepsASetupFileThatItCannotRead() throws Exception {
        Files.writeString(shelved(), "{\"schema\": 99}");
        try (var window = OpenWindow.open(state)) {
            window.press("go-care");
            window.press("main-button");
            assertThat(window.page()).isEqualTo("tenant");
        }
        assertThat(shelved()).hasContent("{\"schema\": 99}");
    }

    private Path shelved() throws IOException {
        return Files.createDirectories(state.resolve("setups")).resolve("setup-1.json");
    }

    private static McpUrl address(String text) {
        return ((Parsed.Good<McpUrl>) McpUrl.parse(text)).value();
    }

    private static TenantDomain domain(String text) {
        return ((Parsed.Good<TenantDomain>) TenantDomain.parse(text)).value();
    }

    @Test
    void aSetupFileOfANewerVersionIsLeftAlone() throws Exception {
        var file = shelved();
        Files.writeString(file, "{\"schema\": 99}");
        try (var window = OpenWindow.open(state)) {
            assertThat(window.words()).contains("The set-up file comes from a newer version of this program.");
            assertThat(file).hasContent("{\"schema\": 99}");
            window.press("start-setup");
            assertThat(window.page()).isEqualTo("server");
            window.type("server-address", "https://localhost:1/mcp");
            window.press("leave-button");
            assertThat(file).hasContent("{\"schema\": 99}");
        }
    }

    @Test
    void escapeEndsAWait() throws Exception {
        var later = new ArrayList<Runnable>();
        try (var window = OpenWindow.open(state, new Work(later::add, Platform::runLater))) {
            window.press("start-setup");
            window.type("server-address", "https://localhost:1/mcp");
            window.press("main-button");
            assertThat(window.there("waiting")).isTrue();
            OpenWindow.onScreen(() -> {
                window.wizard.root().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false,
                        false, false));
                return true;
            });
            assertThat(window.there("waiting")).isFalse();
            assertThat(window.page()).isEqualTo("server");
        }
    }

    private OpenWindow atTenant() throws Exception {
        var window = OpenWindow.open(state);
        window.press("start-practice");
        window.press("main-button");
        assertThat(window.page()).isEqualTo("tenant");
        return window;
    }

    private String kept() throws Exception {
        var all = new StringBuilder();
        try (var files = Files.walk(state)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                all.append(Files.readString(file));
        }
        assertThat(all).contains("\"page\" : \"api\"");
        return all.toString();
    }
}

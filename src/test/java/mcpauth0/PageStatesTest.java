package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import mcpauth0.demo.Past;
import mcpauth0.export.report.Samples;
import mcpauth0.setup.Registration;
import mcpauth0.setup.Role;
import mcpauth0.setup.TokenSettings;
import mcpauth0.ui.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page in each of its states: empty, filled, busy, failed, done. A page that is never busy has no such state. */
class PageStatesTest {

    private static final String CLAUDE = "https://claude.ai/oauth/mcp-oauth-client-metadata";

    @TempDir
    Path state;

    private final Set<String> seen = new LinkedHashSet<>();

    private static <T> T on(Callable<T> what) throws Exception {
        return OpenWindow.onScreen(what);
    }

    /** To that page, which is to show all of that; somebody has the keyboard, and the title says where one is. */
    private void shows(OpenWindow window, String page, String... words) throws Exception {
        go(window, page);
        is(window, page, words);
    }

    private static void go(OpenWindow window, String page) throws Exception {
        on(() -> {
            window.wizard.show(page);
            return true;
        });
    }

    private void is(OpenWindow window, String page, String... words) throws Exception {
        seen.add(page);
        assertThat(window.page()).isEqualTo(page);
        assertThat(window.words()).as(page).contains(words);
        assertThat(window.title()).as(page).isNotBlank();
        assertThat(on(() -> window.scene.getFocusOwner())).as("who has the keyboard on " + page).isNotNull();
    }

    private static Stream<String> all(OpenWindow window) {
        return window.wizard.all().stream().map(Page::id);
    }

    private static OpenWindow practising(Path state, boolean connected) throws Exception {
        var window = OpenWindow.open(state);
        window.press("start-practice");
        window.press("main-button");
        if (connected)
            window.press("main-button");
        return window;
    }

    @Test
    void empty() throws Exception {
        try (var window = OpenWindow.open(state)) {
            shows(window, "home", "Let MCP clients sign in with Auth0", "Set up a server");
            on(() -> {
                window.wizard.setups().begin(mcpauth0.setup.Setup.empty());
                return true;
            });
            shows(window, "server", "Address of your MCP server", "no tenant yet");
            shows(window, "tenant", "The secret stays in memory");
            shows(window, "api", "Name of the API", "Permissions that clients can ask for");
            shows(window, "sign-in-connections", "The tenant has not been read");
            shows(window, "roles", "There is no role yet");
            on(() -> {
                window.session.setupProperty().set(window.session.setup()
                        .withRegistration(new Registration(false, false, List.of(), List.of())));
                return true;
            });
            shows(window, "registration", "No way is chosen");
            shows(window, "review", "The program is not in your tenant");
            shows(window, "configuration", "Enter the address of your server first");
            shows(window, "check", "What happens");
            window.press("main-button");
            assertThat(window.page()).as("first the server").isEqualTo("server");
            shows(window, "client", "Enter the address of your server first");
            shows(window, "finish", "Not everything is set up yet", "Nothing was checked yet.");
            shows(window, "check-server", "Address of the server");
            shows(window, "care", "The program is not in your tenant");
            shows(window, "report", "Choose a JSON report…");
            shows(window, "settings", "Appearance");
            shows(window, "about", "What it never does");
            shows(window, "failure", "Something happened that this program did not expect");
            assertThat(seen).containsExactlyInAnyOrderElementsOf(all(window).toList());
        }
    }

    @Test
    void filled() throws Exception {
        try (var window = practising(state, true)) {
            var pair = window.pair();
            on(() -> {
                var setup = window.session.setup();
                window.session.setupProperty().set(setup
                        .withApi(setup.api().withTokens(TokenSettings.PLAIN.withRoles(true)))
                        .withConnections(List.of("google-oauth2"))
                        .withRoles(List.of(new Role("Tool users", "", List.of("mcp:use"), List.of())))
                        .withRegistration(new Registration(true, false, List.of(CLAUDE), List.of(
                                new Registration.Application("other", "Our bot", List.of("https://bot.example/cb"),
                                        false)))));
                return true;
            });
            shows(window, "server", pair.mcpUrl());
            shows(window, "tenant", pair.domain(), pair.clientId(), "Connected to");
            shows(window, "api", pair.mcpUrl(), "MCP server localhost", "mcp:use");
            shows(window, "sign-in-connections", "google-oauth2: Google account");
            shows(window, "roles", "Tool users", "mcp:use");
            shows(window, "registration", "Our bot", "https://bot.example/cb");
            shows(window, "review", "Review ", " changes", "What you chose", "Tool users");
            shows(window, "configuration", "https://" + pair.domain() + "/", "MCP_AUTH_AUDIENCE");
            shows(window, "check", "What happens", "The settings of " + pair.domain() + " are read");
            shows(window, "client", pair.mcpUrl(), "Claude");
            shows(window, "finish", "Not everything is set up yet", "nothing was written", "What you chose",
                    "Tool users");
            shows(window, "care", "This program has nothing in place in this tenant");
            window.type(onCheckServer(window), "https://mcp.acme.dev/mcp");
            is(window, "check-server", "https://mcp.acme.dev/mcp");
            window.files.next = Files.writeString(state.resolve("report.json"), Samples.signed());
            go(window, "report");
            window.press("report-open");
            is(window, "report", "The report is intact", "The signer is not known here",
                    "https://server.example/mcp");
            window.press("report-again");
            is(window, "check-server", "https://server.example/mcp");
            shows(window, "settings", "Only the practice authority");
            shows(window, "about", "JavaFX");
            on(() -> {
                window.wizard.fail(new IllegalStateException("for once"));
                return true;
            });
            is(window, "failure", "Its code is MA-", "Nothing of this program is in " + pair.domain());
            assertThat(seen).containsExactlyInAnyOrderElementsOf(
                    all(window).filter(page -> !page.equals("home")).toList());
        }
    }

    private static String onCheckServer(OpenWindow window) throws Exception {
        go(window, "check-server");
        return "check-address";
    }

    /** Whatever takes its time says so, and Escape ends it at once. */
    @Test
    void busy() throws Exception {
        var later = new ArrayList<Runnable>();
        try (var window = OpenWindow.open(state)) {
            window.background = later::add;
            window.press("start-practice");
            ends(window, "home", "waiting", "Starting a tenant and a server on this computer");
            window.press("start-setup");
            window.type("server-address", "https://localhost:1/mcp");
            window.press("main-button");
            ends(window, "server", "waiting", "Asking the server what it calls itself");
            window.type(onCheckServer(window), "https://localhost:1/mcp");
            window.press("main-button");
            ends(window, "check-server", "", "Checking https://localhost:1/mcp");
        }
        try (var window = practising(state, false)) {
            window.background = later::add;
            window.press("main-button");
            ends(window, "tenant", "waiting", "Connecting to the tenant and reading its settings");
            window.background = Runnable::run;
            window.press("main-button");
            window.background = later::add;
            go(window, "api");
            ends(window, "api", "", "Asking your server which permissions it knows");
            go(window, "registration");
            window.press("preview-claude");
            ends(window, "registration", "waiting", "Your tenant is looking at the document");
            go(window, "review");
            ends(window, "review", "waiting", "Nothing is written.");
            go(window, "check");
            window.press("main-button");
            ends(window, "check", "", "Checking " + window.pair().mcpUrl());
            go(window, "care");
            ends(window, "care", "waiting", "Reading the settings, the applications and the log of");
        }
        assertThat(seen).containsExactlyInAnyOrder("home", "server", "check-server", "tenant", "api", "registration",
                "review", "check", "care");
    }

    /** @param sign id of what shows that something goes on; empty where only the words do */
    private void ends(OpenWindow window, String page, String sign, String words) throws Exception {
        is(window, page, words);
        if (!sign.isEmpty())
            assertThat(window.there(sign)).as(page).isTrue();
        new Keys(window).press(KeyCode.ESCAPE);
        assertThat(window.page()).isEqualTo(page);
        assertThat(window.words()).as("after Escape on " + page).doesNotContain(words.equals("Nothing is written.")
                ? "Comparing "
                : words);
    }

    @Test
    void failed() throws Exception {
        Files.writeString(Files.createDirectories(state.resolve("setups")).resolve("setup-1.json"), "{\"schema\": 99}");
        try (var window = practising(state, false)) {
            window.type("client-secret", "wrong");
            window.press("main-button");
            is(window, "tenant", "does not accept this client ID and client secret.", "copy both again");
            window.type("client-secret", window.pair().clientSecret());
            window.press("main-button");
            go(window, "api");
            window.type("api-name", "");
            window.press("main-button");
            is(window, "api", "There is a problem");
            go(window, "sign-in-connections");
            on(() -> {
                window.scene.getRoot().lookupAll(".check-box").forEach(box -> ((CheckBox) box).setSelected(false));
                return true;
            });
            window.press("main-button");
            is(window, "sign-in-connections", mcpauth0.text.Texts.english().get("input.connections-empty.problem"));
            go(window, "roles");
            window.press("add-role");
            window.press("main-button");
            is(window, "roles", "There is a problem", "A role has no name");
            go(window, "registration");
            window.press("preview-chatgpt");
            is(window, "registration", "Your tenant cannot use this document");
            window.pair().tenant().failNext(request -> request.path().endsWith("/tenants/settings"), 403,
                    "{\"statusCode\":403,\"message\":\"Insufficient scope, expected any of: read:tenant_settings\"}");
            shows(window, "review", "The tenant could not be read", "Nothing was written to " + window.pair().domain());
            window.files.next = state;
            go(window, "configuration");
            on(() -> {
                window.scene.getRoot().lookupAll(".button").stream().filter(node -> node.getAccessibleText() != null
                        && node.getAccessibleText().startsWith("Save: ")).findFirst()
                        .ifPresent(node -> ((ButtonBase) node).fire());
                return true;
            });
            is(window, "configuration", "could not be saved there.", "Choose another place.");
            go(window, "check");
            window.pair().close();
            window.press("main-button");
            is(window, "check", "The server cannot be reached");
            shows(window, "client", "cannot reach a server on this computer");
            shows(window, "finish", "Something is still broken", "The server cannot be reached");
            window.pair().tenant().failNext(request -> request.path().startsWith("/api/v2/clients"), 403,
                    "{\"statusCode\":403,\"message\":\"Insufficient scope, expected any of: read:clients\"}");
            shows(window, "care", "This could not be done");
            window.type(onCheckServer(window), "https://127.0.0.1:1/mcp");
            window.press("main-button");
            is(window, "check-server", "The server cannot be reached");
            window.files.next = state.resolve("not-there.json");
            go(window, "report");
            window.press("report-open");
            is(window, "report", "The file cannot be read.", "choose it again");
            shows(window, "home", "The set-up file comes from a newer version of this program.");
            window.press("start-setup");
            window.type("server-address", "https://127.0.0.1:1/mcp");
            window.press("main-button");
            is(window, "server", "Nobody answers at 127.0.0.1", "You can go on without the server");
            assertThat(seen).hasSize(15);
        }
    }

    @Test
    void done() throws Exception {
        try (var window = practising(state, true)) {
            is(window, "tenant", "The key has every permission that the set-up needs.");
            shows(window, "server", "The server calls itself the same");
            for (var page : List.of("api", "sign-in-connections", "registration")) {
                go(window, page);
                window.press("main-button");
                assertThat(window.page()).as("onward from " + page).isNotEqualTo(page);
            }
            is(window, "review", "Review 5 changes");
            window.press("main-button");
            is(window, "review", "All 5 changes are in place", "Now your server has to learn about the tenant");
            go(window, "configuration");
            window.files.next = state.resolve("saved.env");
            on(() -> {
                window.scene.getRoot().lookupAll(".button").stream().filter(node -> node.getAccessibleText() != null
                        && node.getAccessibleText().startsWith("Save: ")).findFirst()
                        .ifPresent(node -> ((ButtonBase) node).fire());
                return true;
            });
            is(window, "configuration", "Saved to " + state.resolve("saved.env"));
            go(window, "check");
            window.press("main-button");
            is(window, "check", "Everything works: clients can sign in and use the tools", "Save report…");
            on(() -> {
                window.wizard.show("client");
                ((mcpauth0.ui.page.ClientPage) window.wizard.page().itself()).choose("cursor");
                return true;
            });
            is(window, "client", "Cursor will connect, as far as the last check can tell.");
            shows(window, "finish", "Your server and your tenant work together", "5 changes of this program are in");
            window.pair().tenant().past(Past::forgotten);
            shows(window, "care", "Everything is as this program wrote it");
            window.press("care-retire");
            window.press("care-retire-yes");
            is(window, "care", "applications were deleted");
        }
    }
}

package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import mcpauth0.setup.Role;
import mcpauth0.setup.TokenSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the pages ask: once, patiently, and with every answer to be looked over and changed at the end. */
class QuestionsTest {

    @TempDir
    Path state;

    private OpenWindow practising() throws Exception {
        var window = OpenWindow.open(state);
        window.press("start-practice");
        return window;
    }

    private static void onPage(OpenWindow window, String id) throws Exception {
        OpenWindow.onScreen(() -> {
            window.wizard.show(id);
            return true;
        });
    }

    @Test
    void everyAnswerIsLookedOverAndChangedFromTheReviewAlone() throws Exception {
        try (var window = practising()) {
            for (var i = 0; i < 6; i++)
                window.press("main-button");
            assertThat(window.page()).isEqualTo("review");
            OpenWindow.onScreen(() -> {
                var setup = window.session.setup();
                window.session.setupProperty().set(setup.withDefaultAudience(true)
                        .withApi(setup.api().withTokens(TokenSettings.PLAIN.withRoles(true).lasting(600, 300)))
                        .withRoles(List.of(new Role("Tool users", "", List.of("mcp:use"), List.of()))));
                window.wizard.show("review");
                return true;
            });
            var setup = window.session.setup();
            assertThat(words(window, "answers")).contains("What you chose", setup.server() + "", setup.tenant() + "",
                    setup.api().name(), "Permissions: mcp:use", "With refresh tokens",
                    "Also make this API the default audience of the tenant",
                    "Limit tokens to a person’s roles (RBAC)", "Seconds that an access token lasts: 600",
                    "Seconds that it lasts in applications that run in a browser: 300", "Tool users · mcp:use",
                    "Let clients register themselves: By the strict rules (recommended)")
                    .containsAll(setup.connections());
            for (var page : List.of("server", "tenant", "api", "sign-in-connections", "roles", "registration")) {
                OpenWindow.onScreen(() -> {
                    ((Hyperlink) window.scene.lookup("#change-answer-" + page)).fire();
                    return true;
                });
                assertThat(window.page()).isEqualTo(page);
                if (page.equals("api"))
                    window.type("api-name", "Tools of the trade");
                window.press("main-button");
                if (page.equals("tenant") && window.page().equals("tenant"))
                    window.press("main-button");
                assertThat(window.page()).as("straight back from " + page).isEqualTo("review");
            }
            assertThat(words(window, "answers")).contains("Tools of the trade");
            assertThat(window.words()).contains("Review 8 changes");
        }
    }

    @Test
    void nothingIsJudgedBeforeContinueAndTheNetworkIsNoFieldError() throws Exception {
        try (var window = OpenWindow.open(state)) {
            window.press("start-setup");
            window.type("server-address", "nowhere");
            OpenWindow.onScreen(() -> {
                window.scene.lookup("#main-button").requestFocus();
                return true;
            });
            assertThat(window.words()).doesNotContain("There is a problem");
            assertThat(window.there("server-address-error")).isFalse();
            window.press("main-button");
            assertThat(window.there("server-address-error")).isTrue();
            var later = new ArrayList<Runnable>();
            window.background = later::add;
            window.type("server-address", "https://localhost:1/mcp");
            window.press("main-button");
            assertThat(window.there("server-address-error")).isFalse();
            assertThat(window.words()).contains("Asking the server what it calls itself");
            OpenWindow.onScreen(() -> {
                List.copyOf(later).forEach(Runnable::run);
                return true;
            });
            assertThat(window.there("problem")).isTrue();
            assertThat(window.there("server-address-error")).isFalse();
            assertThat(window.there("error-summary")).isFalse();
        }
    }

    /** Whatever page it is: the entries stay, the summary has the keyboard, and leads to each field in its words. */
    @Test
    void theSummaryLeadsToEveryFieldInTheSameWordsAndNothingIsLost() throws Exception {
        try (var window = practising()) {
            onPage(window, "api");
            window.type("api-name", "No <name>");
            window.type("api-seconds", "a day");
            summarised(window, "api-name", "api-seconds");
            assertThat(text(window, "api-name")).isEqualTo("No <name>");
            assertThat(text(window, "api-seconds")).isEqualTo("a day");

            onPage(window, "roles");
            window.press("add-role");
            window.type("role-members", "nobody");
            summarised(window, "role-name", "role-members");
            assertThat(text(window, "role-members")).isEqualTo("nobody");

            onPage(window, "registration");
            window.press("add-application");
            window.type("application-name", "");
            window.type("application-redirects", "http://x");
            summarised(window, "application-name", "application-redirects");
            assertThat(text(window, "application-redirects")).isEqualTo("http://x");

            onPage(window, "tenant");
            window.type("tenant-domain", "no domain");
            summarised(window, "tenant-domain");
            assertThat(text(window, "tenant-domain")).isEqualTo("no domain");

            onPage(window, "check-server");
            window.type("check-address", "mcp.acme.dev/mcp");
            summarised(window, "check-address");
        }
    }

    private static void summarised(OpenWindow window, String... fields) throws Exception {
        var page = window.page();
        window.press("main-button");
        assertThat(window.page()).as("stays").isEqualTo(page);
        assertThat(window.focused()).isEqualTo("error-summary");
        assertThat(words(window, "error-summary")).hasSize(fields.length + 1).startsWith("There is a problem");
        for (var i = 0; i < fields.length; i++) {
            var at = i;
            OpenWindow.onScreen(() -> {
                var link = (Hyperlink) ((Parent) window.scene.lookup("#error-summary")).getChildrenUnmodifiable()
                        .get(at + 1);
                link.fire();
                assertThat(((Label) window.scene.lookup("#" + fields[at] + "-error")).getText())
                        .startsWith(link.getText());
                return true;
            });
            assertThat(window.focused()).isEqualTo(fields[i]);
        }
    }

    @Test
    void harmlessNoiseIsAcceptedAndShownAsItIsUsed() throws Exception {
        try (var window = OpenWindow.open(state)) {
            onPage(window, "tenant");
            window.type("tenant-domain", "  https://Acme-Dev.eu.auth0.com/ ");
            window.type("client-id", "someone");
            window.type("client-secret", "something");
            window.background = _ -> {
                // Nobody is asked: the domain alone is of interest.
            };
            window.press("main-button");
            assertThat(window.there("error-summary")).isFalse();
            assertThat(text(window, "tenant-domain")).isEqualTo("acme-dev.eu.auth0.com");
        }
    }

    @Test
    void theMainButtonIsNeverDisabledAndSaysWhatIsMissing() throws Exception {
        try (var window = OpenWindow.open(state)) {
            var said = new ArrayList<String>();
            for (var page : window.wizard.all()) {
                onPage(window, page.id());
                if (!window.there("main-button"))
                    continue;
                assertThat(window.find("main-button", Node.class).isDisabled()).as(page.id()).isFalse();
                window.press("main-button");
                if (window.page().equals(page.id())) {
                    assertThat(window.words()).as(page.id()).contains("There is a problem");
                    said.add(page.id());
                }
            }
            assertThat(said).containsExactly("server", "tenant", "api", "check-server");
        }
    }

    @Test
    void whatWasEnteredOnceIsNotAskedForAgain() throws Exception {
        try (var window = practising()) {
            for (var i = 0; i < 6; i++)
                window.press("main-button");
            for (var page : List.of("api", "configuration", "client")) {
                onPage(window, page);
                assertThat(window.words()).as(page).contains(window.pair().mcpUrl());
            }
            onPage(window, "check");
            assertThat(inputs(window)).as("the check knows its server").isEmpty();
            onPage(window, "tenant");
            assertThat(text(window, "tenant-domain")).isEqualTo(window.pair().domain());
            assertThat(text(window, "client-id")).isEqualTo(window.pair().clientId());
        }
    }

    /** What a page is for stands under its title, on every page alike, and each has a sentence there. */
    @Test
    void whatAPageIsForStandsInTheSamePlaceOnEach() throws Exception {
        try (var window = OpenWindow.open(state)) {
            for (var page : window.wizard.all()) {
                onPage(window, page.id());
                OpenWindow.onScreen(() -> {
                    window.settle();
                    var title = window.scene.lookup("#page-title");
                    var lead = (Label) Objects.requireNonNull(window.scene.lookup(".lead"));
                    assertThat(lead.getText()).as(page.id()).isNotBlank();
                    assertThat(title.getParent()).isEqualTo(lead.getParent());
                    assertThat(title.getParent().getChildrenUnmodifiable()).containsExactly(title, lead);
                    return true;
                });
            }
        }
    }

    private static List<String> words(OpenWindow window, String id) throws Exception {
        return OpenWindow.onScreen(() -> {
            window.settle();
            return window.scene.lookup("#" + id).lookupAll("*").stream().filter(Labeled.class::isInstance)
                    .map(node -> ((Labeled) node).getText()).toList();
        });
    }

    private static List<Node> inputs(OpenWindow window) throws Exception {
        return OpenWindow.onScreen(() -> {
            window.settle();
            return window.scene.getRoot().lookupAll(".text-input").stream().toList();
        });
    }

    private static String text(OpenWindow window, String id) throws Exception {
        return window.find(id, TextInputControl.class).getText();
    }
}

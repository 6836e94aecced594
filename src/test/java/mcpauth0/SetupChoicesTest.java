package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import mcpauth0.setup.Role;
import mcpauth0.setup.Scope;
import mcpauth0.setup.TokenSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages offer beyond the plain way. */
class SetupChoicesTest {

    private static final String CLAUDE = "https://claude.ai/oauth/mcp-oauth-client-metadata";

    @TempDir
    Path state;

    /** At the page about the API, with the tenant read. */
    private OpenWindow atApi() throws Exception {
        var window = OpenWindow.open(state);
        window.press("start-practice");
        window.press("main-button");
        window.press("main-button");
        window.press("main-button");
        assertThat(window.page()).isEqualTo("api");
        return window;
    }

    private static void tick(OpenWindow window, String id) throws Exception {
        var box = window.find(id, CheckBox.class);
        OpenWindow.onScreen(() -> {
            box.fire();
            return true;
        });
    }

    private static <T> T last(OpenWindow window, String id, Class<T> type) {
        window.settle();
        return type.cast(window.scene.getRoot().lookupAll("#" + id).stream().reduce((_, last) -> last).orElseThrow());
    }

    @Test
    void rolesAreAskedForOnlyWhereTokensCarryThemAndTheStepKeepsItsNumber() throws Exception {
        try (var window = atApi()) {
            var skipped = window.find("step-roles", Button.class);
            assertThat(skipped.isDisabled()).isTrue();
            assertThat(skipped.getAccessibleText()).contains("Step 5", "Not needed");
            window.press("main-button");
            window.press("main-button");
            assertThat(window.page()).as("passed over").isEqualTo("registration");
            window.press("back-button");
            assertThat(window.page()).isEqualTo("sign-in-connections");
            window.press("back-button");
            tick(window, "api-rbac");
            window.press("main-button");
            window.press("main-button");
            assertThat(window.page()).isEqualTo("roles");
            assertThat(window.words()).contains("There is no role yet");
            window.press("add-role");
            window.press("main-button");
            assertThat(window.words()).contains("A role has no name");
            window.type("role-name", "Tool users");
            window.type("role-members", window.pair().clientId());
            window.press("main-button");
            assertThat(window.words()).contains("is no e-mail address");
            window.type("role-members", "nobody@example.com");
            window.press("main-button");
            assertThat(window.page()).isEqualTo("registration");
            window.press("main-button");
            assertThat(window.words()).contains("The tenant knows nobody with this address: nobody@example.com.");
        }
    }

    @Test
    void thePageInFrontIsNeverSaidToBeNotNeeded() throws Exception {
        try (var window = atApi()) {
            OpenWindow.onScreen(() -> {
                window.wizard.show("roles");
                return true;
            });
            assertThat(window.find("step-roles", Button.class).getAccessibleText()).contains("Who may do what")
                    .doesNotContain("Not needed");
            OpenWindow.onScreen(() -> {
                window.wizard.setups().begin(window.session.setup());
                return true;
            });
            assertThat(window.page()).as("a set-up that was left there, but has no roles").isEqualTo("registration");
        }
    }

    @Test
    void whatIsTypedOnTheApiPageIsKeptWhicheverWayOneLeavesIt() throws Exception {
        try (var window = atApi()) {
            window.type("api-name", "Tools of the trade");
            tick(window, "api-offline");
            window.press("back-button");
            assertThat(window.session.setup().api().name()).isEqualTo("Tools of the trade");
            assertThat(window.session.setup().api().offlineAccess()).isFalse();
            window.press("step-api");
            window.type("api-name", "No <name>");
            window.press("back-button");
            window.press("main-button");
            assertThat(window.find("api-name", TextInputControl.class).getText())
                    .as("what cannot be kept is still there to be mended").isEqualTo("No <name>");
            assertThat(window.session.setup().api().name()).isEqualTo("Tools of the trade");
        }
    }

    @Test
    void whatTheServerAdvertisesIsProposedAndTakenOverOnlyByATick() throws Exception {
        try (var window = atApi()) {
            assertThat(window.words()).contains("Permissions that your server speaks of",
                    "It advertises this one in its metadata", "It asks for this one when it refuses a request");
            var box = window.find("propose-mcp-use", CheckBox.class);
            assertThat(box.isSelected()).as("it stands in the list already").isTrue();
            OpenWindow.onScreen(() -> {
                window.session.setupProperty().set(window.session.setup().withApi(
                        window.session.setup().api().withScopes(List.of(new Scope("tools:call", "Call tools")))));
                return true;
            });
            assertThat(box.isSelected()).isFalse();
            tick(window, "propose-mcp-use");
            window.press("main-button");
            assertThat(window.session.setup().api().scopeValues()).containsExactly("tools:call", "mcp:use");
            window.press("back-button");
            tick(window, "propose-mcp-use");
            window.press("main-button");
            assertThat(window.session.setup().api().scopeValues()).containsExactly("tools:call");
        }
    }

    @Test
    void whichRulesAnOldTenantHasIsSaidAsFarAsItTells() throws Exception {
        try (var window = OpenWindow.open(state)) {
            window.press("start-practice");
            window.pair().tenant().change(
                    tenant -> tenant.settings().remove("dynamic_client_registration_security_mode"));
            for (var i = 0; i < 5; i++)
                window.press("main-button");
            assertThat(window.page()).isEqualTo("registration");
            assertThat(window.words()).contains("does not say which rules clients get", "begin with tpc_");
            window.press("main-button");
            assertThat(window.words()).contains("does not say which rules such a client gets",
                    "lets every application in");
        }
    }

    @Test
    void aPermissionThatIsGoneIsInNoRoleAnyMore() throws Exception {
        try (var window = atApi()) {
            OpenWindow.onScreen(() -> {
                var setup = window.session.setup();
                window.session.setupProperty()
                        .set(setup.withApi(setup.api().withTokens(TokenSettings.PLAIN.withRoles(true)))
                                .withRoles(List.of(new Role("Users", "", List.of("mcp:use", "mcp:gone"), List.of()))));
                window.wizard.show("roles");
                return true;
            });
            assertThat(window.session.setup().roles().getFirst().permissions()).containsExactly("mcp:use");
        }
    }

    @Test
    void aLifetimeThatIsNoneIsSaidWhereItWasTyped() throws Exception {
        try (var window = atApi()) {
            window.type("api-seconds", "a day");
            window.press("main-button");
            assertThat(window.page()).isEqualTo("api");
            assertThat(window.find("api-options", TitledPane.class).isExpanded()).isTrue();
            assertThat(window.words()).contains("That is no time that a token can last.");
            window.type("api-seconds", "3600");
            window.press("main-button");
            assertThat(window.session.setup().api().tokens()).isEqualTo(TokenSettings.PLAIN.lasting(3600, null));
        }
    }

    @Test
    void anApiWithAlmostTheSameIdentifierIsComparedAndCanBeReplaced() throws Exception {
        try (var window = OpenWindow.open(state)) {
            window.press("start-practice");
            var slash = window.pair().mcpUrl() + "/";
            window.pair().tenant().change(tenant -> {
                ObjectNode api = tenant.apis().getFirst().deepCopy();
                api.remove("is_system");
                api.put("id", "0123456789abcdef01234567").put("name", "Mistaken").put("identifier", slash)
                        .putArray("scopes").addObject().put("value", "old:use");
                tenant.apis().add(api);
            });
            window.press("main-button");
            window.press("main-button");
            window.press("main-button");
            assertThat(window.words()).contains("The tenant has an API that is almost the same: “Mistaken”",
                    "differs from character " + slash.length());
            window.type("api-name", "Typed before");
            tick(window, "replace-0123456789abcdef01234567");
            window.press("main-button");
            assertThat(window.session.setup().api().replaces()).isEqualTo(slash);
            assertThat(window.session.setup().api().name()).isEqualTo("Typed before");
            window.press("main-button");
            window.press("main-button");
            assertThat(window.words()).contains("takes the place of " + slash);
            window.press("main-button");
            assertThat(window.title()).contains("changes are done");
            window.pair().tenant().change(tenant -> assertThat(tenant.apis()).anyMatch(
                    api -> api.path("identifier").asText().equals(window.pair().mcpUrl())
                            && api.path("scopes").toString().contains("old:use")));
        }
    }

    @Test
    void threeWaysToRegisterGoTogetherAndTheSecretIsShownOnce() throws Exception {
        try (var window = atApi()) {
            window.press("main-button");
            window.press("main-button");
            assertThat(window.page()).isEqualTo("registration");
            window.press("preview-claude");
            assertThat(window.words()).contains("It can be imported as “Claude”", "claude.ai/api/mcp/auth_callback");
            window.press("preview-chatgpt");
            assertThat(window.words()).contains("Your tenant cannot use this document");
            tick(window, "document-claude");
            window.type("document-address", "claude.ai/x");
            window.press("add-document");
            assertThat(window.words()).contains("Enter the whole address of the document");
            window.press("add-application");
            assertThat(window.words()).contains("https://claude.com/api/mcp/auth_callback");
            tick(window, "confidential");
            window.type("application-redirects", "http://evil.example/back");
            window.press("main-button");
            assertThat(window.page()).isEqualTo("registration");
            assertThat(window.words()).contains("An address that sign-ins return to is missing or cannot be used.");
            window.type("application-redirects", "https://claude.ai/api/mcp/auth_callback");
            window.press("add-application");
            OpenWindow.onScreen(() -> {
                last(window, "confidential", CheckBox.class).fire();
                return true;
            });
            window.press("main-button");
            assertThat(window.page()).isEqualTo("registration");
            assertThat(window.words()).contains("Two applications for the same client have the same name.");
            OpenWindow.onScreen(() -> {
                last(window, "application-redirects", TextArea.class)
                        .setText("https://claude.ai/api/mcp/auth_callback");
                return true;
            });
            var registration = window.session.setup().registration();
            assertThat(registration.dynamic()).isTrue();
            assertThat(registration.documents()).containsExactly(CLAUDE);
            assertThat(registration.applications()).singleElement()
                    .satisfies(application -> assertThat(application.redirects())
                            .isEqualTo(List.of("https://claude.ai/api/mcp/auth_callback")));
            window.press("main-button");
            assertThat(window.page()).as(window.words()).isEqualTo("review");
            window.press("main-button");
            assertThat(window.title()).contains("changes are done");
            assertThat(window.words()).contains("Client secret", "Copy it now.", "tpc_");
            var journal = Files.readString(window.session.journal().file());
            var shown = window.pair().tenant().secrets().stream().filter(window.words()::contains).toList();
            assertThat(shown).hasSize(1).allSatisfy(secret -> assertThat(journal).doesNotContain(secret));
        }
    }

    @Test
    void theOlderRulesAreOfferedOnlyWhereTheTenantReportsThem() throws Exception {
        for (var mode : List.of("strict", "permissive"))
            try (var window = OpenWindow.open(state.resolve(mode))) {
                window.press("start-practice");
                window.pair().tenant().change(
                        tenant -> tenant.settings().put("dynamic_client_registration_security_mode", mode));
                for (var i = 0; i < 5; i++)
                    window.press("main-button");
                assertThat(window.page()).isEqualTo("registration");
                assertThat(window.words().contains("By the older rules of this tenant"))
                        .isEqualTo(mode.equals("permissive"));
            }
    }

    @Test
    void thePeopleWhoCouldSignInAreCounted() throws Exception {
        try (var window = atApi()) {
            window.press("main-button");
            assertThat(window.page()).isEqualTo("sign-in-connections");
            assertThat(window.words()).contains("People of the tenant who sign in this way: 2",
                    "who sign in this way: 0");
        }
    }

    @Test
    void whatTheClientsAreCalledIsInWords() throws Exception {
        try (var window = atApi()) {
            window.press("main-button");
            window.press("main-button");
            @SuppressWarnings("unchecked")
            ComboBox<String> clients = window.find("application-client", ComboBox.class);
            assertThat(clients.getItems()).contains("claude", "cursor", "other")
                    .filteredOn(id -> !id.equals("mcp-remote")).as("one has no other name than its id")
                    .allSatisfy(id -> assertThat(clients.getConverter().toString(id)).isNotEqualTo(id));
        }
    }
}

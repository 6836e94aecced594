package mcpauth0;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import mcpauth0.auth0.Permissions;
import mcpauth0.demo.Seen;
import mcpauth0.http.Json;
import mcpauth0.plan.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that writes to the tenant, when things do not go as they should. */
class ReviewTest {

    @TempDir
    Path state;

    private OpenWindow atReview() throws Exception {
        var window = OpenWindow.open(state);
        window.press("start-practice");
        for (var i = 0; i < 6; i++)
            window.press("main-button");
        assertThat(window.page()).as(window.words()).isEqualTo("review");
        return window;
    }

    private static List<Seen> writes(OpenWindow window) {
        return window.pair().tenant().requests().stream()
                .filter(seen -> seen.path().startsWith("/api/v2/") && !seen.read()).toList();
    }

    private static void byHand(OpenWindow window, String setting, String value) {
        window.pair().tenant().change(tenant -> tenant.settings().put(setting, value));
    }

    @Test
    void theRequestsBehindAChangeAreShownBeforeItIsApproved() throws Exception {
        try (var window = atReview()) {
            assertThat(window.words()).doesNotContain("POST /api/v2/client-grants");
            OpenWindow.onScreen(() -> {
                window.scene.getRoot().lookupAll("#change-grant-third-party-clients .toggle-button")
                        .forEach(button -> ((ToggleButton) button).fire());
                return true;
            });
            assertThat(window.words())
                    .contains("POST /api/v2/client-grants", "\"default_for\" : \"third_party_clients\"",
                            "Auth0 itself chooses the id")
                    .doesNotContain(window.pair().clientSecret());
        }
    }

    @Test
    void aTenantThatChangedMeanwhileIsShownAnewAndNotWrittenTo() throws Exception {
        try (var window = atReview()) {
            byHand(window, "resource_parameter_profile", "compatibility");
            window.press("main-button");
            assertThat(window.words()).contains("The tenant changed since you looked at it");
            assertThat(writes(window)).isEmpty();
            window.press("main-button");
            assertThat(window.title()).contains("changes are done");
        }
    }

    @Test
    void whatStoppedInTheMiddleGoesOnOrGoesBack() throws Exception {
        try (var window = atReview()) {
            window.pair().tenant()
                    .dropNext(seen -> seen.method().equals("PATCH") && seen.path().endsWith("/tenants/settings"));
            window.press("main-button");
            assertThat(window.title()).isEqualTo("It stopped in the middle");
            assertThat(window.words()).contains("hung up before it had answered", "2 changes are done, 3 not",
                    "Go on with the rest", "Take back changes");
            window.press("main-button");
            assertThat(window.title()).isEqualTo("5 changes are done");
        }
    }

    @Test
    void aMissingPermissionLeadsBackToTheDoor() throws Exception {
        try (var window = atReview()) {
            var some = new HashSet<>(Permissions.needed(window.session.setup()));
            some.remove("update:connections");
            OpenWindow.onScreen(() -> {
                window.wizard.show("tenant");
                ((RadioButton) window.scene.lookup("#by-token")).setSelected(true);
                return true;
            });
            window.type("management-token", window.pair().tenant().managementToken(some, Duration.ofHours(1)));
            window.press("main-button");
            window.press("continue-anyway");
            OpenWindow.onScreen(() -> {
                window.wizard.show("review");
                return true;
            });
            window.press("main-button");
            assertThat(window.title()).isEqualTo("A permission is missing");
            assertThat(window.words()).contains("Missing: update:connections.");
            assertThat(writes(window)).isEmpty();
            window.press("main-button");
            assertThat(window.page()).isEqualTo("tenant");
        }
    }

    @Test
    void anotherWindowAtWorkIsWaitedFor() throws Exception {
        try (var window = atReview()) {
            try (var hold = window.session.journal().hold("changes")) {
                assertThat(hold).isNotNull();
                window.press("main-button");
                assertThat(window.title()).isEqualTo("Someone else is changing this tenant");
            }
            assertThat(writes(window)).isEmpty();
        }
    }

    @Test
    void aYesThatIsNotKeptIsSaid() throws Exception {
        try (var window = atReview()) {
            var tenant = window.pair().tenant();
            var connections = new int[1];
            tenant.failNext(seen -> {
                // After the last write everything is read again: by then somebody has switched the profile off.
                if (seen.read() && seen.path().endsWith("/tenants/settings") && ++connections[0] == 2)
                    byHand(window, "resource_parameter_profile", "audience");
                return false;
            }, 500);
            window.press("main-button");
            assertThat(window.words()).contains("The tenant accepted the change, but does not show it.");
        }
    }

    @Test
    void oneChangeIsTakenBackAndTheOthersStay() throws Exception {
        try (var window = atReview()) {
            window.press("main-button");
            window.press("take-back-one-open-registration");
            assertThat(chosen(window)).containsExactly("take-back-open-registration");
            assertThat(window.words()).contains("Take back one change in ");
            window.press("main-button");
            assertThat(window.title()).isEqualTo("One change was taken back");
            assertThat(window.words()).contains("4 changes are still in place",
                    "Create the API · Let registered clients ask for it · Understand “resource” in requests · "
                            + "Offer sign-in to those clients")
                    .doesNotContain("is as it was before");
            assertThat(window.session.journal().entries()).filteredOn(each -> each.state() == Journal.State.UNDONE)
                    .extracting(Journal.Entry::step).containsExactly("open-registration");
            window.press("main-button");
            assertThat(window.title()).isEqualTo("Review one change");
            assertThat(window.words()).contains("4 changes of this program are in place already")
                    .doesNotContain("Nothing has been written yet");
        }
    }

    @Test
    void nothingIsChosenToBeTakenBackBeforeTheOperatorHasChosenIt() throws Exception {
        try (var window = atReview()) {
            window.press("main-button");
            window.press("undo-button");
            assertThat(chosen(window)).isEmpty();
            assertThat(window.words()).contains("Nothing is chosen", "Choose all 5");
            assertThat(window.find("reversal-open-registration", VBox.class).lookupAll(".label"))
                    .as("whoever chooses can read what becomes of it").isNotEmpty().noneMatch(Node::isDisabled);
            assertThat(window.find("main-button", Button.class).getText()).isEqualTo("Leave everything as it is");
            window.press("take-back-all");
            assertThat(chosen(window)).hasSize(5);
            assertThat(window.find("main-button", Button.class).getText()).startsWith("Take back 5 changes in ");
        }
    }

    @Test
    void whatReliesOnAChangeIsSaidAndTakenBackWithItWhenAskedFor() throws Exception {
        try (var window = atReview()) {
            window.press("main-button");
            window.press("take-back-one-create-api");
            assertThat(chosen(window)).containsExactly("take-back-create-api");
            assertThat(window.words()).contains("Made on top of it, and of no use without it: "
                    + "Open dynamic registration, last · Let registered clients ask for it.");
            System.gc(); // who watches is still told
            window.press("take-back-too-create-api");
            assertThat(chosen(window)).containsExactlyInAnyOrder("take-back-create-api",
                    "take-back-grant-third-party-clients", "take-back-open-registration");
            assertThat(window.there("take-back-too-create-api")).isFalse();
            window.press("main-button");
            assertThat(window.title()).isEqualTo("3 changes were taken back");
            assertThat(window.words()).contains("2 changes are still in place",
                    "Understand “resource” in requests · Offer sign-in to those clients");
        }
    }

    private static List<String> chosen(OpenWindow window) throws Exception {
        return OpenWindow.onScreen(() -> window.scene.getRoot().lookupAll(".reversal .check-box").stream()
                .map(CheckBox.class::cast).filter(CheckBox::isSelected).map(CheckBox::getId).toList());
    }

    @Test
    void aNewerValueIsNotWrittenOverBeforeTheOperatorHasChosen() throws Exception {
        try (var window = atReview()) {
            window.press("main-button");
            window.pair().tenant().change(
                    tenant -> requireNonNull(tenant.api(window.pair().mcpUrl())).put("name", "Renamed by hand"));
            window.press("undo-button");
            window.press("take-back-all");
            assertThat(window.words()).contains("name was written as", "now it is Renamed by hand",
                    "Take back 4 changes in ");
            window.press("main-button");
            assertThat(window.words()).contains("4 changes were taken back");
            assertThat(window.pair().tenant().state().toString()).contains("Renamed by hand");
            window.press("main-button");
            window.press("undo-button");
            window.press("take-back-all");
            OpenWindow.onScreen(() -> {
                ((RadioButton) window.scene.lookup("#replace-create-api")).fire();
                return true;
            });
            window.press("main-button");
            assertThat(window.words()).contains("One change was taken back");
            assertThat(window.pair().tenant().state().toString()).doesNotContain("Renamed by hand");
        }
    }

    @Test
    void whatOthersPutOnTheApiIsNamedBeforeItIsDeleted() throws Exception {
        try (var window = atReview()) {
            window.press("main-button");
            var tenant = window.pair().tenant();
            tenant.dashboard("Lin Chen", "POST", "roles", "{\"name\":\"Support\"}");
            tenant.change(state -> state.rolePermissions()
                    .add(Json.object().put("role_id",
                            state.roles().getFirst().path("id").asText())
                            .put("resource_server_identifier", window.pair().mcpUrl())
                            .put("permission_name", "mcp:use")));
            window.press("undo-button");
            window.press("take-back-all");
            assertThat(window.words()).contains("One change needs your decision",
                    "Others rely on what this program made",
                    "One role gives permissions of this API, which would be gone from it: “Support: mcp:use”.",
                    "Take back 4 changes");
            OpenWindow.onScreen(() -> {
                ((RadioButton) window.scene.lookup("#replace-create-api")).fire();
                return true;
            });
            assertThat(window.words()).contains("Take back 5 changes");
            window.press("main-button");
            assertThat(window.title()).isEqualTo("The changes were taken back");
        }
    }
}

package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import mcpauth0.auth0.Permissions;
import mcpauth0.demo.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way through a set-up on which everything goes wrong once, and which ends well all the same. */
class FailingTenantTest {

    @TempDir
    Path state;

    @Test
    void throughAWrongSecretAMissingPermissionDriftAndALostNetworkToAProvenEnd() throws Exception {
        try (var window = OpenWindow.open(state)) {
            window.press("start-practice");
            window.press("main-button");
            aWrongSecret(window);
            aMissingPermission(window);
            theSecretThatOpensEverything(window);
            drift(window);
            aLostNetwork(window);
            assertThat(window.title()).isEqualTo("5 changes are done");
            assertThat(window.words()).contains("All 5 changes are in place");
            assertThat(OpenWindow.onScreen(
                    () -> window.session.applier().plan(window.session.setup()).writes())).as("proven").isEmpty();
        }
    }

    private static void aWrongSecret(OpenWindow window) throws Exception {
        window.type("client-secret", "wrong");
        window.press("main-button");
        assertThat(window.focused()).isEqualTo("problem");
        assertThat(window.words()).contains("The tenant does not accept this client ID and client secret.");
        assertThat(text(window, "client-id")).isEqualTo(window.pair().clientId());
        assertThat(text(window, "client-secret")).isEqualTo("wrong");
        assertThat(text(window, "tenant-domain")).isEqualTo(window.pair().domain());
    }

    /** The key may read everything, and may not change the ways to sign in. */
    private static void aMissingPermission(OpenWindow window) throws Exception {
        var some = new HashSet<>(Permissions.needed(window.session.setup()));
        some.remove("update:connections");
        choose(window, "by-token");
        window.type("management-token", window.pair().tenant().managementToken(some, Duration.ofHours(1)));
        window.press("main-button");
        assertThat(window.words()).contains("One permission is missing", "update:connections");
        assertThat(window.find("main-button", Button.class).getText()).isEqualTo("_Connect again");
        window.press("continue-anyway");
        assertThat(window.page()).isEqualTo("api");
        for (var i = 0; i < 3; i++)
            window.press("main-button");
        assertThat(window.page()).isEqualTo("review");
        window.press("main-button");
        assertThat(window.title()).isEqualTo("A permission is missing");
        assertThat(window.words()).contains("Missing: update:connections.");
        assertThat(writes(window)).isEmpty();
    }

    private static void theSecretThatOpensEverything(OpenWindow window) throws Exception {
        window.press("main-button");
        assertThat(window.page()).isEqualTo("tenant");
        choose(window, "by-secret");
        window.type("client-secret", window.pair().clientSecret());
        window.press("main-button");
        assertThat(window.words()).contains("The key has every permission that the set-up needs.");
        window.press("main-button");
        assertThat(window.page()).as("straight back").isEqualTo("review");
        assertThat(window.title()).isEqualTo("Review 5 changes");
    }

    /** Somebody else makes a part of one change between the plan and its button. */
    private static void drift(OpenWindow window) throws Exception {
        window.pair().tenant().dashboard("Lin Chen", "PATCH", "tenants/settings",
                "{\"resource_parameter_profile\":\"compatibility\"}");
        var before = writes(window).size();
        window.press("main-button");
        assertThat(window.words()).contains("The tenant changed since you looked at it", "Nothing was written.");
        assertThat(window.title()).as("the new plan").isEqualTo("Review 5 changes");
        assertThat(writes(window)).hasSize(before);
    }

    private static void aLostNetwork(OpenWindow window) throws Exception {
        window.pair().tenant()
                .dropNext(seen -> seen.method().equals("PATCH") && seen.path().endsWith("/tenants/settings"));
        window.press("main-button");
        assertThat(window.title()).isEqualTo("It stopped in the middle");
        assertThat(window.words()).contains("hung up before it had answered", "2 changes are done, 3 not",
                "Nothing is half-written.");
        window.press("main-button");
    }

    private static void choose(OpenWindow window, String id) throws Exception {
        var button = window.find(id, RadioButton.class);
        OpenWindow.onScreen(() -> {
            button.setSelected(true);
            return true;
        });
    }

    private static String text(OpenWindow window, String id) throws Exception {
        return window.find(id, TextInputControl.class).getText();
    }

    private static List<Seen> writes(OpenWindow window) {
        return window.pair().tenant().requests().stream()
                .filter(seen -> seen.path().startsWith("/api/v2/") && !seen.read()).toList();
    }
}

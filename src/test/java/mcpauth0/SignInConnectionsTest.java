package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import javafx.scene.control.CheckBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of the ways to sign in says, and offers, where something is amiss. */
class SignInConnectionsTest {

    @TempDir
    Path state;

    @Test
    void aTenantThatCannotBeReadIsReadAgainFromHere() throws Exception {
        try (var window = connected()) {
            window.pair().tenant().failNext(seen -> seen.path().startsWith("/api/v2/connections"), 403,
                    "{\"statusCode\":403,\"message\":\"Insufficient scope, expected any of: read:connections\"}");
            forgotten(window);
            assertThat(window.words()).contains("read:connections", "Grant it in the Auth0 dashboard", "Details");
            assertThat(window.there("connection-google-oauth2")).isFalse();
            assertThat(window.there("connect-tenant")).isTrue();

            window.press("read-tenant");
            assertThat(window.there("problem")).isFalse();
            assertThat(window.there("connection-google-oauth2")).isTrue();
        }
    }

    @Test
    void whileItIsReadItSaysSoAndCanBeStopped() throws Exception {
        try (var window = connected()) {
            var later = new ArrayList<Runnable>();
            window.background = later::add;
            forgotten(window);
            assertThat(window.words()).contains("Reading the ways to sign in of " + window.pair().domain());
            window.press("cancel-wait");
            assertThat(window.words()).contains("You stopped it.");
            later.forEach(Runnable::run);
            window.restful();
            assertThat(window.there("connection-google-oauth2")).as("what was stopped comes no more").isFalse();
        }
    }

    @Test
    void aTenantWithoutAnyLeadsToWhereOneIsAdded() throws Exception {
        try (var window = connected()) {
            window.pair().tenant().change(tenant -> tenant.connections().clear());
            forgotten(window);
            assertThat(window.words()).contains("The tenant has no way to sign in yet.",
                    "Add a connection in the Auth0 dashboard under Authentication");
            window.press("open-connections");
            assertThat(window.opened).containsExactly("https://manage.auth0.com/");
        }
    }

    @Test
    void whoChoseNoneIsOfferedWhatTheTenantSuggests() throws Exception {
        try (var window = connected()) {
            for (var name : new String[]{"google-oauth2", "Username-Password-Authentication"}) {
                var box = window.find("connection-" + name, CheckBox.class);
                OpenWindow.onScreen(() -> {
                    box.setSelected(false);
                    return true;
                });
            }
            window.press("main-button");
            assertThat(window.page()).isEqualTo("sign-in-connections");
            window.press("propose-connections");
            assertThat(window.there("problem")).isFalse();
            assertThat(window.session.setup().connections()).containsExactly("Username-Password-Authentication");
            assertThat(window.focused()).isEqualTo("connection-Username-Password-Authentication");
        }
    }

    private OpenWindow connected() throws Exception {
        var window = OpenWindow.open(state);
        window.press("start-practice");
        window.press("main-button");
        window.press("main-button");
        show(window);
        return window;
    }

    /** As after something was deleted in the tenant: what was read of it holds no more. */
    private static void forgotten(OpenWindow window) throws Exception {
        OpenWindow.onScreen(() -> {
            window.session.snapshotProperty().set(null);
            return true;
        });
        show(window);
    }

    private static void show(OpenWindow window) throws Exception {
        OpenWindow.onScreen(() -> {
            window.wizard.show("sign-in-connections");
            return true;
        });
    }
}

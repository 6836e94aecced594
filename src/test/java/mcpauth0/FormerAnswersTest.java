package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import mcpauth0.demo.PracticePair;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was found out about a former tenant or address is not said of the one that took its place. */
class FormerAnswersTest {

    private static final String UNKNOWN = "https://localhost:1/client.json";

    @TempDir
    Path state;

    private final List<Runnable> held = new ArrayList<>();

    private void hold(OpenWindow window) {
        window.background = held::add;
    }

    /** What was asked is answered now. */
    private void release(OpenWindow window) throws Exception {
        window.background = Runnable::run;
        OpenWindow.onScreen(() -> {
            held.forEach(Runnable::run);
            window.settle();
            return true;
        });
        assertThat(held).isNotEmpty();
    }

    private static void page(OpenWindow window, String id) throws Exception {
        OpenWindow.onScreen(() -> {
            window.wizard.show(id);
            return true;
        });
    }

    private OpenWindow practising() throws Exception {
        var window = OpenWindow.open(state);
        window.press("start-practice");
        page(window, "tenant");
        window.press("main-button");
        return window;
    }

    /** The answer may come before the other address is typed, or after. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherServerAddressIsNotAnsweredByTheFormer(boolean late) throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY));
                var window = OpenWindow.open(state)) {
            window.press("start-setup");
            OpenWindow.onScreen(() -> {
                window.session.reach().trustForServer(pair.caFile());
                return true;
            });
            hold(window);
            window.type("server-address", pair.mcpUrl() + "/deeper");
            window.press("main-button");
            assertThat(window.there("waiting")).isTrue();
            if (late)
                window.type("server-address", "https://other.example/mcp");
            release(window);
            if (!late) {
                assertThat(window.words()).contains("The server calls itself something else");
                window.type("server-address", "https://other.example/mcp");
            }
            assertThat(window.there("waiting")).isFalse();
            assertThat(window.words()).doesNotContain("The server calls itself something else", "could not be reached",
                    "says nothing about itself");
            assertThat(window.page()).isEqualTo("server");
            assertThat(window.find("main-button", Labeled.class).getText())
                    .isEqualTo(Texts.english().get("page.server.ask"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDocumentIsNotPreviewedForAnotherTenant(boolean late) throws Exception {
        try (var window = practising()) {
            page(window, "registration");
            hold(window);
            window.press("preview-claude");
            if (!late) {
                release(window);
                assertThat(window.words()).contains("It can be imported as “Claude”");
            }
            OpenWindow.onScreen(() -> {
                var tenant = window.session.tenant();
                window.session.tenantProperty().set(null);
                window.session.tenantProperty().set(tenant);
                return true;
            });
            if (late)
                release(window);
            assertThat(window.words()).doesNotContain("It can be imported");
            assertThat(window.there("waiting")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDocumentThatWasTakenAwayAndTypedAgainIsLookedAtAnew(boolean late) throws Exception {
        try (var window = practising()) {
            page(window, "registration");
            window.type("document-address", UNKNOWN);
            window.press("add-document");
            hold(window);
            OpenWindow.onScreen(() -> {
                named(window, "preview-" + UNKNOWN).fire();
                return true;
            });
            assertThat(window.there("waiting")).isTrue();
            if (!late) {
                release(window);
                assertThat(window.there("waiting")).isFalse();
                assertThat(window.words()).contains("Your tenant cannot use this document");
            }
            OpenWindow.onScreen(() -> {
                ((CheckBox) named(window, "document-" + UNKNOWN)).fire();
                return true;
            });
            window.type("document-address", UNKNOWN);
            window.press("add-document");
            assertThat(window.there("waiting")).isFalse();
            if (late)
                release(window);
            assertThat(window.words()).contains(UNKNOWN).doesNotContain("Your tenant cannot use this document");
        }
    }

    /** Its id is an address, which no selector finds. */
    private static ButtonBase named(OpenWindow window, String id) {
        return window.scene.getRoot().lookupAll("*").stream().filter(node -> id.equals(node.getId()))
                .map(ButtonBase.class::cast).findFirst().orElseThrow();
    }

    @Test
    void thePeopleOfATenantAreNotThoseOfTheNext() throws Exception {
        try (var first = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK));
                var second = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK));
                var window = OpenWindow.open(state)) {
            second.tenant().change(tenant -> {
                tenant.users().clear();
                tenant.connections().getLast().put("name", "Of-the-second");
            });
            var both = Files.writeString(state.resolve("both.pem"),
                    Files.readString(first.caFile()) + Files.readString(second.caFile()));
            OpenWindow.onScreen(() -> {
                window.session.reach().trustForTenant(both);
                return true;
            });
            connect(window, first);
            hold(window);
            page(window, "sign-in-connections");
            assertThat(window.words()).doesNotContain("People of the tenant");
            window.background = Runnable::run;
            connect(window, second);
            page(window, "sign-in-connections");
            assertThat(window.words()).contains("who sign in this way: 0", "Of-the-second")
                    .doesNotContain("who sign in this way: 2");
            release(window);
            assertThat(window.words()).doesNotContain("who sign in this way: 2");
            connect(window, first);
            hold(window);
            page(window, "sign-in-connections");
            assertThat(window.words()).as("not counted yet").doesNotContain("who sign in this way")
                    .doesNotContain("Of-the-second");
        }
    }

    private static void connect(OpenWindow window, PracticePair pair) throws Exception {
        page(window, "tenant");
        window.type("tenant-domain", pair.domain());
        window.type("client-id", pair.clientId());
        window.type("client-secret", pair.clientSecret());
        window.press("main-button");
        assertThat(window.words()).contains("Connected to " + pair.domain());
    }
}

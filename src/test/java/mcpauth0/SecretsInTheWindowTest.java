package mcpauth0;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import mcpauth0.demo.PracticePair;
import mcpauth0.setup.Registration;
import mcpauth0.setup.Secret;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets are poured into every field of the window that takes one, right ones and wrong ones, and then looked for in
 * everything that the program leaves: words on the screen, files, journals, logs, reports.
 */
class SecretsInTheWindowTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Poured poured;

    @BeforeEach
    void listen() {
        poured = new Poured(folder);
    }

    @AfterEach
    void stop() {
        poured.close();
    }

    private OpenWindow open() throws Exception {
        return OpenWindow.open(folder.resolve("state"));
    }

    /** The page of a real tenant, which the pair plays; everything that is done there is kept in the state folder. */
    private OpenWindow atTenant(PracticePair pair) throws Exception {
        var window = open();
        window.press("start-setup");
        OpenWindow.onScreen(() -> {
            window.session.reach().trustForServer(pair.caFile());
            window.session.reach().trustForTenant(pair.caFile());
            return true;
        });
        window.type("server-address", pair.mcpUrl());
        window.press("main-button");
        if (window.page().equals("server"))
            window.press("main-button");
        assertThat(window.page()).as(window.words()).isEqualTo("tenant");
        window.type("tenant-domain", pair.domain());
        return window;
    }

    private static void show(OpenWindow window, String page) throws Exception {
        OpenWindow.onScreen(() -> {
            window.wizard.show(page);
            return true;
        });
    }

    private static void by(OpenWindow window, String way) throws Exception {
        OpenWindow.onScreen(() -> {
            ((RadioButton) window.scene.lookup("#by-" + way)).setSelected(true);
            window.settle();
            return true;
        });
    }

    private void looksAtEveryPage(OpenWindow window) throws Exception {
        for (var page : List.copyOf(window.wizard.all())) {
            show(window, page.id());
            poured.look(window);
        }
    }

    private static PracticePair pair() throws Exception {
        return PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK));
    }

    @Test
    void theClientSecretOfPracticeIsNowhere() throws Exception {
        try (var window = open()) {
            window.press("start-practice");
            window.press("main-button");
            var right = window.find("client-secret", TextInputControl.class).getText();
            window.type("client-secret", poured.mark());
            window.press("main-button");
            poured.look(window);
            window.type("client-secret", right);
            window.press("main-button");
            while (!window.page().equals("review")) {
                poured.look(window);
                window.press("main-button");
            }
            window.press("main-button");
            assertThat(window.title()).contains("changes are done");
            poured.look(window);
            show(window, "check");
            window.press("main-button");
            assertThat(window.session.reportProperty().get()).isNotNull();
            poured.look(window);
            saveTheReport(window);
            looksAtEveryPage(window);
            poured.secrets.addAll(window.pair().tenant().secrets());
            assertThat(right).isEqualTo(window.pair().clientSecret());
            poured.secrets.add(right);
        }
        assertThat(poured.secrets).hasSizeGreaterThan(5);
        poured.search("window", "saved-report.json", "report.html", "logs");
    }

    private void saveTheReport(OpenWindow window) throws Exception {
        var file = folder.resolve("saved-report.json");
        window.files.next = file;
        OpenWindow.onScreen(() -> {
            window.scene.getRoot().lookupAll(".button").stream().map(Button.class::cast)
                    .filter(button -> Texts.english().get("page.check.save").equals(button.getText())).findFirst()
                    .orElseThrow().fire();
            return true;
        });
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void aPastedTokenIsNowhereRightOrWrong() throws Exception {
        try (var pair = pair(); var window = atTenant(pair)) {
            by(window, "token");
            var token = pair.managementToken();
            var changed = token.substring(0, token.length() - 9) + "MarkedSig";
            for (var wrong : List.of(poured.mark(), changed)) {
                poured.secrets.add(wrong);
                window.type("management-token", wrong);
                window.press("main-button");
                assertThat(window.words()).doesNotContain("Connected to");
                poured.look(window);
            }
            poured.secrets.add(token);
            window.type("management-token", token);
            window.press("main-button");
            assertThat(window.words()).contains("Connected to " + pair.domain());
            poured.look(window);
            window.press("save-connection");
            assertThat(window.keychain.kept).as("it was not said to be remembered").isEmpty();
            applyEverything(window);
            looksAtEveryPage(window);
            pair.tenant().failNext(seen -> seen.path().startsWith("/api/v2/"), 418);
            show(window, "care");
            poured.look(window);
            poured.secrets.addAll(pair.tenant().secrets());
        }
        poured.search("window tenant", "connections.json", "setup-1.json", ".jsonl", "logs");
    }

    /** As far as a tenant goes; sign-ins are open for its own users. */
    private static void applyEverything(OpenWindow window) throws Exception {
        OpenWindow.onScreen(() -> {
            window.session.setupProperty().set(window.session.setup()
                    .withConnections(List.of("Username-Password-Authentication")));
            window.wizard.show("review");
            return true;
        });
        window.press("main-button");
        assertThat(window.title()).as(window.words()).contains("changes are done");
    }

    @Test
    void aPrivateKeyIsNowhereRightOrWrong() throws Exception {
        try (var pair = pair()) {
            var application = pair.signingApplication();
            try (var window = atTenant(pair)) {
                by(window, "key");
                window.type("client-id", application.clientId());
                window.files.next = poured.key("wrong.pem",
                        "-----BEGIN PRIVATE KEY-----\n" + poured.mark() + "\n-----END PRIVATE KEY-----\n");
                window.press("client-key");
                window.press("main-button");
                assertThat(window.words()).doesNotContain("Connected to");
                poured.look(window);
                window.files.next = poured.key("right.pem", application.key());
                window.press("client-key");
                window.press("main-button");
                assertThat(window.words()).contains("Connected to " + pair.domain());
                window.press("save-connection");
                applyEverything(window);
                looksAtEveryPage(window);
            }
            try (var window = atTenant(pair)) {
                window.press("use-connection");
                assertThat(window.words()).contains("Connected to " + pair.domain());
                looksAtEveryPage(window);
                assertThat(window.keychain.kept).isEmpty();
            }
            poured.secrets.addAll(pair.tenant().secrets());
        }
        poured.search("window tenant", "connections.json", "setup-1.json", ".jsonl", "logs");
    }

    @Test
    void aRememberedSecretIsInTheKeychainAlone() throws Exception {
        try (var pair = pair()) {
            poured.secrets.add(pair.clientSecret());
            try (var window = atTenant(pair)) {
                connectAndSave(window, pair);
                assertThat(window.keychain.kept).containsValue(Secret.of(pair.clientSecret()));
                poured.keep("exception keychain", window.keychain.kept);
                window.keychain.trouble = "refused";
                window.press("save-connection");
                assertThat(window.words()).contains("did not allow it");
                poured.look(window);
                window.keychain.trouble = null;
                window.press("save-connection");
                window.type("client-id", "");
                poured.look(window);
            }
            var wrong = poured.mark();
            for (var kept : List.of(pair.clientSecret(), wrong))
                try (var window = atTenant(pair)) {
                    window.keychain.kept.put("development", Secret.of(kept));
                    window.press("use-connection");
                    assertThat(window.words().contains("Connected to " + pair.domain())).isEqualTo(!kept.equals(wrong));
                    assertThat(window.find("client-secret", PasswordField.class).getText()).isEqualTo(kept);
                    looksAtEveryPage(window);
                    show(window, "tenant");
                    window.press("forget-connection");
                    poured.look(window);
                    if (kept.equals(wrong)) {
                        window.press("forget-yes");
                        poured.look(window);
                    }
                }
            poured.secrets.addAll(pair.tenant().secrets());
        }
        poured.search("window tenant", "connections.json", "setup-1.json", "logs");
    }

    private void connectAndSave(OpenWindow window, PracticePair pair) throws Exception {
        window.type("client-id", pair.clientId());
        window.type("client-secret", pair.clientSecret());
        window.press("main-button");
        window.type("connection-name", "Development");
        OpenWindow.onScreen(() -> {
            ((CheckBox) window.scene.lookup("#remember-secret")).setSelected(true);
            return true;
        });
        window.press("save-connection");
        assertThat(window.find("connection-saved", Labeled.class).getText()).contains("is saved");
        poured.look(window);
    }

    @Test
    void theSecretOfAnApplicationIsShownInItsFieldAlone() throws Exception {
        var made = "";
        try (var pair = pair()) {
            try (var window = atTenant(pair)) {
                connectAndSave(window, pair);
                OpenWindow.onScreen(() -> {
                    window.session.setupProperty().set(window.session.setup().withRegistration(new Registration(true,
                            false, List.of(), List.of(new Registration.Application("claude", "Our bot",
                                    List.of("https://bot.example/callback"), true)))));
                    return true;
                });
                applyEverything(window);
                poured.look(window);
                looksAtEveryPage(window);
                assertThat(poured.shownOnce).containsKeys("review", "client", "finish").hasSize(3);
                made = requireNonNull(poured.shownOnce.get("review"));
                assertThat(pair.tenant().secrets()).contains(made);
                assertThat(poured.shownOnce.values()).containsOnly(made);
                poured.secrets.add(made);
                show(window, "care");
                window.press("care-leave");
                window.press("care-leave-yes");
                poured.look(window);
            }
            poured.shownOnce.clear();
            try (var window = open()) {
                looksAtEveryPage(window);
                assertThat(poured.shownOnce).as("in the next window it is gone").isEmpty();
            }
            poured.secrets.addAll(pair.tenant().secrets());
        }
        assertThat(poured.secrets).contains(made);
        poured.search("window client", "setup-1.json", ".jsonl", "logs");
    }
}

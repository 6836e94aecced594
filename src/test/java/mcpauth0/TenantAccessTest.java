package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import mcpauth0.access.NamedConnection;
import mcpauth0.access.NamedConnections;
import mcpauth0.auth0.ClientKey;
import mcpauth0.demo.PracticePair;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;
import mcpauth0.ui.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways into a tenant on the screen, and the tenants that are come back to. */
class TenantAccessTest {

    @TempDir
    Path state;
    @SuppressWarnings("NullAway.Init")
    private PracticePair pair;

    @BeforeEach
    void start() throws Exception {
        pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK));
    }

    @AfterEach
    void stop() {
        pair.close();
    }

    /** The page of a real tenant, which the practice pair plays. */
    private OpenWindow atTenant() throws Exception {
        var window = OpenWindow.open(state);
        OpenWindow.onScreen(() -> {
            window.session.reach().trustForServer(pair.caFile());
            window.session.reach().trustForTenant(pair.caFile());
            window.wizard.show("tenant");
            return true;
        });
        return window;
    }

    private OpenWindow connected() throws Exception {
        var window = atTenant();
        window.type("tenant-domain", pair.domain());
        window.type("client-id", pair.clientId());
        window.type("client-secret", pair.clientSecret());
        window.press("main-button");
        assertThat(window.words()).contains("Connected to " + pair.domain());
        return window;
    }

    private static void choose(OpenWindow window, String id) throws Exception {
        var button = window.find(id, RadioButton.class);
        OpenWindow.onScreen(() -> {
            button.setSelected(true);
            window.settle();
            return true;
        });
    }

    private static void tick(OpenWindow window, String id) throws Exception {
        var box = window.find(id, CheckBox.class);
        OpenWindow.onScreen(() -> {
            box.fire();
            window.settle();
            return true;
        });
    }

    @Test
    void aPrivateKeyOpensTheTenantAndAnotherFileSaysWhatItIs() throws Exception {
        var application = pair.signingApplication();
        var key = Files.writeString(state.resolve("key.pem"), application.key());
        try (var window = atTenant()) {
            window.type("tenant-domain", pair.domain());
            choose(window, "by-key");
            assertThat(window.words()).contains("feature of Enterprise plans");
            window.type("client-id", application.clientId());
            window.press("main-button");
            assertThat(window.words()).contains("The private key is missing.");
            window.files.next = pair.caFile();
            window.press("client-key");
            window.press("main-button");
            assertThat(window.words()).contains("This is a certificate.");
            window.files.next = key;
            window.press("client-key");
            assertThat(window.words()).doesNotContain("This is a certificate.").contains(key.toString());
            window.press("main-button");
            assertThat(window.words()).contains("Connected to " + pair.domain())
                    .doesNotContain("Remember the secret");
            window.press("save-connection");
            window.type("client-id", "");
        }
        try (var window = atTenant()) {
            window.press("use-connection");
            assertThat(window.words()).contains("Connected to " + pair.domain());
        }
        assertThat(Files.readString(state.resolve("connections.json"))).contains(key.toString())
                .doesNotContain("PRIVATE KEY");
    }

    @Test
    void aSavedConnectionIsComeBackToByItsNameAndForgotten() throws Exception {
        var keychain = new NamedConnections(state, new mcpauth0.access.InMemoryKeychain());
        try (var window = connected()) {
            assertThat(window.words()).doesNotContain("Saved connections");
            window.type("connection-name", " ");
            window.press("save-connection");
            assertThat(window.words()).contains("The connection has no name.");
            window.type("connection-name", "Development");
            tick(window, "remember-secret");
            window.press("save-connection");
            assertThat(window.words()).contains("“Development” is saved.", "Development\n" + pair.domain());
            assertThat(window.keychain.kept).containsOnlyKeys("development")
                    .containsValue(Secret.of(pair.clientSecret()));
            assertThat(Files.readString(state.resolve("connections.json"))).doesNotContain(pair.clientSecret());
        }
        assertThat(keychain.find("development")).isPresent();
        try (var window = atTenant()) {
            window.keychain.kept.put("development", Secret.of(pair.clientSecret()));
            window.press("use-connection");
            assertThat(window.words()).contains("Connected to " + pair.domain(), "Development\n" + pair.domain());
            window.press("forget-connection");
            assertThat(window.words()).contains("Forget “Development”?");
            assertThat(keychain.find("development")).isPresent();
            window.press("forget-yes");
            assertThat(keychain.find("development")).isEmpty();
            assertThat(window.keychain.kept).isEmpty();
            assertThat(window.words()).contains("Connected to");
            assertThat(window.find("target-domain", Labeled.class).getText()).isEqualTo(pair.domain());
        }
    }

    @Test
    void anotherConnectionIsReplacedOnTheSecondPressAlone() throws Exception {
        var file = new NamedConnections(state, new mcpauth0.access.InMemoryKeychain());
        file.save(connection("Production", "acme.eu.auth0.com"), null, null);
        try (var window = connected()) {
            window.type("connection-name", "production");
            window.press("save-connection");
            assertThat(window.words()).contains("Another connection is called “Production”: it leads to"
                    + " acme.eu.auth0.com with client ID and secret.", "Replace “Production” by this");
            window.type("connection-name", "Production ");
            assertThat(window.words()).as("agreed to for no other name").doesNotContain("Replace “Production”");
            window.press("save-connection");
            assertThat(file.find("production")).contains(connection("Production", "acme.eu.auth0.com"));
            window.press("save-connection");
            assertThat(window.words()).contains("“Production” is saved.").doesNotContain("Replace “Production”");
            assertThat(file.find("production").orElseThrow().tenant().value()).isEqualTo(pair.domain());
            window.press("save-connection");
            assertThat(window.words()).as("itself it replaces unasked").contains("“Production” is saved.");
        }
    }

    @Test
    void aSecretThatTheKeychainDoesNotLetGoIsSaidAndItsConnectionStays() throws Exception {
        try (var window = connected()) {
            window.type("connection-name", "Development");
            tick(window, "remember-secret");
            window.press("save-connection");
            window.keychain.trouble = "refused";
            tick(window, "remember-secret");
            window.press("save-connection");
            assertThat(window.words()).contains("“Development” stays as it was saved", "did not allow it",
                    "the entry “MCP Auth0 Setup” with the account “development”");
            window.press("forget-connection");
            window.press("forget-yes");
            assertThat(window.words()).contains("“Development” is not forgotten", "Then forget it again.");
            window.keychain.trouble = null;
            window.press("forget-connection");
            window.press("forget-yes");
            assertThat(window.keychain.kept).isEmpty();
            assertThat(window.words()).doesNotContain("Saved connections");
        }
    }

    /** The keychain may take its time, on its side or on the way to the screen. */
    @ParameterizedTest
    @CsvSource({"keychain, domain", "keychain, other", "keychain, escape", "keychain, elsewhere", "keychain, practice",
            "screen, domain", "screen, other", "screen, escape", "screen, elsewhere", "screen, practice"})
    void anAnswerOfTheKeychainThatNobodyWaitsForGoesNowhere(String slow, String meanwhile) throws Exception {
        var saved = new NamedConnections(state, new mcpauth0.access.InMemoryKeychain());
        saved.save(connection("Away", "acme.eu.auth0.com"), Secret.of("away-secret"), null);
        saved.save(connection("Here", pair.domain()), null, null);
        var held = new ArrayList<Runnable>();
        var holding = new AtomicBoolean();
        Executor slowly = task -> {
            if (holding.get())
                held.add(task);
            else
                task.run();
        };
        var work = slow.equals("screen") ? new Work(Runnable::run, slowly) : new Work(slowly, Runnable::run);
        try (var window = OpenWindow.open(state, work)) {
            window.keychain.kept.put("away", Secret.of("away-secret"));
            OpenWindow.onScreen(() -> {
                window.wizard.show("tenant");
                return true;
            });
            holding.set(true);
            window.press("use-connection");
            assertThat(window.words()).contains("Asking this computer’s keychain for the secret of “Away”");
            holding.set(false);
            switch (meanwhile) {
                case "domain" -> window.type("tenant-domain", pair.domain());
                case "other" -> {
                    @SuppressWarnings("unchecked")
                    ComboBox<NamedConnection> list = window.find("saved-connections", ComboBox.class);
                    OpenWindow.onScreen(() -> {
                        list.setValue(list.getItems().getLast());
                        return true;
                    });
                    window.press("use-connection");
                }
                case "escape" -> OpenWindow.onScreen(() -> {
                    window.wizard.root().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false,
                            false, false, false));
                    return true;
                });
                case "elsewhere", "practice" -> OpenWindow.onScreen(() -> {
                    window.wizard.home();
                    return true;
                });
                default -> throw new IllegalArgumentException(meanwhile);
            }
            if (meanwhile.equals("practice"))
                window.press("start-practice");
            assertThat(window.words()).doesNotContain("Asking this computer’s keychain");
            OpenWindow.onScreen(() -> {
                held.forEach(Runnable::run);
                window.wizard.show("tenant");
                return true;
            });
            var secret = window.find("client-secret", TextInputControl.class).getText();
            assertThat(secret).isEqualTo(meanwhile.equals("practice") ? window.pair().clientSecret() : "");
            assertThat(window.words()).doesNotContain("does not accept", "could not be reached");
            assertThat(window.find("main-button", Button.class).getText()).isEqualTo("_Connect to the tenant");
        }
    }

    private static NamedConnection connection(String name, String tenant) {
        return new NamedConnection(name, ((Parsed.Good<TenantDomain>) TenantDomain.parse(tenant)).value(), null,
                NamedConnection.Kind.SECRET, "the-client", null, ClientKey.ALGORITHMS.getFirst(), false);
    }

    @Test
    void withoutAKeychainThePageSaysSoAndEverythingElseIsSaved() throws Exception {
        try (var window = connected()) {
            window.keychain.trouble = "refused";
            tick(window, "remember-secret");
            window.press("save-connection");
            assertThat(window.words()).contains("is saved. The keychain of this computer did not allow it.");
        }
        try (var window = atTenant()) {
            window.keychain.trouble = "none";
            window.press("use-connection");
            assertThat(window.words()).contains("is filled in", "Enter the client secret and connect.");
            window.type("client-secret", pair.clientSecret());
            window.press("main-button");
            assertThat(window.words()).contains("Connected to", "This computer has no keychain");
            assertThat(window.find("remember-secret", CheckBox.class).isDisabled()).isTrue();
        }
    }

    @Test
    void savedConnectionsThatCannotBeReadAreSaidAndKept() throws Exception {
        Files.writeString(state.resolve("connections.json"), "{");
        try (var window = connected()) {
            assertThat(window.words()).contains("The saved connections cannot be read.");
            window.press("save-connection");
            assertThat(window.words()).contains("The connection could not be saved.");
        }
        assertThat(state.resolve("connections.json")).hasContent("{");
    }

    @Test
    void theIssuerFollowsTheDomainThatPeopleSignInOn() throws Exception {
        pair.close();
        pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK).withCustomDomain());
        var named = new StringBuilder();
        pair.tenant().change(state -> named.append(state.customDomains().getFirst().path("domain").asText()));
        var custom = named.toString();
        try (var window = connected()) {
            assertThat(window.words()).contains("https://" + pair.domain() + "/", "calls itself exactly this",
                    "Use " + custom);
            tick(window, "custom-domain");
            window.press("main-button");
            assertThat(window.words()).contains("The custom domain is missing.");
            window.type("login-domain", "acme.eu.auth0.com");
            window.press("main-button");
            assertThat(window.words()).contains("“acme.eu.auth0.com” is no custom domain.");
            window.type("login-domain", "localhost:1");
            window.press("main-button");
            assertThat(window.page()).isEqualTo("tenant");
            assertThat(window.words()).contains("https://localhost:1/", "could not be compared");
            window.type("login-domain", custom.replace("localhost", "127.0.0.1"));
            window.press("main-button");
            assertThat(window.page()).isEqualTo("tenant");
            assertThat(window.words()).contains("The domain calls itself otherwise");
            window.type("login-domain", "https://" + custom);
            window.press("main-button");
            assertThat(window.page()).isEqualTo("api");
            assertThat(window.session.setup().issuer()).isEqualTo("https://" + custom + "/");
            assertThat(window.session.setup().tenant()).hasToString(pair.domain());
        }
    }

    @Test
    void aDomainInAnotherFormTakesNothingOfTheOther() throws Exception {
        try (var window = atTenant()) {
            window.type("tenant-domain", "https://" + pair.domain() + "/");
            tick(window, "custom-domain");
            window.type("login-domain", "localhost:1");
            window.type("client-id", pair.clientId());
            window.type("client-secret", pair.clientSecret());
            window.press("main-button");
            assertThat(window.words()).contains("Connected to", "https://localhost:1/");
            assertThat(window.session.setup().issuer()).isEqualTo("https://localhost:1/");
            OpenWindow.onScreen(() -> {
                window.session.setupProperty().set(window.session.setup().withLoginDomain(null));
                return true;
            });
            assertThat(window.find("custom-domain", CheckBox.class).isSelected()).isFalse();
        }
    }

    @Test
    void whatIsChosenLaterCountsWhenThePageIsComeBackTo() throws Exception {
        try (var window = connected()) {
            assertThat(window.words())
                    .doesNotContain("Used by: Understand “resource” in requests · Make it the default");
            OpenWindow.onScreen(() -> {
                window.session.setupProperty().set(window.session.setup().withDefaultAudience(true));
                window.wizard.show("api");
                window.wizard.show("tenant");
                return true;
            });
            assertThat(window.words()).contains("Used by: Understand “resource” in requests · Make it the default");
        }
    }

    @Test
    void aTokenOfAnotherTenantIsRefusedByName() throws Exception {
        try (var other = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK));
                var window = atTenant()) {
            window.type("tenant-domain", pair.domain());
            choose(window, "by-token");
            window.type("management-token", other.managementToken());
            window.press("main-button");
            assertThat(window.words()).contains("This token belongs to another tenant.",
                    "It was issued by " + other.domain() + ", not by " + pair.domain());
        }
    }

    @Test
    void theOpenTenantHasItsNameOnEveryPage() throws Exception {
        try (var window = connected()) {
            for (var page : window.wizard.all()) {
                OpenWindow.onScreen(() -> {
                    window.wizard.show(page.id());
                    return true;
                });
                assertThat(window.words()).as(page.id()).contains(pair.domain());
            }
            OpenWindow.onScreen(() -> {
                window.wizard.show("about");
                return true;
            });
            window.find("open-tenant", Labeled.class);
            OpenWindow.onScreen(() -> {
                window.session.tenantProperty().set(null);
                return true;
            });
            assertThat(window.words()).doesNotContain("Open tenant");
        }
    }

    @Test
    void thePermissionsAreCopiedAsAListToTick() throws Exception {
        try (var window = atTenant()) {
            window.type("tenant-domain", pair.domain());
            choose(window, "by-token");
            window.type("management-token", pair.tenant().managementToken(
                    Set.of("read:tenant_settings", "update:tenant_settings", "read:clients"),
                    java.time.Duration.ofHours(1)));
            window.press("main-button");
            assertThat(window.words()).contains("Used by: Create the API", "can give itself any other permission");
            window.press("copy-missing");
            assertThat(clipboard()).contains("create:client_grants\n").doesNotContain("tenant_settings")
                    .doesNotContain("delete:");
            window.press("copy-all");
            assertThat(clipboard()).contains("update:tenant_settings\n", "delete:resource_servers");
            assertThat(window.find("main-button", Button.class).getText()).isEqualTo("_Connect again");
        }
    }

    private static String clipboard() throws Exception {
        return OpenWindow.onScreen(() -> Clipboard.getSystemClipboard().getString());
    }
}

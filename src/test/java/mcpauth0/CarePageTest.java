package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mcpauth0.demo.Past;
import mcpauth0.http.Json;
import mcpauth0.oauth.AuthMethod;
import mcpauth0.oauth.RegisteredClient;
import mcpauth0.setup.Registration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that looks after a tenant, pressed as a person would press it, with what it does to the practice tenant. */
class CarePageTest {

    @TempDir
    Path state;

    @SuppressWarnings("NullAway.Init")
    private OpenWindow window;

    @BeforeEach
    void open() throws Exception {
        window = OpenWindow.open(state);
        window.press("start-practice");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void onPage(String id) throws Exception {
        OpenWindow.onScreen(() -> {
            window.wizard.show(id);
            return true;
        });
    }

    private void connect() throws Exception {
        onPage("tenant");
        window.press("main-button");
    }

    private void apply() throws Exception {
        OpenWindow.onScreen(() -> {
            window.session.setupProperty().set(
                    window.session.setup().withConnections(List.of("Username-Password-Authentication")));
            return true;
        });
        onPage("review");
        window.press("main-button");
    }

    private List<String> clients() {
        return window.pair().tenant().state().path("clients").findValuesAsText("client_id");
    }

    @Test
    void withoutAccessItLeadsToTheDoor() throws Exception {
        onPage("care");
        assertThat(window.words()).contains("Connect to the tenant first");
        window.press("main-button");
        assertThat(window.page()).isEqualTo("tenant");
    }

    @Test
    void itNamesWhoChangedWhatAndLeadsToTheReview() throws Exception {
        connect();
        apply();
        onPage("care");
        assertThat(window.words()).contains("Everything is as this program wrote it");
        window.pair().tenant().dashboard("Lin Chen", "PATCH", "tenants/settings",
                "{\"resource_parameter_profile\":\"audience\"}");
        onPage("care");
        assertThat(window.words()).contains("resource_parameter_profile: compatibility → audience")
                .containsIgnoringCase("lin").contains("in the Auth0 dashboard");
        window.press("care-review");
        assertThat(window.page()).isEqualTo("review");
    }

    @Test
    void whatThisProgramMadeIsNoApplicationOfOthers() throws Exception {
        connect();
        OpenWindow.onScreen(() -> {
            window.session.setupProperty().set(window.session.setup().withRegistration(new Registration(true, false,
                    List.of("https://claude.ai/oauth/mcp-oauth-client-metadata"),
                    List.of(new Registration.Application("cursor", "Cursor", List.of("http://localhost:8787/callback"),
                            false)))));
            return true;
        });
        apply();
        assertThat(window.title()).isEqualTo("7 changes are done");
        onPage("care");
        assertThat(window.words()).contains("No third-party application of others", "The application “Cursor”");
        assertThat(window.there("care-retire")).isFalse();
    }

    @Test
    void unusedApplicationsAreDeletedOnTheSecondPressAndMadeAgain() throws Exception {
        connect();
        var live = new ArrayList<String>();
        window.pair().tenant().past(past -> live.addAll(past.forgotten()));
        var before = clients().size();
        onPage("care");
        window.press("care-retire");
        assertThat(clients()).hasSize(before);
        assertThat(window.words()).contains("but with new ids", "Yes, delete 46 applications");
        window.press("care-retire");
        assertThat(clients()).hasSize(before - 46).containsAll(live);
        assertThat(window.title()).isEqualTo("46 applications were deleted");
        window.press("main-button");
        window.press("care-restore");
        assertThat(clients()).hasSize(before);
        assertThat(window.title()).isEqualTo("46 applications were made again");
    }

    @Test
    void whatIsNotChosenStays() throws Exception {
        connect();
        window.pair().tenant().past(Past::forgotten);
        var before = clients().size();
        onPage("care");
        window.press("retire-Claude-Code-practice-");
        window.press("care-retire");
        window.press("care-retire");
        assertThat(clients()).hasSizeGreaterThan(before - 46);
        assertThat(window.words()).doesNotContain("Claude Code (practice)");
    }

    /** People may sign in at a domain of the operator's own, which is an issuer of its own. */
    @Test
    void testClientsOfEveryIssuerOfTheTenantAreListedAndDeleted() throws Exception {
        connect();
        var canonical = "https://" + window.pair().domain() + "/";
        var made = new ArrayList<String>();
        for (var issuer : List.of(canonical, "https://login.acme.dev/")) {
            window.pair().tenant().past(past -> made.add(past.registered("MCP Auth0 Setup",
                    "http://127.0.0.1:28457/callback", Instant.now())));
            window.session.clients().remember(new RegisteredClient(issuer, made.getLast(), null, AuthMethod.NONE,
                    List.of("http://127.0.0.1:28457/callback"), Json.object()));
        }
        window.session.clients().remember(new RegisteredClient("https://other.eu.auth0.com/", "tpc_other", null,
                AuthMethod.NONE, List.of("http://127.0.0.1:28457/callback"), Json.object()));
        onPage("care");
        assertThat(window.words()).contains(made.get(0), made.get(1)).doesNotContain("tpc_other");
        window.press("care-leave");
        assertThat(window.words()).contains("2 test clients and decoys");
        window.press("care-leave");
        assertThat(window.title()).startsWith("Nothing of this program is left");
        assertThat(clients()).doesNotContainAnyElementsOf(made);
        assertThat(window.session.clients().all()).extracting(RegisteredClient::clientId).containsExactly("tpc_other");
    }

    @Test
    void noTraceIsLeftAndTheDoorIsClosed() throws Exception {
        var first = window.pair().tenant().state();
        connect();
        apply();
        assertThat(window.pair().tenant().state()).isNotEqualTo(first);
        onPage("care");
        window.press("care-leave");
        assertThat(window.pair().tenant().state()).isNotEqualTo(first);
        window.press("care-leave");
        assertThat(window.title()).startsWith("Nothing of this program is left");
        assertThat(window.pair().tenant().state()).isEqualTo(first);

        window.press("main-button");
        window.press("care-close");
        assertThat(window.words()).contains("nothing can be changed or taken back from here any more");
        window.press("care-close");
        assertThat(window.title()).contains("is closed");
        assertThat(window.session.tenant()).isNull();
        assertThat(window.pair().tenant().state().path("grants").findValuesAsText("audience"))
                .noneMatch(audience -> audience.endsWith("/api/v2/"));
    }
}

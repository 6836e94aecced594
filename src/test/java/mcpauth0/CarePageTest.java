package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import mcpauth0.demo.Past;
import mcpauth0.http.Json;
import mcpauth0.oauth.AuthMethod;
import mcpauth0.oauth.RegisteredClient;
import mcpauth0.setup.Registration;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.CareModel;
import mcpauth0.ui.page.CarePage;
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
    void unusedApplicationsAreDeletedAfterAYesAndMadeAgainAfterAnother() throws Exception {
        connect();
        var live = new ArrayList<String>();
        window.pair().tenant().past(past -> live.addAll(past.forgotten()));
        var before = clients().size();
        onPage("care");
        window.press("retire-Claude-Code-practice-");
        for (var time = 1; time <= 2; time++) {
            var now = clients().size();
            window.press("care-retire");
            assertThat(clients()).hasSize(now);
            assertThat(window.words()).contains("but with new ids", "Yes, delete ").doesNotContain("agreed to is lost");
            window.press("care-retire-yes");
            assertThat(window.title()).endsWith("applications were deleted");
            assertThat(clients()).hasSizeLessThan(now).containsAll(live);
            var left = clients().size();
            window.press("main-button");
            window.press("care-restore");
            assertThat(clients()).hasSize(left);
            assertThat(window.words()).contains("Make %d applications again in ".formatted(before - left));
            window.press("care-restore-no");
            assertThat(window.there("care-restore-yes")).isFalse();
            window.press("care-restore");
            window.press("care-restore-yes");
            assertThat(clients()).hasSize(before);
            assertThat(window.title()).isEqualTo("%d applications were made again".formatted(before - left));
            window.press("main-button");
        }
    }

    @Test
    void aDoubleClickAsksAndDoesNothingElse() throws Exception {
        connect();
        window.pair().tenant().past(Past::forgotten);
        var before = clients().size();
        onPage("care");
        window.robot("care-retire").doubleClickOn("#care-retire");
        assertThat(window.words()).contains("Delete 46 applications in ");
        assertThat(window.focused()).isEqualTo("care-retire-no");
        var yes = window.find("care-retire-yes", Button.class);
        OpenWindow.onScreen(() -> {
            for (var clicks : List.of(2, 3))
                for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED))
                    yes.fireEvent(new MouseEvent(type, 5, 5, 5, 5, MouseButton.PRIMARY, clicks, false, false, false,
                            false, true, false, false, true, false, true, null));
            return true;
        });
        assertThat(clients()).hasSize(before);
        window.robot("care-retire-no").type(KeyCode.ESCAPE);
        assertThat(window.there("care-retire-yes")).isFalse();
        assertThat(window.focused()).isEqualTo("care-retire");
        window.robot("care-retire").clickOn("#care-retire").interrupt().clickOn("#care-retire-yes");
        assertThat(clients()).hasSize(before - 46);
    }

    @Test
    void errorsAreSaidInTheSentencesOfTheManagementApi() throws Exception {
        connect();
        window.pair().tenant().past(Past::forgotten);
        onPage("care");
        window.press("care-retire");
        window.pair().tenant().failNext(seen -> seen.method().equals("DELETE"), 400,
                "{\"statusCode\":400,\"error\":\"Bad Request\",\"message\":\"Global client cannot be deleted.\"}");
        window.press("care-retire-yes");
        assertThat(window.title()).startsWith("It stopped");
        assertThat(window.words()).contains(Texts.english().get("management.global-client.problem"));
        window.pair().tenant().failNext(seen -> seen.path().startsWith("/api/v2/clients"), 403,
                "{\"statusCode\":403,\"message\":\"Insufficient scope, expected any of: read:clients\"}");
        window.press("main-button");
        assertThat(window.title()).isEqualTo("This could not be done");
        assertThat(window.words()).contains(Texts.english().get("management.missing-permission.problem"));
    }

    @Test
    void whatWouldSetItRightIsPlannedAnew() throws Exception {
        connect();
        apply();
        assertThat(window.title()).endsWith("changes are done");
        window.pair().tenant().dashboard("Lin Chen", "PATCH", "tenants/settings",
                "{\"resource_parameter_profile\":\"audience\"}");
        onPage("care");
        window.press("care-review");
        assertThat(window.title()).isEqualTo("Review one change");
        window.press("main-button");
        assertThat(window.title()).isEqualTo("One change is done");
        onPage("configuration");
        onPage("review");
        assertThat(window.title()).isEqualTo("One change is done");
        onPage("care");
        assertThat(window.words()).contains("Everything is as this program wrote it");
        window.press("care-leave");
        window.press("care-leave-yes");
        assertThat(window.title()).startsWith("Nothing of this program is left");
        onPage("review");
        assertThat(window.title()).startsWith("Review ");
    }

    @Test
    void stopKeepsTheKeyboardWhileItGoesOnAndGivesItToTheMainButton() throws Exception {
        connect();
        window.pair().tenant().past(Past::forgotten);
        onPage("care");
        window.press("care-retire");
        var stops = new HashSet<Node>();
        var page = OpenWindow.onScreen(() -> (CarePage) window.wizard.page().itself());
        OpenWindow.onScreen(() -> page.model().stageProperty().subscribe(stage -> {
            if (stage instanceof CareModel.Stage.Working(var deed, var pace)) {
                var stop = (Button) window.scene.lookup("#cancel-wait");
                stops.add(stop);
                if (pace.done().size() == 1)
                    stop.requestFocus();
                if (pace.done().size() == 3) {
                    assertThat(stop.isFocused()).as(deed).isTrue();
                    stop.fire();
                }
            }
        }));
        window.press("care-retire-yes");
        assertThat(stops).hasSize(1);
        assertThat(window.title()).isEqualTo("It stopped; 3 applications were deleted");
        window.restful();
        assertThat(window.focused()).isEqualTo("main-button");
    }

    @Test
    void stoppingToReadGivesTheKeyboardToTheMainButton() throws Exception {
        connect();
        var later = new ArrayList<Runnable>();
        window.background = later::add;
        onPage("care");
        OpenWindow.onScreen(() -> {
            window.scene.lookup("#cancel-wait").requestFocus();
            return true;
        });
        window.press("cancel-wait");
        window.restful();
        assertThat(window.title()).isEqualTo("This could not be done");
        assertThat(window.focused()).isEqualTo("main-button");
        OpenWindow.onScreen(() -> {
            later.forEach(Runnable::run);
            return true;
        });
        assertThat(window.title()).isEqualTo("This could not be done");
    }

    @Test
    void whatIsNotChosenStays() throws Exception {
        connect();
        window.pair().tenant().past(Past::forgotten);
        var before = clients().size();
        onPage("care");
        window.press("care-retire");
        window.press("retire-Claude-Code-practice-");
        assertThat(window.there("care-retire-yes")).as("the question was about others too").isFalse();
        window.press("care-retire");
        window.press("care-retire-yes");
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
        window.press("care-leave-yes");
        assertThat(window.title()).startsWith("Nothing of this program is left");
        assertThat(clients()).doesNotContainAnyElementsOf(made);
        assertThat(window.session.clients().all()).extracting(RegisteredClient::clientId).containsExactly("tpc_other");
    }

    /** What was taken back is taken back, also where something else could not be deleted. */
    @Test
    void aSetUpThatWasTakenBackIsNotSaidToStandWhereATestClientStays() throws Exception {
        connect();
        apply();
        assertThat(window.session.historyProperty().get().settled()).isNotNull();
        window.pair().tenant().past(past -> {
            var id = past.registered("MCP Auth0 Setup", "http://127.0.0.1:28457/callback", Instant.now());
            window.session.clients().remember(new RegisteredClient("https://" + window.pair().domain() + "/", id, null,
                    AuthMethod.NONE, List.of("http://127.0.0.1:28457/callback"), Json.object()));
        });
        onPage("care");
        window.press("care-leave");
        window.pair().tenant().failNext(
                seen -> seen.method().equals("DELETE") && seen.path().startsWith("/api/v2/clients/"), 400,
                "{\"statusCode\":400,\"error\":\"Bad Request\",\"message\":\"Global client cannot be deleted.\"}");
        window.press("care-leave-yes");
        assertThat(window.session.historyProperty().get().settled()).isNull();
        assertThat(window.session.historyProperty().get().inPlace()).isZero();
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
        window.press("care-leave-yes");
        assertThat(window.title()).startsWith("Nothing of this program is left");
        assertThat(window.pair().tenant().state()).isEqualTo(first);

        window.press("main-button");
        window.press("care-close");
        assertThat(window.words()).contains("nothing can be changed or taken back from here any more");
        window.press("care-close-yes");
        assertThat(window.title()).contains("is closed");
        assertThat(window.session.tenant()).isNull();
        assertThat(window.pair().tenant().state().path("grants").findValuesAsText("audience"))
                .noneMatch(audience -> audience.endsWith("/api/v2/"));
    }
}

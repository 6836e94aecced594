package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextInputControl;
import mcpauth0.demo.Seen;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TokenSettings;
import mcpauth0.ui.Page;
import mcpauth0.ui.model.Pace;
import mcpauth0.ui.model.ReviewModel.Stage;
import mcpauth0.ui.page.ReviewPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of the pages, the way out, and what may happen while changes are applied. */
class WayThroughTest {

    private static final List<String> STEPS = List.of("server", "tenant", "api", "sign-in-connections", "roles",
            "registration", "review", "configuration", "check", "client");

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

    @Test
    void theSetUpIsOneTaskAndEverythingElseStandsBesideIt() throws Exception {
        try (var window = OpenWindow.open(state)) {
            assertThat(window.wizard.steps()).extracting(Page::id).isEqualTo(STEPS);
            for (var beside : List.of("start-check", "go-care", "go-report", "go-settings", "go-about")) {
                window.press(beside);
                assertThat(STEPS).doesNotContain(window.page());
                assertThat(window.there("step-server")).as("a rail on " + window.page()).isFalse();
                window.press("leave-button");
                assertThat(window.page()).isEqualTo("home");
            }
        }
    }

    @Test
    void nothingStandsBeforeTheFirstQuestion() throws Exception {
        try (var window = OpenWindow.open(state)) {
            assertThat(window.there("main-button")).as("a page with only Next").isFalse();
            assertThat(window.words())
                    .contains("You need the address of your MCP server and access to an Auth0 tenant.");
            window.press("start-setup");
            assertThat(window.focused()).isEqualTo("server-address");
        }
    }

    @Test
    void theStepsAreAlwaysInSightAsManyAndSayHowTheyStand() throws Exception {
        try (var window = OpenWindow.open(state)) {
            window.press("start-practice");
            for (var at = 0; at < 4; at++) {
                assertThat(states(window)).hasSize(STEPS.size());
                assertThat(states(window).subList(0, at)).allSatisfy(each -> assertThat(each).endsWith("done"));
                assertThat(states(window).get(at)).startsWith("Step %d of 10".formatted(at + 1))
                        .endsWith("you are here");
                assertThat(states(window).subList(at + 2, 10)).allSatisfy(each -> assertThat(each).endsWith("to do"));
                window.press("main-button");
                if (window.page().equals("tenant"))
                    window.press("main-button");
            }
            window.press("step-api");
            assertThat(window.page()).isEqualTo("api");
        }
    }

    private static List<String> states(OpenWindow window) throws Exception {
        return OpenWindow.onScreen(() -> {
            window.settle();
            return STEPS.stream().map(id -> window.scene.lookup("#step-" + id).getAccessibleText()).toList();
        });
    }

    /** The short way of a blank tenant is the one other place where the way forks. */
    @Test
    void oneAnswerAloneChangesWhichPagesThereAre() throws Exception {
        try (var window = OpenWindow.open(state)) {
            var plain = Setup.empty();
            var roles = plain.withApi(plain.api().withTokens(TokenSettings.PLAIN.withRoles(true)));
            var passed = new HashSet<String>();
            for (var setup : List.of(plain, roles, plain.withDefaultAudience(true), roles.withDefaultAudience(true),
                    plain.withRegistration(plain.registration().withDynamic(false)),
                    plain.withConnections(List.of("google-oauth2"))))
                window.wizard.steps().stream().filter(page -> !page.wanted(setup)).map(Page::id).forEach(passed::add);
            assertThat(passed).containsExactly("roles");
            assertThat(window.wizard.steps()).allMatch(page -> page.wanted(roles));
        }
    }

    /** What is on the page in front counts too, and the secrets are not written. */
    @Test
    void whereverTheWindowIsClosedASetUpIsGoneOnWithOnTheSamePage() throws Exception {
        try (var window = OpenWindow.open(state)) {
            window.press("start-setup");
            window.type("server-address", " https://mcp.acme.dev/mcp ");
            shut(window);
        }
        reopens("server", "server-address", "https://mcp.acme.dev/mcp", "tenant", "tenant-domain",
                "acme-dev.eu.auth0.com");
        reopens("tenant", "tenant-domain", "acme-dev.eu.auth0.com", "api", "api-name", "Tools of the trade");
        reopens("api", "api-name", "Tools of the trade", "client", null, "");
        try (var window = OpenWindow.open(state)) {
            window.press("continue-setup-1");
            for (var id : STEPS) {
                OpenWindow.onScreen(() -> {
                    window.wizard.show(id);
                    return true;
                });
                shut(window);
                assertThat(Files.readString(state.resolve("setups/setup-1.json")))
                        .contains("\"page\" : \"" + id + "\"");
            }
        }
        reopens("client", null, "", "roles", null, "");
        assertThat(Files.readString(state.resolve("setups/setup-1.json"))).doesNotContain("marked-secret");
    }

    /** It is on that page with that answer; then it is closed on the next. */
    private void reopens(String page, @Nullable String field, String answer, String next, @Nullable String nextField,
            String typed) throws Exception {
        try (var window = OpenWindow.open(state)) {
            window.press("continue-setup-1");
            assertThat(window.page()).isEqualTo(page);
            if (field != null)
                assertThat(window.find(field, TextInputControl.class).getText()).isEqualTo(answer);
            OpenWindow.onScreen(() -> {
                window.session.setupProperty().set(window.session.setup()
                        .withApi(window.session.setup().api().withTokens(TokenSettings.PLAIN.withRoles(true))));
                window.wizard.show(next);
                return true;
            });
            if (nextField != null)
                window.type(nextField, typed);
            if (next.equals("tenant"))
                window.type("client-secret", "marked-secret");
            shut(window);
        }
    }

    private static void shut(OpenWindow window) throws Exception {
        var shut = OpenWindow.onScreen(() -> {
            var closed = new boolean[1];
            window.wizard.close(() -> closed[0] = true);
            return closed[0];
        });
        assertThat(shut).isTrue();
    }

    @Test
    void theReviewAloneWritesAndOnlyThenThereIsSomethingToClose() throws Exception {
        try (var window = atReview()) {
            onlyTheReviewWrites(window);
            assertThat(leave(window)).isEqualTo("_Finish later");
            window.press("leave-button");
            assertThat(window.page()).as("nothing was written, so nothing is asked").isEqualTo("home");
            assertThat(window.find("start-practice", Button.class).getText()).isEqualTo("Go on practising");
            window.press("start-practice");
            assertThat(window.page()).isEqualTo("review");
            window.press("main-button");
            assertThat(leave(window)).isEqualTo("C_lose set-up");
            window.press("undo-button");
            window.press("take-back-all");
            window.press("main-button");
            assertThat(leave(window)).isEqualTo("_Finish later");
        }
    }

    private static String leave(OpenWindow window) throws Exception {
        var button = window.find("leave-button", Button.class);
        assertThat(button.isDisabled()).isFalse();
        return button.getText();
    }

    /** What is asked while it is being written stops nothing; a yes finishes what was begun, and then leaves. */
    @Test
    void leavingWhileItWritesIsAskedAndSaysWhatStays() throws Exception {
        try (var window = atReview()) {
            var asked = new ArrayList<String>();
            var answered = new CountDownLatch(1);
            // The tenant takes its time over the third change, until the question was answered.
            window.pair().tenant().failNext(seen -> seen.method().equals("PATCH")
                    && seen.path().endsWith("/tenants/settings") && waited(answered), 500);
            whileWorking(window, pace -> {
                if (pace.done().size() == 1 && asked.isEmpty()) {
                    for (var way : List.of("step-api", "back-button", "end-practice", "leave-button")) {
                        press(window, way);
                        asked.add(window.wizard.page().id() + " " + shown(window, Labeled.class)
                                .map(Labeled::getText).filter(text -> text.startsWith("The change that is")).toList());
                        if (!way.equals("leave-button"))
                            press(window, "leaving-no");
                    }
                    assertThat(window.scene.getFocusOwner().getId()).isEqualTo("leaving-no");
                    press(window, "leaving-yes");
                    assertThat(window.wizard.page().id()).isEqualTo("review");
                    answered.countDown();
                }
            });
            window.press("main-button");
            until(window, () -> window.wizard.page().id().equals("home"));
            assertThat(asked).hasSize(4).containsOnly("review [The change that is being written is finished first."
                    + " What was written stays; the rest is not done.]");
            assertThat(window.page()).isEqualTo("home");
            window.press("start-practice");
            assertThat(window.title()).isEqualTo("You stopped it");
            window.background = Runnable::run;
            window.press("main-button");
            assertThat(window.title()).isEqualTo("5 changes are done");
        }
    }

    @Test
    void oneBarGoesForwardToItsEndAndNothingIsAskedBesideIt() throws Exception {
        try (var window = atReview()) {
            var bars = new HashSet<Node>();
            var progress = new ArrayList<Double>();
            var named = new ArrayList<String>();
            whileWorking(window, pace -> {
                bars.add(window.scene.lookup("#pace-bar"));
                progress.add(shown(window, ProgressBar.class).findFirst().orElseThrow().getProgress());
                if (!pace.current().isEmpty())
                    named.add(shown(window, Labeled.class).map(Labeled::getText)
                            .filter(text -> text.contains(" of 5: ")).findFirst().orElse("nothing"));
                assertThat(shown(window, TextInputControl.class)).as("nothing is asked").isEmpty();
                assertThat(window.scene.lookup("#main-button").isVisible()).isFalse();
            });
            window.press("main-button");
            until(window, () -> !((ReviewPage) window.wizard.page().itself()).model().working());
            window.background = Runnable::run;
            assertThat(bars).hasSize(1);
            assertThat(progress).hasSizeGreaterThan(9).isSorted().allMatch(share -> share > 0 && share < 1);
            assertThat(named).hasSize(5).noneMatch(text -> text.equals("nothing"));
            assertThat(window.title()).as("it moves on by itself").isEqualTo("5 changes are done");
            assertThat(window.there("pace-bar")).isFalse();
            assertThat(window.words()).contains("Now your server has to learn about the tenant");
            window.press("main-button");
            assertThat(window.page()).as("the task that is next").isEqualTo("configuration");
        }
    }

    /** And its button names the act. */
    private static void onlyTheReviewWrites(OpenWindow window) throws Exception {
        for (var page : window.wizard.steps())
            OpenWindow.onScreen(() -> {
                window.wizard.show(page.id());
                return true;
            });
        OpenWindow.onScreen(() -> {
            window.wizard.show("review");
            return true;
        });
        assertThat(writes(window)).isEmpty();
        assertThat(window.find("main-button", Button.class).getText())
                .isEqualTo("_Apply 5 changes to " + window.pair().domain());
        for (var page : window.wizard.steps())
            assertThat(page.forward().getValue() != null && page.forward().getValue().writes()).as(page.id())
                    .isEqualTo(page.id().equals("review"));
    }

    private static List<Seen> writes(OpenWindow window) {
        return window.pair().tenant().requests().stream()
                .filter(seen -> seen.path().startsWith("/api/v2/") && !seen.read()).toList();
    }

    /** Looks at the page whenever something was done, which happens beside the screen, as always in the program. */
    private static void whileWorking(OpenWindow window, Consumer<Pace> looks) throws Exception {
        window.background = Thread::startVirtualThread;
        OpenWindow.onScreen(
                () -> ((ReviewPage) window.wizard.page().itself()).model().stageProperty().subscribe(stage -> {
                    if (stage instanceof Stage.Working(var plan, var pace) && plan != null) {
                        window.settle();
                        looks.accept(pace);
                    }
                }));
    }

    /** Always false, in the end. */
    private static boolean waited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static void until(OpenWindow window, Callable<Boolean> so) throws Exception {
        for (var frames = 0; !OpenWindow.onScreen(so); frames++) {
            assertThat(frames).as(window.words()).isLessThan(1200);
            window.restful();
        }
    }

    private static void press(OpenWindow window, String id) {
        ((ButtonBase) Objects.requireNonNull(window.scene.lookup("#" + id), id)).fire();
        window.settle();
    }

    /** Those of the page in front that can be seen. */
    private static <T extends Node> Stream<T> shown(OpenWindow window, Class<T> type) {
        return all(window.scene.getRoot()).filter(type::isInstance).map(type::cast);
    }

    private static Stream<Node> all(Node node) {
        if (!node.isVisible())
            return Stream.empty();
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(WayThroughTest::all))
                : Stream.of(node);
    }
}

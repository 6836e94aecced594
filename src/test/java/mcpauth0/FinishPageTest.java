package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a set-up ends: what is said there is so, and each of its buttons leads to what it names and back. */
class FinishPageTest {

    @TempDir
    Path state;

    private OpenWindow at(String page) throws Exception {
        var window = OpenWindow.open(state);
        window.press("start-practice");
        while (!window.page().equals(page))
            window.press("main-button");
        return window;
    }

    private static void show(OpenWindow window, String page) throws Exception {
        OpenWindow.onScreen(() -> {
            window.wizard.show(page);
            return true;
        });
    }

    @Test
    void everyButtonLeadsToWhatItNamesAndBack() throws Exception {
        try (var window = at("review")) {
            window.press("main-button");
            show(window, "check");
            window.press("main-button");
            show(window, "client");
            window.press("main-button");
            assertThat(window.page()).isEqualTo("finish");
            assertThat(window.title()).isEqualTo("Your server and your tenant work together");
            assertThat(window.words()).contains("5 changes of this program are in " + window.pair().domain(),
                    "Clients that register themselves may ask for mcp:use", window.pair().mcpUrl(),
                    "Username-Password-Authentication", "To test the sign-in, the check registered an application");
            for (var each : List.of("check", "client", "configuration"))
                leadsTo(window, "finish-go-" + each, each);
            leadsTo(window, "change-answer-api", "api");
            for (var each : List.of("watch", "key")) {
                window.press("finish-go-" + each);
                assertThat(window.page()).isEqualTo("care");
                window.press("main-button");
                assertThat(window.page()).isEqualTo("finish");
            }
            window.press("finish-go-dashboard");
            assertThat(window.opened).last().asString().startsWith("https://manage.auth0.com/");
            var file = state.resolve("report.txt");
            window.files.next = file;
            window.press("finish-go-report");
            assertThat(window.words()).contains("The report is saved", "It is in " + file, "masked");
            assertThat(Files.readString(file)).contains(window.pair().mcpUrl()).doesNotContain("eyJ");
            assertThat(window.words()).doesNotContain("takes a report saved as JSON");
            window.files.next = state.resolve("report.html");
            window.press("finish-go-report");
            assertThat(window.words()).contains("It opens in any browser.", "takes a report saved as JSON");
            window.press("open-folder");
            assertThat(window.files.revealed).containsExactly(state);
            assertThat(window.there("leave-button")).as("a second way home").isFalse();
            window.press("main-button");
            assertThat(window.page()).isEqualTo("home");
            assertThat(window.there("leave-button")).isFalse();
            window.press("start-practice");
            assertThat(window.there("leave-button")).as("and on the next page again").isTrue();
        }
    }

    private static void leadsTo(OpenWindow window, String button, String page) throws Exception {
        window.press(button);
        assertThat(window.page()).isEqualTo(page);
        window.press("back-button");
        assertThat(window.page()).as("back from " + page).isEqualTo("finish");
    }

    @Test
    void whatIsOpenIsSaidAndNotCalledDone() throws Exception {
        try (var window = at("review")) {
            show(window, "finish");
            assertThat(window.title()).isEqualTo("Not everything is set up yet");
            assertThat(window.words()).contains("nothing was written", "Nothing was checked yet.", "What you chose")
                    .doesNotContain("Clients that register themselves may ask", "Nothing is left over");
            window.press("finish-go-review");
            assertThat(window.page()).isEqualTo("review");
            window.press("main-button");
            show(window, "finish");
            assertThat(window.title()).isEqualTo("Set up, and not proved yet");
            assertThat(window.words()).contains("What is set up", "stands for " + window.pair().mcpUrl(),
                    "Nothing is left over");
        }
    }

    @Test
    void whatWasTakenBackAfterTheCheckIsNoLongerProved() throws Exception {
        try (var window = at("review")) {
            window.press("main-button");
            show(window, "check");
            window.press("main-button");
            assertThat(step(window, "check")).contains("Everything works").endsWith("you are here");
            assertThat(step(window, "review")).contains("Everything is in place").endsWith("done");
            assertThat(step(window, "configuration")).contains("The server uses it").endsWith("done");
            assertThat(step(window, "roles")).endsWith("passed over");
            show(window, "review");
            window.press("take-back-one-open-registration");
            window.press("main-button");
            assertThat(step(window, "review")).contains("4 changes are in place");
            assertThat(step(window, "check")).contains("Changed: check again").endsWith("to do");
            assertThat(step(window, "configuration")).doesNotContain("uses it").endsWith("to do");
            show(window, "finish");
            assertThat(window.title()).isEqualTo("Not everything is set up yet");
            assertThat(window.words()).contains("4 changes are in place. The review shows what is missing.",
                    "The tenant was changed after this check");
        }
    }

    @Test
    void aBrokenCheckIsRedInTheRailAndNoClientIsConnected() throws Exception {
        try (var window = at("review")) {
            show(window, "check");
            window.press("main-button");
            show(window, "client");
            assertThat(step(window, "check")).contains("Something is broken").endsWith("broken");
            assertThat(step(window, "review")).contains("Nothing is written before").endsWith("to do");
            window.press("main-button");
            assertThat(window.title()).isEqualTo("Something is still broken");
            assertThat(window.words()).contains("The last check found something to cure.");
            show(window, "check");
            assertThat(step(window, "client")).as("gone through, but nothing can connect").endsWith("to do");
        }
    }

    @Test
    void anAnswerThatIsGivenAnewIsNotInPlaceYet() throws Exception {
        try (var window = at("review")) {
            window.press("main-button");
            assertThat(step(window, "review")).contains("Everything is in place");
            show(window, "api");
            window.type("api-name", "Another name");
            window.press("main-button");
            assertThat(step(window, "review")).contains("5 changes are in place").endsWith("look at it");
        }
    }

    private static String step(OpenWindow window, String page) throws Exception {
        return OpenWindow.onScreen(() -> {
            window.settle();
            return window.scene.lookup("#step-" + page).getAccessibleText();
        });
    }
}

package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Station;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Way;
import mcpauth0.ui.part.Announcer;
import mcpauth0.ui.part.Stations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a screen reader is told, in the order in which it is told. */
class AnnouncerTest {

    @TempDir
    Path state;

    @Test
    void everyPageTellsWhereOneIsAndWhatItIsFor() throws Exception {
        try (var window = OpenWindow.open(state)) {
            assertThat(said(window)).last().asString().startsWith("Page: Let MCP clients sign in with Auth0 – Set up");
            window.press("start-setup");
            assertThat(said(window)).last().asString().startsWith("Step 1 of 10: ")
                    .contains(window.title());
        }
    }

    @Test
    void aProblemIsToldWithWhatToDo() throws Exception {
        try (var window = OpenWindow.open(state)) {
            window.press("start-setup");
            window.press("main-button");
            assertThat(said(window)).last().asString()
                    .isEqualTo("There is a problem. The address of your MCP server is missing.");
        }
    }

    @Test
    void aNetworkProblemIsToldThoughItTakesTheKeyboardFromNothing() throws Exception {
        try (var window = OpenWindow.open(state)) {
            window.press("start-setup");
            window.type("server-address", "https://localhost:1/mcp");
            window.press("main-button");
            assertThat(said(window)).endsWith("Asking the server what it calls itself",
                    "Nobody answers at localhost. Start the server, or correct the port in the address.");
        }
    }

    @Test
    void theStationsOfACheckAreToldAsTheyFinish() throws Exception {
        try (var window = OpenWindow.open(state)) {
            var before = said(window).size();
            OpenWindow.onScreen(() -> {
                var stations = new Stations(Texts.english());
                ((javafx.scene.layout.BorderPane) window.wizard.root()).setRight(stations);
                var way = Way.UNTRODDEN;
                for (var finding : findings()) {
                    way = way.beginning(finding.rule().station()).finding(finding);
                    stations.show(way);
                }
                stations.show(new Way(Station.SESSION, way.findings(), true));
                return true;
            });
            assertThat(said(window).subList(before, said(window).size())).startsWith("Address: good",
                    "Encryption: good");
            assertThat(window.words()).as("they change where they stand").contains("Address\ngood", "Session\n");
        }
    }

    private static List<Finding> findings() {
        return mcpauth0.diagnose.Checks.all().stream().map(check -> new Finding(check.rule(),
                new mcpauth0.diagnose.Verdict.Holds(mcpauth0.diagnose.Verdict.Evidence.NONE), null))
                .filter(finding -> finding.rule().station().compareTo(Station.TLS) <= 0).toList();
    }

    private static List<String> said(OpenWindow window) throws Exception {
        return OpenWindow.onScreen(() -> ((Announcer) window.scene.lookup("#announcer")).said());
    }
}

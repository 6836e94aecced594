package mcpauth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.http.Json;
import mcpauth0.plan.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that is registered only to see whether it would be leaves nothing, not even after a crash. */
class TestClientTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(Options.of(PracticePair.Start.HEALTHY), folder);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static ObjectNode wanted() {
        return Json.object().put("client_name", TestClient.name());
    }

    /** As the registration endpoint would make it. */
    private String register(ObjectNode wanted) {
        var made = Json.object().put("client_id", "tpc_test").put("name", wanted.path("client_name").asText()).put(
                "is_first_party", false);
        bench.pair.tenant().change(state -> state.clients().add(made));
        return "tpc_test";
    }

    @Test
    void isDeletedOnClosingAndBothStandInTheJournal() throws Exception {
        var first = bench.state();
        var wanted = wanted();
        var client = TestClient.begin(bench.tenant(), bench.journal(), wanted);
        assertThat(bench.journal().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(Journal.State.OPEN);
            assertThat(entry.target()).isEqualTo(wanted.path("client_name").asText());
        });
        client.made(register(wanted));
        client.close();
        assertThat(client.leftBehind()).isEmpty();
        assertThat(bench.state()).isEqualTo(first);
        assertThat(bench.journal().entries()).singleElement()
                .satisfies(entry -> assertThat(entry.state()).isEqualTo(Journal.State.UNDONE));
    }

    @Test
    void whatWasRefusedIsNotLookedFor() throws Exception {
        var tenant = bench.tenant();
        var before = bench.pair.tenant().requests().size();
        try (var client = TestClient.begin(tenant, bench.journal(), wanted())) {
            client.refused();
        }
        assertThat(bench.pair.tenant().requests()).hasSize(before);
        assertThat(bench.journal().entries()).singleElement()
                .satisfies(entry -> assertThat(entry.state()).isEqualTo(Journal.State.FAILED));
    }

    @Test
    void oneOfWhichNobodyKnowsTheIdIsFoundByItsName() throws Exception {
        var first = bench.state();
        var wanted = wanted();
        var client = TestClient.begin(bench.tenant(), bench.journal(), wanted);
        register(wanted);
        client.close();
        assertThat(bench.state()).isEqualTo(first);
    }

    @Test
    void whatACrashLeftIsListedAndSweptAwayAndNobodyElsesIs() throws Exception {
        var other = wanted();
        var wanted = wanted();
        bench.pair.tenant().change(state -> state.clients().add(Json.object().put("client_id", "tpc_other")
                .put("name", other.path("client_name").asText()).put("is_first_party", false)));
        var first = bench.state();
        var before = Journal.open(folder.resolve("before"), bench.pair.domain());
        TestClient.begin(bench.tenant(), before, wanted).made(register(wanted));
        // The end of a process gives its locks back; here a copy stands for that.
        var journal = Journal.open(folder.resolve("after"), bench.pair.domain());
        Files.copy(before.file(), journal.file(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(Creation.find(journal.entries(), Map.of(), bench.tenant().snapshot())).singleElement()
                .satisfies(creation -> {
                    assertThat(creation.kind()).isEqualTo(Creation.Kind.TEST_CLIENT);
                    assertThat(creation.id()).isEqualTo("tpc_test");
                });
        bench.pair.tenant().failNext(seen -> seen.method().equals("DELETE"), 500);
        assertThat(TestClient.sweep(bench.tenant(), journal)).containsExactly("clients/tpc_test");
        assertThat(TestClient.sweep(bench.tenant(), journal)).isEmpty();
        assertThat(bench.state()).isEqualTo(first);
    }
}

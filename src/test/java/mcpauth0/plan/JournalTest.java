package mcpauth0.plan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mcpauth0.http.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journal keeps, on a real disk. */
class JournalTest {

    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
    private static final Change.Write CHANGE = new Change.Write("tenant",
            List.of(new Change.Field("flags.on", BooleanNode.FALSE, BooleanNode.TRUE),
                    new Change.Field("new", null, BooleanNode.TRUE),
                    new Change.Field("nothing", NullNode.instance, BooleanNode.TRUE)),
            List.of("update:it"), List.of(new Change.Call("PATCH", "it", Json.object().put("on", true)),
                    new Change.Call("DELETE", "it", null)),
            List.of(new Change.Effect("anyone", List.of("a", "b"))));

    @TempDir
    Path folder;

    @BeforeEach
    void below() {
        folder = folder.resolve("state").resolve("journal");
    }

    private Journal journal() throws IOException {
        return Journal.open(folder, "localhost:4711", Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void anEntryFollowsItsChangeAcrossRestarts() throws Exception {
        var id = journal().intend("a-step", CHANGE);
        assertThat(journal().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo(id);
            assertThat(entry.step()).isEqualTo("a-step");
            assertThat(entry.target()).isEqualTo("tenant");
            assertThat(entry.at()).isEqualTo(NOW);
            assertThat(entry.state()).isEqualTo(Journal.State.OPEN);
            assertThat(entry.change()).isEqualTo(CHANGE);
            assertThat(entry.receipt()).isNull();
        });
        journal().done(id, Json.object().put("was", 1));
        assertThat(only().state()).isEqualTo(Journal.State.DONE);
        assertThat(requireNonNull(only().receipt()).path("was").asInt()).isEqualTo(1);
        journal().undoing(id);
        assertThat(only().state()).isEqualTo(Journal.State.OPEN);
        assertThat(only().receipt()).isNotNull();
        journal().undone(id);
        assertThat(only().state()).isEqualTo(Journal.State.UNDONE);
        var other = journal().intend("a-step", CHANGE);
        journal().failed(other);
        assertThat(journal().entries()).extracting(Journal.Entry::state).containsExactly(Journal.State.UNDONE,
                Journal.State.FAILED);
    }

    private Journal.Entry only() throws IOException {
        return journal().entries().getFirst();
    }

    @Test
    void onlyTheOwnerCanReadIt() throws Exception {
        var file = journal().file();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        assertThat(file.getFileName()).hasToString("localhost_4711.jsonl");
    }

    @Test
    void aTornLineIsPassedOverAndDoesNotSpoilTheNext() throws Exception {
        var id = journal().intend("a-step", CHANGE);
        Files.writeString(journal().file(), "{\"id\":\"" + id + "\",\"what\":\"do", StandardOpenOption.APPEND);
        assertThat(only().state()).isEqualTo(Journal.State.OPEN);
        journal().done(id, Json.object());
        assertThat(only().state()).isEqualTo(Journal.State.DONE);
        assertThat(journal().entries()).hasSize(1);
    }

    @Test
    void linesOfAnotherKindArePassedOver() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("localhost_4711.jsonl"), """
            not json
            []
            {"id":"1","what":"done","receipt":{}}
            {"id":"2","what":"intent","step":"x","change":{"target":5,"calls":"?"},"at":"2026-11-23T05:00:00Z"}
            {"id":"3","what":"intent","step":"x","change":{},"at":"yesterday"}
            """);
        assertThat(journal().entries()).isEmpty();
    }

    @Test
    void oneTenantIsChangedByOneAtATime() throws Exception {
        try (var first = journal().hold("changes"); var other = journal().hold("decoy")) {
            assertThat(first).isNotNull();
            assertThat(other).isNotNull();
            assertThat(journal().hold("changes")).isNull();
            try (var elsewhere = Journal.open(folder, "other.eu.auth0.com").hold("changes")) {
                assertThat(elsewhere).isNotNull();
            }
        }
        try (var again = journal().hold("changes")) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void anotherProcessIsKeptOutUntilItsHolderEndsHoweverItEnds() throws Exception {
        journal();
        var holder = holder();
        try (var said = holder.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("held");
            assertThat(journal().hold("changes")).isNull();
            holder.destroyForcibly();
            assertThat(holder.waitFor(20, TimeUnit.SECONDS)).isTrue();
            try (var free = journal().hold("changes")) {
                assertThat(free).isNotNull();
            }
        } finally {
            holder.destroyForcibly();
        }
    }

    private Process holder() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Holder.class.getName(), folder.toString())
                .redirectErrorStream(true).start();
    }

    /** The system gives a file's locks back as soon as the process closes it anywhere. */
    @Test
    void askingTwiceInOneProcessLetsNoOtherIn() throws Exception {
        try (var first = journal().hold("changes")) {
            assertThat(first).isNotNull();
            assertThat(journal().hold("changes")).isNull();
            var other = holder();
            try (var said = other.inputReader(StandardCharsets.UTF_8)) {
                assertThat(said.readLine()).isEqualTo("not held");
            } finally {
                other.destroyForcibly();
            }
        }
    }

    /** A process that holds the journal until it is killed. */
    static final class Holder {
        private Holder() {
        }

        public static void main(String[] args) throws Exception {
            try (var hold = Journal.open(Path.of(args[0]), "localhost:4711").hold("changes")) {
                System.out.println(hold == null ? "not held" : "held");
                System.out.flush();
                System.in.read();
            }
        }
    }
}

package mcpauth0.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import mcpauth0.export.Exports;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {

    @TempDir
    Path folder;

    @Test
    void namesEveryCommand() {
        var spoken = Spoken.words(folder, "--help");

        assertThat(spoken.code()).isZero();
        assertThat(spoken.out()).contains("tour", "practice", "check", "connect", "plan", "apply", "undo", "drift",
                "export");
    }

    @ParameterizedTest
    @MethodSource
    void everyOptionIsDescribed(CommandLine command) {
        assertThat(command.getCommandSpec().args()).filteredOn(arg -> !arg.hidden())
                .allSatisfy(arg -> assertThat(arg.description()).as(arg.toString()).isNotEmpty());
        assertThat(command.getUsageMessage()).doesNotContain("cli.");
    }

    static Stream<CommandLine> everyOptionIsDescribed() {
        var terminal = new Terminal(System.in, System.out, System.err, java.util.Map.of(), Path.of("."),
                Texts.english(), (_, _, _) -> 0, mcpauth0.access.Keychain.none());
        return Words.line(terminal).getSubcommands().values().stream();
    }

    @Test
    void theTourGoesWhereItIsTold() {
        assertThat(Spoken.words(folder, "tour", "--out", "somewhere").out()).contains("tour to somewhere");
        assertThat(Spoken.words(folder, "tour").out()).contains("tour to " + Path.of("target", "tour"));
    }

    @Test
    void formatsAreListed() {
        assertThat(Spoken.words(folder, "export", "--list").out().lines()).hasSameSizeAs(Exports.all())
                .anyMatch(line -> line.matches("env +Your server +\\S.*"));
    }
}

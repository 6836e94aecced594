package mcpauth0.cli;

import java.nio.file.Path;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Setup;
import mcpauth0.setup.SetupFile;

/** The set-up file that the words name. */
final class SetupWords {

    private SetupWords() {
    }

    /** Fields of a newer version are kept, and told on standard error. */
    static Setup read(Terminal terminal, Path file) {
        return switch (SetupFile.read(FileWords.read(terminal, file))) {
            case Parsed.Good<Setup>(var setup) -> {
                if (!setup.unknown().isEmpty())
                    terminal.warn("cli.setup.unknown", String.join(", ", setup.unknown().keySet().stream().sorted()
                            .toList()));
                yield setup;
            }
            case Parsed.Bad<Setup>(var id, var values) ->
                throw new WrongWords(terminal.trouble("input." + id, values));
        };
    }
}

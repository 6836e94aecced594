package mcpauth0.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import mcpauth0.export.Export;
import mcpauth0.export.Exports;
import mcpauth0.export.HandOver;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Setup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code export}: a file for the server, or for whoever comes next, made of the set-up. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--list", descriptionKey = "cli.export.list")
    boolean list;
    @Option(names = "--setup", paramLabel = "FILE", descriptionKey = "cli.export.setup")
    @Nullable
    Path setup;
    @Option(names = "--format", paramLabel = "ID", descriptionKey = "cli.export.format")
    @Nullable
    String format;
    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "cli.export.out")
    @Nullable
    Path out;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (list) {
            for (var group : Export.Group.values())
                Exports.of(group).forEach(this::line);
            return Exit.GOOD;
        }
        if (setup == null || format == null)
            throw new WrongWords(terminal.sentence("cli.export.incomplete", known()));
        var text = named(format).write(facts(SetupWords.read(terminal, setup)), terminal.texts());
        if (out == null)
            terminal.out().print(text);
        else {
            FileWords.write(terminal, out, text);
            terminal.say("cli.export.written", out.toAbsolutePath());
        }
        return Exit.GOOD;
    }

    private void line(Export export) {
        var texts = terminal.texts();
        terminal.out().printf("%-20s %-20s %s%n", export.id(), texts.get("export-group." + export.group().id()),
                texts.get("export." + export.id() + ".use"));
    }

    private Export named(String id) {
        return Exports.named(id)
                .orElseThrow(() -> new WrongWords(terminal.sentence("cli.export.unknown", id, known())));
    }

    private HandOver facts(Setup chosen) {
        return switch (HandOver.of(chosen)) {
            case Parsed.Good<HandOver>(var facts) -> facts;
            case Parsed.Bad<HandOver>(var id, var values) ->
                throw new WrongWords(terminal.trouble("input." + id, values));
        };
    }

    private static String known() {
        return Exports.all().stream().map(Export::id).collect(Collectors.joining(", "));
    }
}

package mcpauth0.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import mcpauth0.diagnose.Report;
import mcpauth0.export.JsonReport;
import mcpauth0.export.TextReport;
import mcpauth0.text.Texts;

/** The files that {@code --report} names. Their names are looked at before anything is checked. */
final class ReportFiles {

    private static final Map<String, BiFunction<Report, Texts, String>> KINDS = new TreeMap<>(
            Map.of("json", JsonReport::write, "txt", TextReport::write));

    private ReportFiles() {
    }

    /** @throws WrongWords when a file has another ending, or could not be written */
    static void look(Terminal terminal, List<Path> files) {
        look(terminal, files, KINDS.keySet());
    }

    /** The same for files with a report a line. */
    static void lookForLines(Terminal terminal, List<Path> files) {
        look(terminal, files, Set.of("jsonl"));
    }

    private static void look(Terminal terminal, List<Path> files, Set<String> kinds) {
        for (var file : files) {
            if (!kinds.contains(ending(file)))
                throw new WrongWords(
                        terminal.sentence("cli.report.kind", file, "." + String.join(", .", kinds)));
            var folder = file.toAbsolutePath().getParent();
            if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)
                    || !Files.isWritable(Files.exists(file) ? file : folder))
                throw new WrongWords(terminal.sentence("cli.report.unwritable", file));
        }
    }

    /** False when one of them could not be written, which was then said. */
    static boolean write(Terminal terminal, List<Path> files, Report report) {
        var all = true;
        for (var file : files)
            try {
                var kind = Objects.requireNonNull(KINDS.get(ending(file)));
                Files.writeString(file, kind.apply(report, terminal.texts()));
            } catch (IOException e) {
                terminal.warn("cli.file.unwritable", file, e);
                all = false;
            }
        return all;
    }

    private static String ending(Path file) {
        var name = file.toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}

package mcpauth0.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Rule;
import mcpauth0.export.report.ReportForm;
import mcpauth0.export.report.Seal;

/** The files that {@code --report} names. Their names are looked at before anything is checked. */
final class ReportFiles {

    private ReportFiles() {
    }

    /** @throws WrongWords when a file has another ending, or could not be written */
    static void look(Terminal terminal, List<Path> files) {
        look(terminal, files, ReportForm.ENDINGS);
    }

    /** The same for files with a report a line. */
    static void lookForLines(Terminal terminal, List<Path> files) {
        look(terminal, files, List.of("jsonl"));
    }

    static void look(Terminal terminal, List<Path> files, List<String> kinds) {
        for (var file : files) {
            if (!kinds.contains(ReportForm.ending(file.toString())))
                throw new WrongWords(
                        terminal.sentence("cli.report.kind", file, "." + String.join(", .", kinds)));
            var folder = file.toAbsolutePath().getParent();
            if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)
                    || !Files.isWritable(Files.exists(file) ? file : folder))
                throw new WrongWords(terminal.sentence("cli.report.unwritable", file));
        }
    }

    /** Whether one of them has a passport, which can be signed. */
    static boolean sealed(List<Path> files) {
        return files.stream().anyMatch(file -> ReportForm.ending(file.toString()).equals("json"));
    }

    /**
     * False when one of them could not be written, which was then said.
     *
     * @param failing what counts as a failure where the form speaks of tests
     */
    static boolean write(Terminal terminal, List<Path> files, Report report, Rule.Severity failing, Seal seal) {
        var all = true;
        for (var file : files)
            all &= write(terminal, file,
                    ReportForm.of(file.toString(), failing, seal).orElseThrow().write(report, terminal.texts()));
        return all;
    }

    /** The same for one file, already in words. */
    static boolean write(Terminal terminal, Path file, String text) {
        try {
            Files.writeString(file, text);
            return true;
        } catch (IOException e) {
            terminal.warn("cli.file.unwritable", file, e);
            return false;
        }
    }
}

package mcpauth0.cli;

import java.nio.file.Path;
import mcpauth0.export.report.SavedReport;

/** JSON reports that the words name. */
final class SavedReports {

    private SavedReports() {
    }

    /** @throws WrongWords when it cannot be read, or is no report */
    static SavedReport read(Terminal terminal, Path file) {
        return SavedReport.parse(FileWords.read(terminal, file))
                .orElseThrow(() -> new WrongWords(terminal.sentence("cli.report.unread", file)));
    }
}

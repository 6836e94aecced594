package mcpauth0.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import mcpauth0.diagnose.Report;
import mcpauth0.export.report.HtmlReport;
import mcpauth0.export.report.JsonReport;
import mcpauth0.export.report.ReportForm;
import mcpauth0.export.report.Seal;
import mcpauth0.text.Texts;

/** The report of the last check in the program's folder, redacted as every report is. */
public final class LastReport {

    static final String FOLDER = "last-report";

    private LastReport() {
    }

    /**
     * Keeps it in place of the one before.
     *
     * @param state the program's folder
     * @throws IOException when it cannot be written
     */
    public static void keep(Path state, Report report, Texts texts) throws IOException {
        var folder = Files.createDirectories(state.resolve(FOLDER));
        put(folder.resolve("report.json"), new JsonReport(Seal.NONE), report, texts);
        put(folder.resolve("report.html"), new HtmlReport(), report, texts);
    }

    private static void put(Path file, ReportForm form, Report report, Texts texts) throws IOException {
        var fresh = Files.createTempFile(file.getParent(), "report", ".part");
        Files.writeString(fresh, form.write(report, texts));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}

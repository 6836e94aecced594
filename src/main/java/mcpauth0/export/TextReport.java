package mcpauth0.export;

import mcpauth0.diagnose.Report;
import mcpauth0.text.Texts;

/** The report for a terminal: the verdict first, then causes with their cures, then a line per station. */
public final class TextReport {

    private TextReport() {
    }

    public static String write(Report report, Texts texts) {
        return PlainText.line(report.target().value()) + " " + report.overall() + " " + texts.get("app.name") + "\n";
    }
}

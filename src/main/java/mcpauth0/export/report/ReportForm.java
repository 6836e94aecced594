package mcpauth0.export.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Rule;
import mcpauth0.text.Texts;

/** One form of the report, chosen by the ending of its file. Pure. */
public sealed interface ReportForm permits HtmlReport, MarkdownReport, JsonReport, JUnitReport, TextReport {

    /** The endings of files, in the order in which people are offered them. */
    List<String> ENDINGS = List.of("html", "md", "json", "xml", "txt");

    String write(Report report, Texts texts);

    /**
     * The form for files of that name.
     *
     * @param failing from which severity on a finding fails a test, for forms that speak of tests
     * @param seal what a report is sealed with, for forms that can be verified
     */
    static Optional<ReportForm> of(String fileName, Rule.Severity failing, Seal seal) {
        return switch (ending(fileName)) {
            case "html" -> Optional.of(new HtmlReport());
            case "md" -> Optional.of(new MarkdownReport());
            case "json" -> Optional.of(new JsonReport(seal));
            case "xml" -> Optional.of(new JUnitReport(failing));
            case "txt" -> Optional.of(new TextReport());
            default -> Optional.empty();
        };
    }

    /** In small letters; the whole name where there is no dot. */
    static String ending(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}

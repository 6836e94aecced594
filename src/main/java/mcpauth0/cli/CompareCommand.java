package mcpauth0.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mcpauth0.export.report.Comparison;
import mcpauth0.export.report.ComparisonForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: what got better and what got worse between two JSON reports. */
@Command(name = "compare")
final class CompareCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "BEFORE", descriptionKey = "cli.compare.earlier")
    Path before = Path.of("");
    @Parameters(index = "1", paramLabel = "AFTER", descriptionKey = "cli.compare.later")
    Path after = Path.of("");
    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "cli.compare.report")
    List<Path> reports = new ArrayList<>();

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ReportFiles.look(terminal, reports, ComparisonForm.endings());
        var comparison = Comparison.of(SavedReports.read(terminal, before), SavedReports.read(terminal, after));
        terminal.out().print(ComparisonForm.TEXT.write(comparison, terminal.texts()));
        var written = true;
        for (var file : reports)
            written &= ReportFiles.write(terminal, file, ComparisonForm.of(file.toString()).orElseThrow()
                    .write(comparison, terminal.texts()));
        return comparison.worse() ? Exit.BROKEN : written ? Exit.GOOD : Exit.UNSURE;
    }
}

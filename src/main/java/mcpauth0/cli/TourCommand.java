package mcpauth0.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tour}: the whole wizard by itself, pictures and report into a folder. */
@Command(name = "tour")
final class TourCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "cli.tour.out", defaultValue = "target/tour")
    Path out = Path.of("target", "tour");

    /** For whoever packs the program: what is loaded for the first page is remembered for every later start. */
    @Option(names = "--brief", hidden = true)
    boolean brief;

    TourCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return terminal.tour().run(out, brief, terminal.out());
    }
}

package mcpauth0.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import mcpauth0.support.Bundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bundle}: a ZIP file for those who help, with nothing secret in it. It is sent to nobody. */
@Command(name = "bundle")
final class BundleCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--out", paramLabel = "ZIP", required = true, descriptionKey = "cli.bundle.out")
    Path out = Path.of("");

    BundleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            var bundle = Bundle.of(terminal.folder(), terminal.texts());
            Files.write(out, bundle.zip());
            terminal.out().print(bundle.contents(terminal.texts()));
            if (!bundle.hasReport())
                terminal.say("cli.bundle.no-report");
            terminal.say("cli.bundle.written", out.toAbsolutePath());
            return Exit.GOOD;
        } catch (IOException e) {
            terminal.warn("cli.file.unwritable", out, e);
            return Exit.UNSURE;
        }
    }
}

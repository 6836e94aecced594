package mcpauth0.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import mcpauth0.diagnose.Report;
import mcpauth0.export.PlainText;
import mcpauth0.export.report.JsonReport;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Parsed;

/**
 * Checks the servers of a file, one URL a line; empty lines and those that begin with {@code #} say nothing. So many are
 * under way at once and no more, and a report is forgotten as soon as it is written, so that the memory does not grow with
 * the file.
 */
final class ManyTargets {

    /** How many servers are looked at together where nobody signs in. */
    static final int TOGETHER = 16;

    private final Terminal terminal;
    private final Path file;
    private final List<Path> reports;
    private final int together;

    /**
     * @param reports files with a report a line
     * @param together how many at once
     * @throws WrongWords when the file cannot be read or a line is no address, with its number
     */
    ManyTargets(Terminal terminal, Path file, List<Path> reports, int together) {
        this.terminal = terminal;
        this.file = file;
        this.reports = List.copyOf(reports);
        this.together = together;
        try (var lines = Files.newBufferedReader(file)) {
            var number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!says(line))
                    continue;
                if (McpUrl.parse(line) instanceof Parsed.Bad<McpUrl>(var id, var values))
                    throw new WrongWords(terminal.sentence("cli.check.bad-target", file, number,
                            terminal.trouble("input." + id, values)));
            }
        } catch (IOException e) {
            throw new WrongWords(terminal.sentence("cli.file.unreadable", file, String.valueOf(e.getMessage())));
        }
    }

    private static boolean says(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }

    /**
     * @param check one server
     * @param code the exit code that its report deserves
     * @return the worst exit code
     */
    int run(Function<McpUrl, Report> check, ToIntFunction<Report> code) {
        var broken = new AtomicInteger();
        var unsure = new AtomicInteger();
        var all = new AtomicInteger();
        var writers = new ArrayList<Writer>();
        try (var lines = Files.newBufferedReader(file)) {
            for (var report : reports)
                writers.add(Files.newBufferedWriter(report));
            each(lines, target -> {
                var report = check.apply(target);
                var its = code.applyAsInt(report);
                all.incrementAndGet();
                if (its == Exit.BROKEN)
                    broken.incrementAndGet();
                else if (its != Exit.GOOD)
                    unsure.incrementAndGet();
                write(report, writers);
            });
        } catch (IOException | UncheckedIOException e) {
            terminal.warn("cli.file.unwritable", file, String.valueOf(e.getMessage()));
            unsure.incrementAndGet();
        } finally {
            close(writers);
        }
        terminal.say("cli.check.targets", all.get(), broken.get(), unsure.get());
        return broken.get() > 0 ? Exit.BROKEN : unsure.get() > 0 ? Exit.UNSURE : Exit.GOOD;
    }

    private void each(BufferedReader lines, java.util.function.Consumer<McpUrl> work) throws IOException {
        var places = new Semaphore(together);
        var loaded = false;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!says(line))
                    continue;
                var target = McpUrl.parse(line).orThrow();
                if (!loaded) {
                    // Alone: what the program takes to load and all at once would look like slowness of the servers.
                    work.accept(target);
                    loaded = true;
                    continue;
                }
                places.acquire();
                threads.execute(() -> {
                    try {
                        work.accept(target);
                    } finally {
                        places.release();
                    }
                });
            }
            places.acquire(together);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void write(Report report, List<Writer> writers) {
        var cause = report.causes().stream().findFirst().map(finding -> finding.rule().id()).orElse("");
        terminal.out().println("%-12s %s  %s".formatted(
                terminal.sentence("cli.check.target." + report.overall().name().toLowerCase(java.util.Locale.ROOT)),
                PlainText.line(report.target().value()), cause).stripTrailing());
        try {
            for (var writer : writers)
                writer.write(JsonReport.line(report, terminal.texts()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void close(List<Writer> writers) {
        for (var writer : writers)
            try {
                writer.close();
            } catch (IOException e) {
                terminal.warn("cli.file.unwritable", file, String.valueOf(e.getMessage()));
            }
    }
}

package mcpauth0.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import mcpauth0.http.Json;

/**
 * {@code check --targets} with more and more targets. A target is a line of the file: one whole check with connections of
 * its own. Behind them stand a few practice pairs, each a server and a tenant on ports of their own, in another process
 * and far off; the lines name them in turn. Each number of targets is checked in a new process.
 *
 * <p>Requests are those of one target; <em>peak heap</em> counts what waits for collection, <em>in use</em> what a
 * collection left at most (0 where none was needed), <em>kept</em> what is left more at the end than at the beginning;
 * <em>process</em> is everything, the program and the heap's reserve included.
 */
final class ManyServers {

    private static final int PAIRS = 16;
    /** Checked first in each process, so that the program is loaded and compiled when it counts. */
    private static final int BEFORE = 48;
    /** Little, so that what piled up would end the process. */
    private static final String HEAP = "-Xmx128m";

    private final PrintStream out;
    private final int delay;
    private final Path folder;

    /** @param delay milliseconds that every answer of the servers takes longer */
    ManyServers(PrintStream out, int delay, Path folder) {
        this.out = out;
        this.delay = delay;
        this.folder = folder;
    }

    void print(List<Integer> numbers) throws IOException {
        try (var pairs = Pairs.start(PAIRS, delay)) {
            var authorities = Files.writeString(folder.resolve("authorities.pem"), pairs.authorities());
            var before = targets(BEFORE, pairs);
            out.printf("  %7s %7s %8s %11s %11s %9s %10s %9s %8s %9s %s%n", "targets", "healthy", "wall", "wall each",
                    "cpu each", "requests", "peak heap", "in use", "kept", "process", "threads (left)");
            for (var number : numbers)
                print(number, authorities, before, targets(number, pairs));
        }
    }

    private Path targets(int number, Pairs pairs) throws IOException {
        return Files.write(folder.resolve("targets-" + number), IntStream.range(0, number)
                .mapToObj(i -> pairs.servers().get(i % PAIRS).value()).toList());
    }

    private void print(int number, Path authorities, Path before, Path targets) throws IOException {
        var process = new ProcessBuilder(Java.line(List.of(HEAP), Measured.class.getName(), folder.toString(),
                authorities.toString(), before.toString(), targets.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var seen = Json.parse(text).orElseThrow(() -> new IOException("no figures: " + text));
        if (seen.path("servers").asInt() != number)
            throw new IOException("not every server was checked: " + text);
        out.printf("  %7d %7d %6.1f s %8.0f ms %8.0f ms %9.1f %7.1f MB %6.1f MB %5.1f MB %6.0f MB %d (%d)%n", number,
                seen.path("healthy").asInt(),
                seen.path("millis").asLong() / 1000.0, seen.path("millis").asDouble() / number,
                seen.path("cpuMillis").asDouble() / number, seen.path("requests").asDouble() / number,
                megabytes(seen.path("peak").asLong()), megabytes(seen.path("live").asLong()),
                megabytes(seen.path("more").asLong()), megabytes(seen.path("resident").asLong()),
                seen.path("threads").asInt(), seen.path("threadsLeft").asInt());
    }

    private static double megabytes(long bytes) {
        return bytes / 1048576.0;
    }
}

package mcpauth0.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Lets the packed program show its first page, which proves that it runs, and keeps what the virtual machine loaded and
 * linked for it (JEP 514). It is the window itself, and no more than that: every start goes through all of the cache, and
 * classes older than Java 6, as the command line's are, cannot be kept and would be loaded each time for those that refer to
 * them. Of what the compilers learned nothing is kept, since only the first of them is used. A cache that is not used costs
 * nothing but time, so the build has to look whether it is.
 */
final class Rehearsal {

    static final String CACHE = "mcp-auth0-setup.aot";
    private static final String USED = "Using AOT-linked classes: true";
    private static final String STOOD = "first page stood";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Image image;

    Rehearsal(Image image) {
        this.image = image;
    }

    void hold(Path work) throws IOException, InterruptedException {
        var cache = image.app().resolve(CACHE);
        var home = Folder.empty(work.resolve("home"));
        var said = onScreen(home, work, "-XX:AOTCacheOutput=" + cache.toAbsolutePath(),
                "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");
        if (!Files.exists(cache))
            throw new IllegalStateException("The rehearsal left no cache:\n" + said);
        image.add("-XX:AOTCache=$APPDIR/" + CACHE);
        said = Tool.run(environment(home, "-Xlog:aot=info:stdout"), List.of(image.launcher().toString(), "--version"));
        if (!said.contains(USED))
            throw new IllegalStateException("The program does not use its cache:\n" + said);
        tidy();
    }

    /** On Linux a display of its own, where Xvfb is there to make one; else off screen. Other systems always have one. */
    private String onScreen(Path home, Path work, String... options) throws IOException, InterruptedException {
        var output = work.resolve("rehearsal.log");
        if (image.platform() != Platform.LINUX)
            return window(Map.of(), home, output, options);
        if (!Tool.there("Xvfb"))
            return window(Map.of(), home, output, Stream.concat(Stream.of(options),
                    Stream.of("-Dglass.platform=Headless", "-Dprism.order=sw")).toArray(String[]::new));
        var xvfb = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1100x760x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var number = xvfb.inputReader()) {
            return window(Map.of("DISPLAY", ":" + number.readLine()), home, output, options);
        } finally {
            xvfb.destroy();
        }
    }

    /** Opens the window, and ends the program once its page is there. */
    private String window(Map<String, String> display, Path home, Path output, String... options)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(image.launcher().toString()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment(home, options));
        builder.environment().putAll(display);
        var log = Files.createDirectories(home.resolve("log"));
        var process = builder.start();
        try (var changes = log.getFileSystem().newWatchService()) {
            log.register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            var end = Instant.now().plus(PATIENCE);
            while (process.isAlive() && !told(log) && Instant.now().isBefore(end)) {
                var key = changes.poll(1, TimeUnit.SECONDS);
                if (key != null)
                    key.reset();
            }
        } finally {
            end(process);
        }
        process.waitFor();
        return Files.readString(output);
    }

    /** So that it ends by itself and leaves its cache: Windows has no signal for that, but closes a program's windows. */
    private void end(Process process) throws IOException, InterruptedException {
        if (image.platform() == Platform.WINDOWS)
            Tool.run(Map.of(), List.of("taskkill", "/T", "/PID", Long.toString(process.pid())));
        else
            process.destroy();
    }

    private static boolean told(Path log) throws IOException {
        var file = log.resolve("mcp-auth0-setup.0.log");
        return Files.exists(file) && Files.readString(file).contains(STOOD);
    }

    private static Map<String, String> environment(Path home, String... options) {
        return Map.of("JAVA_TOOL_OPTIONS", String.join(" ", options), "MCP_AUTH0_SETUP_HOME",
                home.toAbsolutePath().toString());
    }

    /** The runtime's commands stay where one of them is the launcher, or starts with it. */
    private void tidy() throws IOException {
        var bin = image.runtime().resolve("bin");
        switch (image.platform()) {
            case LINUX -> {
                for (var command : Folder.below(bin))
                    if (!command.equals(bin) && !command.endsWith("java"))
                        Files.delete(command);
            }
            case MACOS -> Folder.delete(bin);
            case WINDOWS -> {
                // The launcher stands among them.
            }
        }
    }
}

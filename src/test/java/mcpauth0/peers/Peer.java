package mcpauth0.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mcpauth0.http.Json;

/** A program in Node: a server that runs as long as the test needs it, or one that does its work and ends. */
final class Peer implements AutoCloseable {

    private static final Path SOURCE = Path.of("src/test/peers");
    private static final Path TARGET = Path.of("target/peers");

    private final Process process;
    private final BufferedReader said;
    private final String url;

    private Peer(Process process, BufferedReader said, String url) {
        this.process = process;
        this.said = said;
        this.url = url;
    }

    /**
     * Starts a script of {@code src/test/peers} that says its address in its first line.
     *
     * @param environment what it is told
     */
    static Peer start(String script, Map<String, String> environment) throws IOException, InterruptedException {
        install();
        var builder = new ProcessBuilder(node(), script).directory(TARGET.toFile())
                .redirectError(TARGET.resolve(script + ".log").toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        var line = said.readLine();
        if (line == null)
            throw new IOException("the peer ended: " + Files.readString(TARGET.resolve(script + ".log")));
        return new Peer(process, said, Json.parse(line).orElseThrow(() -> new IOException(line)).path("url").asText());
    }

    /** Tells it one line and waits for one that answers. */
    void tell(String line) throws IOException {
        var words = process.outputWriter(StandardCharsets.UTF_8);
        words.write(line + "\n");
        words.flush();
        if (said.readLine() == null)
            throw new IOException("the peer ended when it was told " + line);
    }

    /** A folder in which programs find the packages that are installed. */
    static Path folder(String name) throws IOException {
        return Files.createDirectories(TARGET.resolve(name)).toAbsolutePath();
    }

    /**
     * Runs a program of Node to its end.
     *
     * @param arguments a script of {@code src/test/peers}, or a path into {@code node_modules}, and what it is told
     * @return what it wrote
     * @throws IOException when it did not end well, with what it wrote
     */
    static String run(List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        var process = begin(arguments, environment);
        try {
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0)
                throw new IOException(said);
            return said;
        } finally {
            process.destroy();
        }
    }

    /** Starts such a program and leaves it to the test, with what it writes in one stream. */
    static Process begin(List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        install();
        var command = new ArrayList<String>();
        command.add(node());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(TARGET.toFile()).redirectErrorStream(true);
        builder.environment().put("NODE_COMPILE_CACHE", TARGET.resolve("compiled").toAbsolutePath().toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Where the packages are, once a program ran. */
    static Path folder() {
        return TARGET.toAbsolutePath();
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does nothing where the same packages are there already; of several test processes, one installs. */
    private static synchronized void install() throws IOException, InterruptedException {
        Files.createDirectories(TARGET);
        try (var channel = FileChannel.open(TARGET.resolve("install.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); var _ = channel.lock()) {
            installAlone();
        }
    }

    private static void installAlone() throws IOException, InterruptedException {
        var wanted = Files.readString(SOURCE.resolve("package.json"));
        var done = TARGET.resolve("node_modules/installed.json");
        if (!Files.exists(done) || !Files.readString(done).equals(wanted)) {
            Files.writeString(TARGET.resolve("package.json"), wanted);
            run(List.of(NeedsNpm.Condition.npm().orElseThrow().toString(), "install", "--no-package-lock",
                    "--no-audit", "--no-fund", "--loglevel=error"));
            Files.writeString(done, wanted);
        }
        try (var scripts = Files.newDirectoryStream(SOURCE, "*.mjs")) {
            for (var script : scripts)
                Files.copy(script, TARGET.resolve(script.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var log = TARGET.resolve("npm.log");
        var process = new ProcessBuilder(command).directory(TARGET.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("npm install takes too long: " + Files.readString(log));
        }
        if (process.exitValue() != 0)
            throw new IOException("npm install failed: " + Files.readString(log));
    }

    static String node() {
        var installed = TARGET.resolve("node_modules/node/bin");
        return installed.resolve(Files.exists(installed.resolve("node.exe")) ? "node.exe" : "node").toAbsolutePath()
                .toString();
    }
}

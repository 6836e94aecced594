package mcpauth0.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import mcpauth0.setup.McpUrl;

/**
 * Healthy practice pairs in a process of their own, so that what they compute and keep is not counted as the check's.
 *
 * @param servers their addresses
 * @param authorities PEM, of all of them
 */
record Pairs(Process process, List<McpUrl> servers, String authorities) implements AutoCloseable {

    /** @param delay milliseconds that every answer takes longer */
    static Pairs start(int number, int delay) throws IOException {
        var process = new ProcessBuilder(Java.line(List.of("-Xmx512m"), Pairs.class.getName(), String.valueOf(number),
                String.valueOf(delay))).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var lines = process.inputReader(StandardCharsets.UTF_8);
        var servers = new ArrayList<McpUrl>();
        var authorities = new StringBuilder();
        for (var i = 0; i < number; i++) {
            var line = lines.readLine();
            if (line == null)
                throw new IOException("the practice pairs do not start");
            var end = line.indexOf(' ');
            servers.add(McpUrl.parse(line.substring(0, end)).orThrow());
            authorities.append(Files.readString(Path.of(line.substring(end + 1))));
        }
        return new Pairs(process, List.copyOf(servers), authorities.toString());
    }

    /** The process of the pairs: goes on until its input ends. */
    static void main(String[] words) throws IOException {
        var pairs = new ArrayList<PracticePair>();
        try {
            for (var i = 0; i < Integer.parseInt(words[0]); i++) {
                var pair = PracticePair.start(
                        Options.of(Start.HEALTHY).atDistance(Duration.ofMillis(Integer.parseInt(words[1]))));
                pairs.add(pair);
                System.out.println(pair.mcpUrl() + " " + pair.caFile());
            }
            System.in.transferTo(OutputStream.nullOutputStream());
        } finally {
            pairs.forEach(PracticePair::close);
        }
        System.exit(0);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package mcpauth0.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import mcpauth0.http.Json;
import mcpauth0.http.Trust;
import mcpauth0.setup.McpUrl;

/** A healthy practice pair in a process of its own, so that what it computes and keeps is not counted as the check's. */
record PracticeProcess(Process process, JsonNode line) implements AutoCloseable {

    /** @param delay milliseconds that every answer takes longer */
    static PracticeProcess start(int delay) throws IOException {
        var process = new ProcessBuilder(Java.line(List.of("-Xmx256m"), "mcpauth0.Main", "practice", "--state",
                "healthy", "--delay", String.valueOf(delay))).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var line = process.inputReader(StandardCharsets.UTF_8).readLine();
        return new PracticeProcess(process, Json.parse(line == null ? "" : line)
                .orElseThrow(() -> new IOException("the practice pair does not start")));
    }

    McpUrl mcp() {
        return McpUrl.parse(line.path("mcp").asText()).orThrow();
    }

    String pem() throws IOException {
        return Files.readString(Path.of(line.path("ca").asText()));
    }

    List<X509Certificate> authority() throws IOException {
        return Trust.parse(pem());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

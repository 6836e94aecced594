package mcpauth0.peers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import mcpauth0.access.Keychain;
import mcpauth0.cli.Terminal;
import mcpauth0.cli.Words;
import mcpauth0.http.Json;
import mcpauth0.text.Texts;

/**
 * Says the program's words for those who start {@code client.mjs}, in this process: a suite starts dozens of clients at
 * once, and each of them would be a virtual machine.
 */
final class ClientUnderTest implements AutoCloseable {

    private final ServerSocket door;
    private final Path folder;

    ClientUnderTest(Path folder) throws IOException {
        this.folder = folder;
        this.door = new ServerSocket(0, 100, InetAddress.getByAddress(new byte[]{127, 0, 0, 1}));
        Thread.ofVirtual().start(this::open);
    }

    int port() {
        return door.getLocalPort();
    }

    private void open() {
        while (!door.isClosed())
            try {
                var visitor = door.accept();
                Thread.ofVirtual().start(() -> serve(visitor));
            } catch (IOException e) {
                return;
            }
    }

    private void serve(Socket visitor) {
        try (visitor) {
            var asked = Json.parse(visitor.getInputStream().readAllBytes()).orElseThrow();
            visitor.getOutputStream().write(Json.write(said(asked)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode said(JsonNode asked) {
        var words = new ArrayList<>(List.of("conformance"));
        asked.path("words").forEach(word -> words.add(word.asText()));
        var environment = new HashMap<String, String>();
        asked.path("environment").properties()
                .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(InputStream.nullInputStream(), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), environment, folder, Texts.english(),
                (_, _, _) -> 0,
                Keychain.none());
        var code = Words.run(terminal, words.toArray(String[]::new));
        return Json.object().put("code", code).put("out", out.toString(StandardCharsets.UTF_8)).put("err",
                err.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}

package mcpauth0.auth0;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the program {@code auth0} on the path of a script: keeps the words that it is called with, sends them to a
 * practice tenant as {@code auth0 api} does, and writes the answer as that does, a refusal too, with success.
 */
final class FakeAuth0 {

    /** Its calls come and go through two pipes, each word ended by a zero; the answer begins with the exit code. */
    private static final String PROGRAM = """
        #!/bin/sh
        for word in "$@"; do printf '%s\\000' "$word"; done >"$FAKE/asked"
        { read -r code; cat; } <"$FAKE/answer"
        exit "$code"
        """;

    /** Two blanks, and no blank before a colon, as Go indents. */
    private static final DefaultPrettyPrinter INDENTED = new DefaultPrettyPrinter(
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("").withObjectEmptySeparator(""))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")).withObjectIndenter(new DefaultIndenter("  ", "\n"));

    /** What a script did, and what it said. */
    record Run(int exit, String said, List<Asked> asked) {
        List<Asked> writes() {
            return asked.stream().filter(call -> !call.method().equals("GET")).toList();
        }
    }

    /** One call, and which tenant it was for. */
    record Asked(String method, String path, @Nullable JsonNode body, String tenant) {
    }

    private final Http http;
    private final String token;
    private final String api;
    private final Path folder;
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

    /** @param api where the Management API is, with a slash at the end */
    FakeAuth0(Http http, String token, String api, Path folder) throws IOException, InterruptedException {
        this.http = http;
        this.token = token;
        this.api = api;
        this.folder = Files.createDirectories(folder);
        Files.setPosixFilePermissions(Files.writeString(folder.resolve("auth0"), PROGRAM),
                PosixFilePermissions.fromString("rwx------"));
        for (var pipe : List.of("asked", "answer"))
            if (!Files.exists(folder.resolve(pipe)))
                new ProcessBuilder("mkfifo", folder.resolve(pipe).toString()).start().waitFor();
    }

    /** @param shell that reads the script */
    Run run(String shell, String script) throws IOException, InterruptedException {
        asked.clear();
        var file = Files.writeString(folder.resolve("script"), script);
        var server = Thread.ofPlatform().daemon().start(this::serve);
        var builder = new ProcessBuilder(shell, file.toString()).redirectErrorStream(true);
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        builder.environment().put("FAKE", folder.toString());
        var process = builder.start();
        try {
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES))
                throw new AssertionError("the script does not end: " + said);
            return new Run(process.exitValue(), said, List.copyOf(asked));
        } finally {
            process.destroyForcibly();
            Files.newOutputStream(folder.resolve("asked")).close();
            server.join();
        }
    }

    private void serve() {
        try {
            while (true) {
                var words = Files.readString(folder.resolve("asked"));
                if (words.isEmpty())
                    return;
                var answer = answer(List.of(words.split("\0", -1)));
                Files.writeString(folder.resolve("answer"), answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code api METHOD PATH [--data JSON] --tenant DOMAIN --no-color --no-input}, then nothing. */
    private String answer(List<String> words) {
        var data = words.indexOf("--data");
        if (!words.getFirst().equals("api") || words.size() != (data < 0 ? 8 : 10))
            return "1\nUnknown words: " + words;
        var body = data < 0 ? null : Json.parse(words.get(data + 1)).orElse(null);
        if (data >= 0 && body == null)
            return "1\ninvalid json data given";
        var method = words.get(1).toUpperCase(java.util.Locale.ROOT);
        asked.add(new Asked(method, words.get(2), body, words.get(words.indexOf("--tenant") + 1)));
        var request = Request.of(method, api + words.get(2)).bearer(token);
        var exchange = http.send(body == null
                ? request
                : request.with("Content-Type", "application/json").withBody(Json.write(body)));
        var given = exchange.answer();
        if (given == null)
            return "1\nfailed to send request";
        return "0\n" + given.json().map(FakeAuth0::indented).orElse("");
    }

    private static String indented(JsonNode json) {
        try {
            return Json.MAPPER.writer(INDENTED).writeValueAsString(json) + "\n";
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

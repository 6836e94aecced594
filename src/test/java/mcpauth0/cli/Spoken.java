package mcpauth0.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import mcpauth0.access.InMemoryKeychain;
import mcpauth0.access.Keychain;
import mcpauth0.text.Texts;

/** What the program answered to some words, in this process. */
record Spoken(int code, String out, String err) {

    static Spoken words(Path home, String... words) {
        return withInput("", home, words);
    }

    static Spoken withInput(String input, Path home, String... words) {
        return withKeychain(new InMemoryKeychain(), input, home, words);
    }

    static Spoken withKeychain(Keychain keychain, String input, Path home, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), stream(out),
                stream(err), Map.of(), home, Texts.english(), (folder, _, log) -> {
                    log.println("tour to " + folder);
                    return 0;
                }, keychain);
        var code = Words.run(terminal, words);
        return new Spoken(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}

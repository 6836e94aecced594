package mcpauth0.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import mcpauth0.auth0.ClientKey;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Secret;

/** Files that the words name: read whole or written whole, with one sentence where that is impossible. */
final class FileWords {

    private static final int LIMIT = 8 << 20;

    private FileWords() {
    }

    /** @throws WrongWords when it is no readable text file of at most 8 MiB */
    static String read(Terminal terminal, Path file) {
        try {
            if (Files.isDirectory(file))
                throw new WrongWords(terminal.sentence("cli.file.folder", file));
            if (Files.size(file) > LIMIT)
                throw new WrongWords(terminal.sentence("cli.file.large", file));
            return Files.readString(file);
        } catch (NoSuchFileException _) {
            throw new WrongWords(terminal.sentence("cli.file.missing", file));
        } catch (AccessDeniedException _) {
            throw new WrongWords(terminal.sentence("cli.file.denied", file));
        } catch (CharacterCodingException _) {
            throw new WrongWords(terminal.sentence("cli.file.not-text", file));
        } catch (IOException e) {
            throw new WrongWords(terminal.sentence("cli.file.unreadable", file, reason(e)));
        }
    }

    /** A secret from a file; {@code -} reads standard input. */
    static Secret secret(Terminal terminal, Path file) {
        String text;
        if (file.toString().equals("-"))
            try {
                text = new String(terminal.in().readNBytes(LIMIT), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new WrongWords(terminal.sentence("cli.file.unreadable", "-", reason(e)));
            }
        else
            text = read(terminal, file);
        var secret = Secret.of(text);
        if (secret.isEmpty())
            throw new WrongWords(terminal.sentence("cli.file.empty", file));
        return secret;
    }

    /** @throws WrongWords when it holds no private key that can be used, or the algorithm is none */
    static ClientKey key(Terminal terminal, Path file, String algorithm) {
        var known = algorithm.toUpperCase(Locale.ROOT);
        if (!ClientKey.ALGORITHMS.contains(known))
            throw new WrongWords(terminal.sentence("cli.tenant.bad-algorithm", algorithm,
                    String.join(", ", ClientKey.ALGORITHMS)));
        return switch (ClientKey.read(read(terminal, file), known)) {
            case Parsed.Good<ClientKey>(var key) -> key;
            case Parsed.Bad<ClientKey>(var id, var values) ->
                throw new WrongWords(terminal.trouble("input." + id, values));
        };
    }

    /** @throws WrongWords when it cannot be written */
    static void write(Terminal terminal, Path file, String text) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null)
                Files.createDirectories(folder);
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new WrongWords(terminal.sentence("cli.file.unwritable", file, reason(e)));
        }
    }

    private static String reason(IOException e) {
        var message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}

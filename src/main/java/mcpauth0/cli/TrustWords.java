package mcpauth0.cli;

import java.io.IOException;
import java.nio.file.Path;
import mcpauth0.http.Trust;
import org.jspecify.annotations.Nullable;

/** The authorities of a PEM file that the words name, besides those that are trusted anyway. */
final class TrustWords {

    private TrustWords() {
    }

    /** @throws WrongWords when the file holds no certificate */
    static Trust with(Terminal terminal, @Nullable Path pem) {
        if (pem == null)
            return Trust.system();
        var text = FileWords.read(terminal, pem);
        try {
            return Trust.system().plus(Trust.parse(text));
        } catch (IOException _) {
            throw new WrongWords(terminal.sentence("cli.file.no-certificate", pem));
        }
    }
}

package mcpauth0;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import mcpauth0.http.Redaction;

/** The program's log: a file in the state folder, redacted, at most two files of one mebibyte; never the terminal. */
final class LogFile {

    private static final int LIMIT = 1 << 20;

    /** Kept, because the system forgets a logger's level with the logger. */
    private static final List<Logger> QUIET = List.of(Logger.getLogger("javafx"), Logger.getLogger("com.sun.javafx"));

    private LogFile() {
    }

    /** From here on nothing is logged to the terminal. Where the folder cannot be written, nothing is logged at all. */
    static void open(StateFolder state) {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        var root = Logger.getLogger("");
        for (var handler : root.getHandlers())
            root.removeHandler(handler);
        try {
            Files.createDirectories(state.make().resolve("log"));
            var handler = new FileHandler(state.resolve("log").resolve("mcp-auth0-setup.%g.log").toString(), LIMIT, 2,
                    true);
            handler.setFormatter(new Redacted());
            handler.setLevel(Level.INFO);
            root.addHandler(handler);
        } catch (IOException | UncheckedIOException e) {
            // A read-only home is no reason not to work.
        }
    }

    private static final class Redacted extends Formatter {

        private final SimpleFormatter plain = new SimpleFormatter();

        @Override
        public String format(LogRecord entry) {
            return Redaction.text(plain.format(entry));
        }
    }
}

package mcpauth0.cli;

import java.io.PrintStream;
import java.nio.file.Path;

/** Walks the whole wizard by itself, off screen, on the practice pair. The root implements it. */
@FunctionalInterface
public interface Tour {

    /**
     * Leaves a picture of each page and the report of the check in {@code out}, which is made where it is missing.
     *
     * @param brief only the first page, and no check: what the packed program rehearses
     * @param log told, in sentences, how far it has come
     * @return the exit code: 0 when the check at the end is healthy, or none was asked for
     */
    int run(Path out, boolean brief, PrintStream log);
}

package mcpauth0.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Asks the operator for a file. Behind an interface, because a machine without a screen has no dialogs. */
public interface FileChoice {

    /**
     * Asks for a file that exists.
     *
     * @param chosen not called when the operator thinks better of it
     */
    void open(String title, Consumer<Path> chosen);

    /**
     * Asks for a place to write to; the dialog has already asked before replacing a file.
     *
     * @param name proposed
     * @param chosen not called when the operator thinks better of it
     */
    void save(String title, String name, Consumer<Path> chosen);

    /**
     * Opens the folder in the system's own program for files. Blocks for a moment.
     *
     * @throws IOException when there is no such program
     */
    void reveal(Path folder) throws IOException;
    /** A kind of file that can be written; {@code ending} without the dot. */
    record Kind(String name, String ending) {
    }

    /**
     * The same where there are several kinds to choose from, the first proposed. What was typed without an ending gets that of
     * the chosen kind.
     */
    default void save(String title, String name, List<Kind> kinds, Consumer<Path> chosen) {
        save(title, name, chosen);
    }
}

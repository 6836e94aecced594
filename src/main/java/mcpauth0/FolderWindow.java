package mcpauth0;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The system's own program for files, started without a shell and with one folder as its only argument. */
final class FolderWindow {

    private FolderWindow() {
    }

    /** @throws IOException when it is no folder, or the program is missing */
    static void open(Path folder) throws IOException {
        if (!Files.isDirectory(folder))
            throw new IOException("no folder");
        new ProcessBuilder(program(System.getProperty("os.name", "")), folder.toAbsolutePath().toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start()
                .getOutputStream().close();
    }

    static String program(String system) {
        var name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("win") ? "explorer" : name.contains("mac") ? "open" : "xdg-open";
    }
}

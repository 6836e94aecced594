package mcpauth0.dist;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.css.Stylesheet;

/** The program's style sheets in the form that JavaFX needs not parse; it takes {@code app.bss} before {@code app.css}. */
final class StyleSheets {

    private StyleSheets() {
    }

    /**
     * Puts each in its binary form beside it.
     *
     * @param jar is changed
     * @param work an empty folder
     */
    static void compile(Path jar, Path work) throws IOException {
        try (var archive = FileSystems.newFileSystem(jar); var files = Files.list(archive.getPath("mcpauth0/ui"))) {
            for (var sheet : files.filter(file -> file.toString().endsWith(".css")).toList()) {
                var name = sheet.getFileName().toString();
                var text = Files.copy(sheet, work.resolve(name));
                var binary = work.resolve(name.replace(".css", ".bss"));
                Stylesheet.convertToBinary(text.toFile(), binary.toFile());
                Files.copy(binary, sheet.resolveSibling(binary.getFileName().toString()));
            }
        }
    }
}

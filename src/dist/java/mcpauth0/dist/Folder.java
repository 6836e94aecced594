package mcpauth0.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/** Folders as a whole. */
final class Folder {

    private Folder() {
    }

    /** Makes an empty folder of it, whatever it was. */
    static Path empty(Path folder) throws IOException {
        delete(folder);
        return Files.createDirectories(folder);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder))
            return;
        for (var file : below(folder).reversed())
            Files.delete(file);
    }

    /** With rights and links as they are. */
    static void copy(Path from, Path to) throws IOException {
        for (var file : below(from))
            Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES,
                    java.nio.file.LinkOption.NOFOLLOW_LINKS);
    }

    /** The folder and all that is in it, each after what it stands in. */
    static List<Path> below(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }

    /** In bytes. */
    static long size(Path folder) throws IOException {
        var size = 0L;
        for (var file : below(folder))
            if (Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                size += Files.size(file);
        return size;
    }
}

package mcpauth0.ui.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Setup;
import mcpauth0.setup.SetupFile;

/**
 * The set-ups of this computer, a file each in the folder {@code setups}, and beside it what became of it. They can be
 * gone on with, and hold no secret. Nothing is ever deleted: what is taken off the shelf, and what cannot be understood,
 * is kept.
 */
public final class Shelf {

    private static final Pattern NAME = Pattern.compile("(setup-\\d+)\\.json");

    private final Path folder;

    /** @param state the program's folder */
    public Shelf(Path state) {
        folder = state.resolve("setups");
    }

    /**
     * One of them.
     *
     * @param id names its files
     * @param setup as it was left, or why it cannot be read
     */
    public record Item(String id, Parsed<Setup> setup, History history, FileTime left) {
    }

    /** The one that was left last comes first. */
    public synchronized List<Item> all() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(java.util.regex.Matcher::matches)
                    .flatMap(name -> find(name.group(1)).stream()).sorted(Comparator.comparing(Item::left).reversed())
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** Empty for what is not there. */
    public synchronized Optional<Item> find(String id) {
        var file = file(id);
        try {
            var left = Files.getLastModifiedTime(file);
            return Optional.of(new Item(id, read(file), history(id), left));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Parsed<Setup> read(Path file) {
        try {
            return SetupFile.read(Files.readString(file));
        } catch (IOException _) {
            return Parsed.bad("setup-unreadable", file.toString());
        }
    }

    private History history(String id) {
        try {
            return History.read(Files.readString(beside(id)));
        } catch (IOException _) {
            return History.NONE;
        }
    }

    /**
     * A place for a new one.
     *
     * @param taken ids of which no file may be there yet
     */
    public synchronized String place(Set<String> taken) {
        for (var n = 1;; n++) {
            var id = "setup-" + n;
            if (!taken.contains(id) && !Files.exists(file(id)) && !Files.exists(removed(id)))
                return id;
        }
    }

    /**
     * Puts it there. Each file is written beside the old one first, so that a crash leaves a whole one.
     *
     * @throws IOException when that is not possible; what was there is then as it was
     */
    public synchronized void put(String id, Setup setup, History history) throws IOException {
        Files.createDirectories(folder);
        replace(file(id), SetupFile.write(setup));
        replace(beside(id), history.write());
    }

    private static void replace(Path file, String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Takes it off the shelf; its file goes on in the folder {@code removed}.
     *
     * @throws IOException when it cannot be moved
     */
    public synchronized void remove(String id) throws IOException {
        Files.createDirectories(removed(id).getParent());
        Files.move(file(id), removed(id), StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(beside(id));
    }

    /** Puts it back. @throws IOException when its file cannot be moved */
    public synchronized void restore(Item item) throws IOException {
        Files.move(removed(item.id()), file(item.id()));
        replace(beside(item.id()), item.history().write());
    }

    private Path file(String id) {
        return folder.resolve(id + ".json");
    }

    private Path beside(String id) {
        return folder.resolve(id + ".history");
    }

    private Path removed(String id) {
        return folder.resolve("removed").resolve(id + ".json");
    }

    /** Where the file of that set-up is. */
    public Path path(String id) {
        return file(id);
    }
}

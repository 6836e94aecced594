package mcpauth0.ui.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Setup;
import mcpauth0.setup.SetupFile;

/** The set-up that was walked through last, kept so that it can be gone on with. It holds no secret. */
public final class SavedSetup {

    private final Path file;

    public SavedSetup(Path state) {
        this.file = state.resolve("setup.json");
    }

    public Path file() {
        return file;
    }

    /** What is there; empty for nothing. */
    public Optional<Parsed<Setup>> read() {
        try {
            return Optional.of(SetupFile.read(Files.readString(file)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Parsed.bad("setup-unreadable", file.toString()));
        }
    }

    /**
     * Written beside it first, so that a crash leaves the old one whole. What is there and cannot be understood is put
     * aside.
     */
    public synchronized void write(Setup setup) throws IOException {
        if (read().filter(Parsed.Bad.class::isInstance).isPresent())
            putAside();
        Files.createDirectories(file.toAbsolutePath().getParent());
        var beside = file.resolveSibling("setup.json.new");
        Files.writeString(beside, SetupFile.write(setup));
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Makes room for another one: what is there, readable or not, stays beside it under a name of its own.
     *
     * @throws IOException when it cannot be moved; it is then still where it was
     */
    public synchronized void putAside() throws IOException {
        if (!Files.exists(file))
            return;
        for (var n = 1;; n++) {
            var beside = file.resolveSibling("setup." + n + ".json");
            if (!Files.exists(beside)) {
                Files.move(file, beside);
                return;
            }
        }
    }
}

package mcpauth0;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;

/**
 * Where the program keeps journals, the last set-up and its log: nothing secret. The environment variable
 * {@code MCP_AUTH0_SETUP_HOME} names another place.
 */
public record StateFolder(Path path) {

    private static final String NAME = "mcp-auth0-setup";

    /** Where this system keeps such things. */
    public static StateFolder usual() {
        return of(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    static StateFolder of(Map<String, String> environment, String system, Path home) {
        var own = environment.getOrDefault("MCP_AUTH0_SETUP_HOME", "");
        if (!own.isBlank())
            return new StateFolder(Path.of(own).toAbsolutePath());
        var os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win"))
            return new StateFolder(absolute(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                    .resolve(NAME));
        if (os.contains("mac"))
            return new StateFolder(home.resolve("Library/Application Support").resolve(NAME));
        return new StateFolder(absolute(environment.get("XDG_STATE_HOME"), home.resolve(".local/state"))
                .resolve(NAME));
    }

    /** A relative path counts as not set (XDG Base Directory Specification). */
    private static Path absolute(@org.jspecify.annotations.Nullable String written, Path fallback) {
        return written == null || written.isBlank() || !Path.of(written).isAbsolute() ? fallback : Path.of(written);
    }

    /**
     * Makes it, for this user alone.
     *
     * @throws IOException when that is impossible
     */
    public StateFolder make() throws IOException {
        var parent = path.getParent();
        if (parent != null)
            Files.createDirectories(parent);
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(path);
            return this;
        }
        var mine = PosixFilePermissions.fromString("rwx------");
        if (!Files.isDirectory(path))
            Files.createDirectories(path, PosixFilePermissions.asFileAttribute(mine));
        Files.setPosixFilePermissions(path, mine);
        return this;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }
}

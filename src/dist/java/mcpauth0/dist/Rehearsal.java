package mcpauth0.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lets the packed program show its first page, which proves that it runs, and keeps what the virtual machine loaded and
 * linked for it (JEP 514): all pages would double the cache, and those are loaded while people read. A cache that is not used costs nothing but time, so the build has to look whether
 * it is.
 */
final class Rehearsal {

    static final String CACHE = "mcp-auth0-setup.aot";
    private static final String USED = "Using AOT-linked classes: true";

    private final Image image;

    Rehearsal(Image image) {
        this.image = image;
    }

    void hold(Path work) throws IOException, InterruptedException {
        var cache = image.app().resolve(CACHE);
        var home = Folder.empty(work.resolve("home"));
        var said = start(home, List.of("-XX:AOTCacheOutput=" + cache.toAbsolutePath()), "tour", "--brief", "--out",
                work.resolve("tour").toString());
        if (!Files.exists(cache))
            throw new IllegalStateException("The rehearsal left no cache:\n" + said);
        image.add("-XX:AOTCache=$APPDIR/" + CACHE);
        said = start(home, List.of("-Xlog:aot=info:stdout"), "--version");
        if (!said.contains(USED))
            throw new IllegalStateException("The program does not use its cache:\n" + said);
        tidy();
    }

    private String start(Path home, List<String> options, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(image.launcher().toString()));
        command.addAll(List.of(words));
        return Tool.run(Map.of("JAVA_TOOL_OPTIONS", String.join(" ", options), "MCP_AUTH0_SETUP_HOME",
                home.toAbsolutePath().toString()), command);
    }

    /** The runtime's own commands were wanted for the rehearsal alone; where the launcher stands among them they stay. */
    private void tidy() throws IOException {
        if (image.platform() != Platform.WINDOWS)
            Folder.delete(image.runtime().resolve("bin"));
    }
}

package mcpauth0.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The program as a folder that can be started where it lies: launcher, jars, runtime. Its launcher starts the virtual
 * machine with the collector and the compiler that are ready first; what the program does is waiting for servers.
 */
record Image(Platform platform, Path folder) {

    static final List<String> OPTIONS = List.of("--enable-native-access=javafx.graphics,ALL-UNNAMED",
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djna.boot.library.path=$APPDIR", "-Djna.nounpack=true");

    /**
     * @param jar the program's own
     * @param icons the folder of them
     */
    static Image make(Platform platform, Release release, Path jar, LinkedRuntime runtime, Path icons, Path work)
            throws IOException, InterruptedException {
        var input = Folder.empty(work.resolve("input"));
        Files.copy(jar, input.resolve(jar.getFileName()));
        new Jars(platform, jar, input).copy(runtime.jars(false));
        var linked = work.resolve("runtime");
        runtime.make(linked, work.resolve("javafx"));
        var images = Folder.empty(work.resolve("image"));
        var words = new ArrayList<>(List.of("--type", "app-image", "--name", platform.launcherName(), "--app-version",
                release.version(), "--vendor", release.vendor(), "--description", release.description(), "--input",
                input.toString(), "--main-jar", jar.getFileName().toString(), "--runtime-image", linked.toString(),
                "--dest", images.toString(), "--icon", icon(platform, icons).toString()));
        for (var option : OPTIONS)
            words.addAll(List.of("--java-options", option));
        if (platform == Platform.MACOS)
            words.addAll(List.of("--mac-package-identifier", "mcpauth0.setup"));
        Tool.jdk("jpackage", words);
        return new Image(platform, images.resolve(platform.imageName()));
    }

    static Path icon(Platform platform, Path icons) {
        return icons.resolve(switch (platform) {
            case LINUX -> "mcp-auth0-setup-256.png";
            case MACOS -> "mcp-auth0-setup.icns";
            case WINDOWS -> "mcp-auth0-setup.ico";
        });
    }

    Path launcher() {
        return folder.resolve(platform.launcher);
    }

    Path runtime() {
        return folder.resolve(platform.runtime);
    }

    Path app() {
        return folder.resolve(platform.app);
    }

    /** From now on it starts with this option too. */
    void add(String option) throws IOException {
        Files.writeString(app().resolve(platform.launcherName() + ".cfg"), "java-options=" + option + "\n",
                StandardOpenOption.APPEND);
    }
}

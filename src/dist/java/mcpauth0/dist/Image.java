package mcpauth0.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program as a folder that can be started where it lies: launcher, jars, runtime. Its launcher starts the virtual
 * machine with the collector and the compiler that are ready first; what the program does is waiting for servers.
 */
record Image(Platform platform, Path folder) {

    static final List<String> OPTIONS = List.of("--enable-native-access=javafx.graphics,ALL-UNNAMED",
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djdk.reflect.useNativeAccessorOnly=true",
            "-Djna.boot.library.path=$APPDIR", "-Djna.nounpack=true");

    private static final String JAR = "mcp-auth0-setup.jar";

    /**
     * @param jar the program's own
     * @param icons the folder of them
     */
    static Image make(Platform platform, Release release, Path jar, LinkedRuntime runtime, Path icons, Path work)
            throws IOException, InterruptedException {
        var input = Folder.empty(work.resolve("input"));
        StyleSheets.compile(Files.copy(jar, input.resolve(jar.getFileName())), Folder.empty(work.resolve("sheets")));
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
        var image = new Image(platform, images.resolve(platform.imageName()));
        if (platform == Platform.LINUX) {
            image.script(OPTIONS);
            Files.delete(image.folder().resolve("lib/libapplauncher.so"));
            Files.delete(image.settings());
        }
        return image;
    }

    /**
     * In place of the launcher that comes with the JDK: on Linux that one asks dpkg and rpm, twice each, which package it
     * belongs to, before it starts anything, and this takes as long as the program's own start.
     */
    private void script(List<String> options) throws IOException {
        Files.writeString(launcher(), """
            #!/bin/sh
            here=$(readlink -f "$0")
            app=${here%%/bin/*}/lib/app
            exec "${here%%/bin/*}/lib/runtime/bin/java" %s -jar "$app/%s" "$@"
            """.formatted(options.stream().map(option -> "\\\n  \"" + option.replace("$APPDIR", "$app") + '"')
                .collect(Collectors.joining(" ")), JAR));
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
        if (platform == Platform.LINUX)
            script(Stream.concat(OPTIONS.stream(), Stream.of(option)).toList());
        else
            Files.writeString(settings(), "java-options=" + option + "\n", StandardOpenOption.APPEND);
    }

    /** What the JDK's launcher reads. */
    private Path settings() {
        return app().resolve(platform.launcherName() + ".cfg");
    }
}

package mcpauth0.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Java runtime with JavaFX and the modules that the program uses, and no other. */
final class LinkedRuntime {

    /** What {@code jdeps} finds in the jars, and what is found by name only: locales, curves, files inside of jars. */
    private static final List<String> MODULES = List.of("java.desktop", "java.logging",
            "java.management", "java.naming", "java.sql", "javafx.controls", "jdk.crypto.ec",
            "jdk.httpserver", "jdk.localedata", "jdk.net", "jdk.security.auth", "jdk.unsupported",
            "jdk.zipfs");

    private static final List<String> AWT = List.of("awt", "awt_headless", "awt_xawt", "fontmanager", "freetype",
            "javajpeg", "jawt", "lcms", "mlib_image", "splashscreen");

    private static final String LANGUAGES = "en,de,es,fr,ja,pt-BR";

    private final Platform platform;
    private final Path libraries;

    /** @param libraries the jars of the program, JavaFX among them */
    LinkedRuntime(Platform platform, Path libraries) {
        this.platform = platform;
        this.libraries = libraries;
    }

    /**
     * @param into is made
     * @param work is emptied
     */
    void make(Path into, Path work) throws IOException, InterruptedException {
        var fx = Folder.empty(work);
        for (var jar : jars(true))
            Files.copy(jar, fx.resolve(jar.getFileName()));
        Folder.delete(into);
        Tool.jdk("jlink", List.of("--module-path", fx.toString(), "--add-modules", modules(),
                "--include-locales=" + LANGUAGES, "--exclude-resources=regex:.*\\.(so|dylib|dll)$", "--no-header-files",
                "--no-man-pages", "--compress=zip-0",
                "--output", into.toString()));
        for (var jar : jars(true))
            unpack(jar, into.resolve(platform.natives));
        if (platform == Platform.LINUX)
            lighten(into.resolve(platform.natives));
    }

    /** JavaFX asks for the module of AWT and uses none of its natives; names of inner functions serve debuggers alone. */
    private static void lighten(Path natives) throws IOException, InterruptedException {
        for (var name : AWT)
            Files.deleteIfExists(natives.resolve("lib" + name + ".so"));
        if (Tool.there("strip"))
            Tool.run(Map.of(), List.of("strip", "--strip-unneeded", natives.resolve("server/libjvm.so").toString()));
    }

    private String modules() {
        return Stream.concat(MODULES.stream(), platform.modules().stream()).collect(Collectors.joining(","));
    }

    /** Jars of JavaFX, or the others. */
    List<Path> jars(boolean javafx) throws IOException {
        try (var files = Files.list(libraries)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> file.getFileName().toString().startsWith("javafx-") == javafx).sorted().toList();
        }
    }

    /** Beside the virtual machine's own they are loaded from where they are; inside of a module they are unpacked first. */
    private void unpack(Path jar, Path into) throws IOException {
        try (var archive = FileSystems.newFileSystem(jar); var files = Files.list(archive.getPath("/"))) {
            files.filter(file -> file.toString().endsWith(platform.library)).forEach(file -> {
                try {
                    Files.copy(file, into.resolve(file.getFileName().toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}

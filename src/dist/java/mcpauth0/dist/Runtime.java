package mcpauth0.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Java runtime with JavaFX and the modules that the program uses, and no other. */
final class Runtime {

    /** What is found by name only while the program runs: locales, curves, and files inside of jars. */
    private static final List<String> BY_NAME = List.of("javafx.controls", "jdk.localedata", "jdk.crypto.ec",
            "jdk.zipfs");

    private static final String LANGUAGES = "en,de,es,fr,ja,pt-BR";

    private final Platform platform;
    private final Path libraries;

    /** @param libraries the jars of the program, JavaFX among them */
    Runtime(Platform platform, Path libraries) {
        this.platform = platform;
        this.libraries = libraries;
    }

    /**
     * @param into is made
     * @param work is emptied
     */
    void make(Path into, Path work) throws IOException {
        var fx = Folder.empty(work);
        for (var jar : jars(true))
            Files.copy(jar, fx.resolve(jar.getFileName()));
        Folder.delete(into);
        Tool.jdk("jlink", List.of("--module-path", fx.toString(), "--add-modules", String.join(",", modules()),
                "--include-locales=" + LANGUAGES, "--exclude-resources=regex:.*\\.(so|dylib|dll)$", "--no-header-files",
                "--no-man-pages", "--compress=zip-0",
                "--output", into.toString()));
        for (var jar : jars(true))
            unpack(jar, into.resolve(platform.natives));
    }

    /** Jars of JavaFX, or the others. */
    List<Path> jars(boolean javafx) throws IOException {
        try (var files = Files.list(libraries)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> file.getFileName().toString().startsWith("javafx-") == javafx).sorted().toList();
        }
    }

    /** What the jars were compiled against, as far as it is in the JDK, and what is found by name. */
    private Iterable<String> modules() throws IOException {
        var words = Stream.concat(
                Stream.of("--print-module-deps", "--ignore-missing-deps", "--multi-release", "25", "--class-path",
                        jars(true).stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator))),
                Stream.concat(jars(false).stream(), jars(true).stream()).map(Path::toString)).toList();
        var said = Tool.jdk("jdeps", words).strip();
        var modules = new TreeSet<>(List.of(said.substring(said.lastIndexOf('\n') + 1).split(",")));
        modules.removeIf(name -> name.startsWith("javafx."));
        modules.addAll(BY_NAME);
        modules.addAll(platform.modules);
        return modules;
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

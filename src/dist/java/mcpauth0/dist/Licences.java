package mcpauth0.dist;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import mcpauth0.ui.model.Licence;

/** The terms of everything that is inside, in one text: the list, then what the libraries themselves bring along. */
final class Licences {

    private static final Pattern TERMS = Pattern.compile("(?i).*/?(licen[cs]e|notice|copying)[^/]*(\\.txt|\\.md)?");

    private Licences() {
    }

    static Path write(Iterable<Path> jars, Path runtime, Path into) throws IOException {
        var text = new StringBuilder("MCP Auth0 Setup contains the work of others, each under its own terms.\n\n");
        for (var one : Licence.all())
            text.append("- ").append(one.name()).append(": ").append(one.licence()).append(" (").append(one.url())
                    .append(")\n");
        text.append("- The Java runtime: GNU General Public License 2 with Classpath Exception (")
                .append("https://openjdk.org/legal/gplv2+ce.html)\n");
        for (var jar : jars)
            brought(jar, text);
        var legal = runtime.resolve("legal");
        if (Files.isDirectory(legal))
            for (var file : Folder.below(legal))
                if (Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)
                        && !file.getFileName().toString().endsWith(".md"))
                    add("Java runtime, " + legal.relativize(file), Files.readString(file), text);
        return Files.writeString(into, text);
    }

    private static void brought(Path jar, StringBuilder text) throws IOException {
        try (var archive = FileSystems.newFileSystem(jar); var files = Files.walk(archive.getPath("/"), 3)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> TERMS.matcher(file.toString()).matches()
                            && !file.toString().toLowerCase(Locale.ROOT).endsWith(".class"))
                    .sorted().toList())
                add(jar.getFileName() + file.toString(), Files.readString(file), text);
        }
    }

    private static void add(String title, String words, StringBuilder text) {
        text.append("\n\n").append("=".repeat(78)).append('\n').append(title).append("\n\n").append(words.strip())
                .append('\n');
    }
}

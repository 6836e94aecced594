package mcpauth0.support;

import java.io.File;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import mcpauth0.http.Build;

/** What the program runs on, line by line. */
final class Versions {

    private Versions() {
    }

    static String text() {
        var libraries = Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar")).map(entry -> Path.of(entry).getFileName().toString()).sorted()
                .collect(Collectors.joining("\n  "));
        return """
            MCP Auth0 Setup %s
            Java %s (%s)
            JavaFX %s
            System %s %s, %s
            Language %s, letters %s
            Libraries
              %s
            """.formatted(Build.version(), Runtime.version(), property("java.vendor"), property("javafx.version"),
                property("os.name"), property("os.version"), property("os.arch"), Locale.getDefault().toLanguageTag(),
                Charset.defaultCharset(), libraries);
    }

    private static String property(String name) {
        return System.getProperty(name, "-");
    }
}

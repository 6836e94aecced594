package mcpauth0.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What Maven knew when it built the program. */
public final class Build {

    private static final String VERSION = read();

    private Build() {
    }

    public static String version() {
        return VERSION;
    }

    private static String read() {
        try (var in = Build.class.getResourceAsStream("/mcpauth0/build.properties")) {
            if (in == null)
                return "0";
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

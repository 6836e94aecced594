package mcpauth0.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** What Maven knew when it built the program. */
public final class Build {

    private static final Properties KNOWN = read();

    private Build() {
    }

    public static String version() {
        return KNOWN.getProperty("version", "0");
    }

    /** The address that tells of the newest version; empty where somebody else brings updates. */
    public static Optional<String> releases() {
        return Optional.of(KNOWN.getProperty("releases", "")).filter(address -> address.startsWith("https://"));
    }

    private static Properties read() {
        try (var in = Build.class.getResourceAsStream("/mcpauth0/build.properties")) {
            var properties = new Properties();
            if (in != null)
                properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

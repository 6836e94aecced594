package mcpauth0.export.connect;

import java.util.Locale;
import java.util.Optional;
import mcpauth0.setup.McpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told of a server.
 *
 * @param title what people call the server
 * @param application the application that was made for this client by hand; null where it registers itself
 */
public record Entry(McpUrl server, String title, @Nullable Application application) {

    /** What stands where a client's secret goes. */
    public static final String SECRET = "YOUR_CLIENT_SECRET";

    private static final int LONGEST_NAME = 40;

    /** @param confidential whether it has a secret */
    public record Application(String clientId, boolean confidential) {
    }

    /** @param title empty for none: the server's host then stands for it */
    public Entry {
        if (title.isBlank())
            title = server.host();
    }

    /**
     * What configurations and commands call the server: small ASCII letters, digits and hyphens between them, at most 40,
     * so that no client, shell or file format can take it for anything else. From the title, else from the host.
     */
    public String name() {
        var name = plain(title);
        if (name.isEmpty())
            name = plain(server.host());
        return name.isEmpty() ? "mcp-server" : name;
    }

    private static String plain(String text) {
        var name = new StringBuilder();
        for (var c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            var taken = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (taken)
                name.append(c);
            else if (!name.isEmpty() && name.charAt(name.length() - 1) != '-')
                name.append('-');
            if (name.length() == LONGEST_NAME)
                break;
        }
        while (!name.isEmpty() && name.charAt(name.length() - 1) == '-')
            name.setLength(name.length() - 1);
        return name.toString();
    }

    /**
     * The value as one word of a command that sh, PowerShell and cmd all read alike; empty where there is none, and the
     * command is then not offered.
     */
    static Optional<String> word(String value) {
        var plain = true;
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c <= ' ' || c > '~' || "\"$`!\\".indexOf(c) >= 0)
                return Optional.empty();
            plain &= Character.isLetterOrDigit(c) || "/:._-".indexOf(c) >= 0;
        }
        return value.isEmpty() || value.startsWith("-")
                ? Optional.empty()
                : Optional.of(plain ? value : '"' + value + '"');
    }
}

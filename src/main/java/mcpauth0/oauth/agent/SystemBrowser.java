package mcpauth0.oauth.agent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import mcpauth0.oauth.Endpoints;
import mcpauth0.oauth.UserAgent;
import org.jspecify.annotations.Nullable;

/**
 * Opens the system's browser, or the program that {@code $BROWSER} names: one path, started without a shell, with the
 * address as its only argument.
 */
public final class SystemBrowser implements UserAgent {

    private final UnaryOperator<String> words;
    private final List<String> command;

    /** @param words looks up the words of the last page by their key */
    public SystemBrowser(UnaryOperator<String> words) {
        this(words, System.getenv(), System.getProperty("os.name", ""));
    }

    SystemBrowser(UnaryOperator<String> words, Map<String, String> environment, String system) {
        this.words = words;
        this.command = commandOf(environment.get("BROWSER"), system.toLowerCase(Locale.ROOT));
    }

    private static List<String> commandOf(@Nullable String named, String system) {
        if (named != null && !named.isBlank())
            return List.of(named.strip());
        if (system.contains("win"))
            return List.of("rundll32", "url.dll,FileProtocolHandler");
        return List.of(system.contains("mac") ? "open" : "xdg-open");
    }

    /**
     * Starts the program and waits for its end, which for most comes at once; a login that ends first leaves it running.
     *
     * @throws Refused when the address is not a safe one, or the program is missing or ends with another code than 0
     */
    @Override
    public void visit(String url) throws IOException {
        if (!Endpoints.safe(url))
            throw new Refused("insecure-endpoint", Endpoints.bare(url));
        var process = start(url);
        process.getOutputStream().close();
        try {
            var code = process.waitFor();
            if (code != 0)
                throw new Refused("browser-failed", command.getFirst() + " (" + code + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start(String url) throws Refused {
        var line = new ArrayList<>(command);
        line.add(url);
        try {
            return new ProcessBuilder(line).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new Refused("browser-missing", command.getFirst());
        }
    }

    @Override
    public String words(String key) {
        return words.apply(key);
    }
}

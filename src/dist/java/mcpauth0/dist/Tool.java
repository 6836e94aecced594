package mcpauth0.dist;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/** Other programs: those of the JDK in this process, the system's in one of their own. What they say is shown when they fail. */
final class Tool {

    private Tool() {
    }

    /**
     * Runs a tool of this JDK.
     *
     * @return what it wrote
     */
    static String jdk(String name, List<String> words) {
        var tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("This JDK has no " + name + "."));
        var said = new StringWriter();
        var writer = new PrintWriter(said, true);
        var code = tool.run(writer, writer, words.toArray(String[]::new));
        if (code != 0)
            throw new IllegalStateException(name + " " + String.join(" ", words) + " ended with " + code + "\n" + said);
        return said.toString();
    }

    /**
     * Runs a program of the system.
     *
     * @return what it wrote, errors too
     */
    static String run(Map<String, String> environment, List<String> words) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var code = process.waitFor();
        if (code != 0)
            throw new IllegalStateException(String.join(" ", words) + " ended with " + code + "\n" + said);
        return said;
    }

    /** Whether the system finds a program of this name. */
    static boolean there(String name) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(name)));
    }
}

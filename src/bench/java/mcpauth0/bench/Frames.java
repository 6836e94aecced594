package mcpauth0.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How long each frame of the window takes while a slow server is checked, as the toolkit's own pulse logger tells it: the
 * time of the screen's thread and of drawing. The check is gone through once before, so that the program is loaded and
 * compiled when it counts.
 */
final class Frames {

    /** {@code PULSE: 12 [16ms:3ms]}: since the last one, and how long it took. */
    private static final Pattern PULSE = Pattern.compile("PULSE: \\d+ \\[(\\d+)ms:(\\d+)ms]");
    private static final List<String> OPTIONS = List.of("-Djavafx.pulseLogger=true", "-Dglass.platform=Headless",
            "-Dprism.order=sw");
    private static final int LONGEST = 50;

    private final PrintStream out;
    private final Path folder;

    Frames(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    void print() throws IOException {
        var process = new ProcessBuilder(Java.line(OPTIONS, Window.class.getName(), folder.resolve("state").toString()))
                .redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var from = text.indexOf(Window.BEGIN);
        var to = text.indexOf(Window.END);
        if (from < 0 || to < from)
            throw new IOException("the window told nothing: " + text);
        var took = PULSE.matcher(text.substring(from, to)).results().map(pulse -> Integer.valueOf(pulse.group(2)))
                .sorted().toList();
        if (took.isEmpty())
            throw new IOException("no frame was drawn");
        out.printf("  %d frames, longest %d ms, 99 of 100 within %d ms, half within %d ms; %d longer than %d ms%n",
                took.size(), took.getLast(), took.get(took.size() * 99 / 100), took.get(took.size() / 2),
                took.stream().filter(one -> one > LONGEST).count(), LONGEST);
    }
}

package mcpauth0.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long each frame of the window takes while a slow server is checked, as the toolkit's own pulse logger tells it: the
 * time of the screen's thread and of drawing; and how long it took from one to the next, which tells of what the screen's
 * thread did between them. Everything is done twice in one process, first as the program has just
 * started, then when it is loaded and compiled; once with a server that is sound, once with one in which much is broken.
 */
final class Frames {

    /** {@code PULSE: 12 [16ms:30ms]}, or shorter {@code [12 16ms:3ms]}: since the last one began, and how long it took. */
    private static final Pattern PULSE = Pattern.compile("(?:PULSE: \\d+ \\[|\\[\\d+ )(\\d+)ms:(\\d+)ms]");
    private static final List<String> OPTIONS = List.of("-Djavafx.pulseLogger=true", "-Dglass.platform=Headless",
            "-Dprism.order=sw");
    private static final String[] BROKEN = {"prm-not-found", "challenge-no-resource-metadata", "cors-allow-headers"};
    private static final int LONGEST = 50;

    private final PrintStream out;
    private final Path folder;

    Frames(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    void print() throws IOException {
        print("a sound server");
        print("a server that is broken", BROKEN);
    }

    private void print(String server, String... faults) throws IOException {
        var words = Stream.concat(Stream.of(Window.class.getName(), folder.resolve("state").toString()),
                Stream.of(faults));
        var process = new ProcessBuilder(Java.line(OPTIONS, words.toArray(String[]::new)))
                .redirectErrorStream(true).start();
        var rest = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        out.println("  " + server + ":");
        var parts = Window.Part.values();
        for (int round = 1; round <= Window.ROUNDS; round++)
            for (int i = 0; parts[i] != Window.Part.END; i++) {
                rest = after(rest, parts[i]);
                print(round, parts[i], rest.substring(0, rest.length() - after(rest, parts[i + 1]).length()));
            }
    }

    private static String after(String text, Window.Part part) throws IOException {
        var at = text.indexOf("\n" + part);
        if (at < 0)
            throw new IOException("the window did not come to " + part + ": " + text);
        return text.substring(at);
    }

    private void print(int round, Window.Part part, String text) throws IOException {
        var took = times(text, 2);
        var apart = times(text, 1);
        out.printf("    %s, %-4s  %3d frames drawn, half within %2d ms, longest %3d ms, %d longer than %d ms;"
                + " longest from one to the next %3d ms%n", round == 1 ? "first time" : "again     ",
                part.name().toLowerCase(Locale.ROOT), took.size(), took.get(took.size() / 2), took.getLast(),
                took.stream().filter(one -> one > LONGEST).count(), LONGEST, apart.getLast());
    }

    private static List<Integer> times(String text, int which) throws IOException {
        var times = PULSE.matcher(text).results().map(pulse -> Integer.valueOf(pulse.group(which)))
                .filter(one -> one > 0).sorted().toList();
        if (times.isEmpty())
            throw new IOException("no frame was drawn");
        return times;
    }
}

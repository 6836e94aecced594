package mcpauth0.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Prints what the diagnosis costs: {@code mvn -Pbench -DskipTests verify}. */
final class Bench {

    /** Milliseconds that each answer takes longer, as from another continent. */
    private static final int DELAY = 100;

    private static final List<Integer> NUMBERS = List.of(1, 10, 100, 1000);

    private Bench() {
    }

    /** @param words how many targets, where it is not to be 1, 10, 100 and 1,000 */
    static void main(String[] words) throws IOException {
        var out = System.out;
        out.printf("Java %s on %d processors; every answer of the practice pair takes %d ms longer.%n%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), DELAY);
        out.println("One server after another, without a login:");
        new OneServer(out, DELAY).print();
        out.println();
        out.println("Many servers, without a login:");
        var folder = Files.createTempDirectory("bench");
        try {
            new ManyServers(out, DELAY, folder)
                    .print(words.length == 0 ? NUMBERS : Stream.of(words).map(Integer::valueOf).toList());
            out.println();
            out.println("The window while a slow server is checked:");
            new Frames(out, folder).print();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var one : all.sorted((a, b) -> b.compareTo(a)).toList())
                Files.delete(one);
        }
    }
}

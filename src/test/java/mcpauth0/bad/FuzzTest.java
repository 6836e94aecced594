package mcpauth0.bad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import mcpauth0.bad.Parsers.Parser;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Real examples, spoilt at random, in every parser of what others wrote: it reads them or says no, in time. The system
 * property {@code fuzz.seconds} is the time for everything (6), {@code fuzz.seed} repeats a run.
 */
class FuzzTest {

    private static final Duration TIME = Duration.ofMillis((long) (1000 * Double.parseDouble(
            System.getProperty("fuzz.seconds", "6"))));
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());

    /** One input is small; a machine may be busy, and its first inputs compile the parser. */
    private static final Duration SLOW = Duration.ofSeconds(3);

    /** Of which half is for whole runs. */
    private static final Duration SHARE = TIME.dividedBy(2L * Parsers.ALL.size());

    static final List<Parser> PARSERS = Parsers.ALL;

    @ParameterizedTest
    @FieldSource("PARSERS")
    void everyParserReadsOrSaysNo(Parser parser) {
        var last = new AtomicReference<byte[]>(new byte[0]);
        try {
            assertTimeoutPreemptively(SHARE.plusSeconds(20), () -> {
                var mutation = new Mutation(SEED);
                for (var example : parser.examples())
                    read(parser, example, last);
                for (var end = System.nanoTime() + SHARE.toNanos(); System.nanoTime() < end;)
                    read(parser, mutation.of(mutation.oneOf(parser.examples())), last);
            });
        } catch (Throwable e) {
            var shown = Objects.requireNonNull(last.get());
            fail(parser.name() + ", seed " + SEED + ", " + shown.length + " bytes: "
                    + Base64.getEncoder().encodeToString(Arrays.copyOf(shown, Math.min(shown.length, 3_000))), e);
        }
    }

    private static void read(Parser parser, byte[] bytes, AtomicReference<byte[]> last) throws Exception {
        last.set(bytes);
        var begun = System.nanoTime();
        try {
            parser.reading().read(bytes);
        } catch (Exception e) {
            if (parser.declared().stream().noneMatch(kind -> kind.isInstance(e)))
                throw e;
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SLOW);
    }

    /** Whole runs on a server that spoils its good answers: what no parser sees, a check does. */
    @Test
    void everyCheckSaysSomethingOfWhateverComes() throws IOException {
        var mutation = new Mutation(SEED);
        var end = System.nanoTime() + TIME.dividedBy(2).toNanos();
        do {
            var place = mutation.oneOf(List.of(Place.values()));
            var sent = new AtomicReference<byte[]>(new byte[0]);
            try (var server = new BadServer(place, (wire, good) -> {
                byte[] spoilt;
                synchronized (mutation) {
                    spoilt = mutation.of(good.last());
                }
                sent.set(spoilt);
                wire.write(spoilt);
            })) {
                var report = assertTimeoutPreemptively(Duration.ofSeconds(30),
                        () -> BadServersTest.run(server, place.needsLogin()));
                var last = Objects.requireNonNull(sent.get());
                assertThat(report.findings()).as("%s, seed %d: %s", place, SEED, Base64.getEncoder()
                        .encodeToString(Arrays.copyOf(last, Math.min(last.length, 3_000))))
                        .extracting(Finding::verdict).doesNotContain(new Verdict.Blocked("unexpected"));
                Shown.assertHarmless(report);
            }
        } while (System.nanoTime() < end);
    }
}

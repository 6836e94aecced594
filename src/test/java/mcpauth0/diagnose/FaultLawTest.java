package mcpauth0.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mcpauth0.demo.Fault;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import mcpauth0.diagnose.Report.Finding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of the practice pair is noticed by the check of its name, and brings nothing with it unexplained. */
class FaultLawTest {

    /** Of so many, one is tried in every build; the others only in the full one. */
    private static final int ONE_OF = 4;

    /** Those that the property {@code faults} names, else a sample over all groups. */
    static Stream<String> sample() {
        var named = System.getProperty("faults", "");
        return named.isEmpty() ? every(true) : Stream.of(named.split(","));
    }

    static Stream<String> rest() {
        return System.getProperty("faults", "").isEmpty() ? every(false) : Stream.of();
    }

    private static Stream<String> every(boolean sample) {
        var all = Fault.all().stream().map(Fault::id).toList();
        return IntStream.range(0, all.size()).filter(at -> (at % ONE_OF == 0) == sample).mapToObj(all::get);
    }

    @BeforeAll
    static void say() {
        System.out.printf("fault law: %d checks, %d faults, %d of them in every build%n", Checks.all().size(),
                Fault.all().size(), every(true).count());
    }

    @ParameterizedTest
    @MethodSource("sample")
    void itsCheckBreaksAndNothingElseUnexplained(String fault) throws IOException {
        holds(fault);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("rest")
    @Tag("full")
    void soDoTheOthers(String fault) throws IOException {
        holds(fault);
    }

    private static void holds(String fault) throws IOException {
        var report = Examination.once(Options.of(Start.HEALTHY).withFaults(fault),
                options -> options.within(options.timeout(), Duration.ofSeconds(15)), true);
        var broken = report.findings().stream().filter(Finding::broken).map(finding -> finding.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(broken).contains(fault);
        assertThat(FaultPairsLawTest.untrue(report)).as("are said not to be asked for").isEmpty();
        broken.remove(fault);
        assertThat(new Causes().closure(fault)).containsAll(broken);
        assertThat(report.findings())
                .filteredOn(finding -> finding.verdict() instanceof Verdict.Blocked && finding.causedBy() == null)
                .isEmpty();
        assertThat(report.causes()).extracting(finding -> finding.rule().id()).contains(fault);
        assertThat(report.causes()).filteredOn(finding -> !finding.rule().id().equals(fault))
                .allSatisfy(finding -> assertThat(((Verdict.Broken) finding.verdict()).remedy())
                        .isInstanceOf(Remedy.RunStep.class));
    }
}

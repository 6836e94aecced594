package mcpauth0.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcpauth0.demo.Fault;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import mcpauth0.diagnose.Report.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of the practice pair is noticed by the check of its name, and brings nothing with it unexplained. */
class FaultLawTest {

    /** All, or those that the property {@code faults} names. */
    static Stream<String> faults() {
        var named = System.getProperty("faults", "");
        return named.isEmpty() ? Fault.all().stream().map(Fault::id) : Stream.of(named.split(","));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void itsCheckBreaksAndNothingElseUnexplained(String fault) throws IOException {
        var report = Examination.once(Options.of(Start.HEALTHY).withFaults(fault),
                options -> options.within(options.timeout(), Duration.ofSeconds(15)), true);
        var broken = report.findings().stream().filter(Finding::broken).map(finding -> finding.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(broken).contains(fault);
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

package mcpauth0.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.function.UnaryOperator;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import org.junit.jupiter.api.Test;

class BlankTenantTest {

    @Test
    void everyMissingStepIsNamedOnceInTheOrderOfApplying() throws IOException {
        var report = Examination.once(Options.of(Start.BLANK), UnaryOperator.identity(), true);
        assertThat(report.overall()).isEqualTo(Report.Overall.BROKEN);
        var steps = report.findings().stream().map(Report.Finding::verdict).filter(Verdict.Broken.class::isInstance)
                .map(verdict -> ((Verdict.Broken) verdict).remedy()).filter(Remedy.RunStep.class::isInstance)
                .map(remedy -> ((Remedy.RunStep) remedy).step()).toList();
        assertThat(steps).containsExactly("create-api", "grant-third-party-clients", "understand-resource",
                "promote-connections", "open-registration");
        assertThat(report.findings().subList(0, 5)).allSatisfy(finding -> assertThat(finding.causedBy()).isNull());
        assertThat(report.findings())
                .filteredOn(finding -> finding.verdict() instanceof Verdict.Blocked && finding.causedBy() == null)
                .isEmpty();
    }

    @Test
    void withoutAccessToTheTenantTheClosedRegistrationIsNamed() throws IOException {
        try (var examination = new Examination(Options.of(Start.BLANK))) {
            var report = examination.run(examination.options().withUserAgent(examination.user()));
            assertThat(report.causes().getFirst().rule().id()).isEqualTo("reg-dcr-disabled");
            assertThat(report.causes().getFirst().verdict()).isInstanceOfSatisfying(Verdict.Broken.class,
                    broken -> assertThat(broken.remedy()).isEqualTo(new Remedy.RunStep("open-registration")));
        }
    }
}

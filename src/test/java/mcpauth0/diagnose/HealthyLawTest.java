package mcpauth0.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import mcpauth0.diagnose.Report.Finding;
import org.junit.jupiter.api.Test;

class HealthyLawTest {

    private static final Set<String> UNTESTABLE = Set.of("not-asked-for", "token-given", "needs-deep", "needs-tenant",
            "needs-permission", "decoy-failed", "proxied", "needs-second-person",
            "needs-public-resolver",
            // Genuine tokens that no issuer gives, or not this one.
            "no-early-token", "no-token-for-nobody", "no-id-token",
            // What only a change at the issuer, or the server's other side, would show.
            "needs-key-rotation", "upstream-unseen",
            // A server that cannot reach this machine shows nobody where it fetches keys.
            "no-reachable-address");

    @Test
    void onTheHealthyPairNothingIsBrokenOrBlocked() throws IOException {
        var report = Examination.once(Options.of(Start.HEALTHY), UnaryOperator.identity(), true);
        assertThat(report.findings()).filteredOn(finding -> finding.verdict() instanceof Verdict.Broken
                || finding.verdict() instanceof Verdict.Blocked).isEmpty();
        var holds = report.findings().stream().filter(finding -> finding.verdict() instanceof Verdict.Holds)
                .map(finding -> finding.rule().id()).toList();
        assertThat(holds).hasSizeGreaterThanOrEqualTo(20).contains("rs-accepts-wrong-audience",
                "rs-accepts-tampered-signature", "rs-rejects-valid-token", "prm-resource-mismatch");
        assertThat(report.overall()).isEqualTo(Report.Overall.HEALTHY);
        assertThat(reasons(report)).isSubsetOf(UNTESTABLE);
    }

    @Test
    void onAPublishedPairEvenWhatConcernsOnlyHostedClientsHolds() throws IOException {
        var report = Examination.once(Options.of(Start.HEALTHY).asPublished(), UnaryOperator.identity(), true);
        assertThat(report.target().value()).isEqualTo("https://mcp.practice.example/mcp");
        assertThat(report.findings()).filteredOn(finding -> finding.verdict() instanceof Verdict.Broken
                || finding.verdict() instanceof Verdict.Blocked).isEmpty();
        assertThat(report.findings()).filteredOn(finding -> finding.rule().applies() == Rule.Applies.HOSTED_CLIENTS)
                .isNotEmpty().allSatisfy(finding -> assertThat(finding.verdict())
                        .isNotEqualTo(new Verdict.NotApplicable("local-target")));
    }

    @Test
    void withoutALoginNothingIsBlockedAndNobodyIsRegistered() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY))) {
            var report = examination.run(examination.options());
            assertThat(report.overall()).isEqualTo(Report.Overall.HEALTHY);
            assertThat(report.findings()).filteredOn(finding -> finding.verdict() instanceof Verdict.Blocked)
                    .isEmpty();
            assertThat(reasons(report)).contains("not-asked-for").isSubsetOf(UNTESTABLE);
            assertThat(examination.pair().tenant().requests()).extracting(seen -> seen.path())
                    .doesNotContain("/oidc/register", "/authorize", "/oauth/token");
        }
    }

    @Test
    void theDecoyIsGoneAfterwards() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY))) {
            var before = examination.pair().tenant().state().path("apis").size();
            examination.run(examination.everything());
            assertThat(examination.pair().tenant().state().path("apis").size()).isEqualTo(before);
            assertThat(examination.pair().tenant().requests()).extracting(seen -> seen.method() + " " + seen.path())
                    .contains("POST /api/v2/resource-servers");
        }
    }

    private static List<String> reasons(Report report) {
        return report.findings().stream().map(Finding::verdict)
                .filter(Verdict.NotTestableFromHere.class::isInstance)
                .map(verdict -> ((Verdict.NotTestableFromHere) verdict).reason()).distinct().toList();
    }
}

package mcpauth0.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tenant's settings would show is also recognised by how a login ends, without a look into the tenant. */
class LoginWithoutTenantAccessTest {

    @ParameterizedTest
    @ValueSource(strings = {"reg-dcr-disabled", "reg-dcr-quota", "authz-resource-unknown", "authz-client-no-grant",
            "authz-resource-ignored", "authz-no-connection", "authz-denied"})
    void theLoginTells(String fault) throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY).withFaults(fault))) {
            var report = examination.run(examination.options().withUserAgent(examination.user()));
            assertThat(report.causes()).extracting(finding -> finding.rule().id()).containsExactly(fault);
            assertThat(report.overall()).isEqualTo(Report.Overall.BROKEN);
        }
    }
}

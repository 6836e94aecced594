package mcpauth0.diagnose.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import mcpauth0.demo.Seen;
import mcpauth0.diagnose.Examination;
import mcpauth0.diagnose.Remedy;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Verdict;
import mcpauth0.http.Json;
import org.junit.jupiter.api.Test;

/** What is done in the name of other clients, and that nothing of it stays. */
class OtherClientsTest {

    private static final List<String> SHAPES = List.of("reg-dcr-auth-method-rejected", "reg-dcr-redirect-rejected",
            "reg-dcr-client-name-rejected", "reg-application-type-conflict");

    private static Verdict verdict(Report report, String id) {
        return report.findings().stream().filter(finding -> finding.rule().id().equals(id)).findFirst().orElseThrow()
                .verdict();
    }

    private static long registrations(Examination examination) {
        return examination.pair().tenant().requests().stream().map(Seen::path).filter("/oidc/register"::equals).count();
    }

    @Test
    void aDeepCheckRegistersThreeShapesOneAtATimeAndDeletesThem() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY))) {
            var before = examination.pair().tenant().state().path("clients").size();
            var report = examination.run(examination.everything());
            assertThat(SHAPES).allSatisfy(id -> assertThat(verdict(report, id)).isInstanceOf(Verdict.Holds.class));
            assertThat(registrations(examination)).isEqualTo(1 + 3);
            assertThat(examination.pair().tenant().state().path("clients").size()).isEqualTo(before + 1);
            var order = examination.pair().tenant().requests().stream()
                    .filter(seen -> seen.path().equals("/oidc/register")
                            || (seen.method().equals("DELETE") && seen.path().startsWith("/api/v2/clients/tpc_")))
                    .map(Seen::method).toList();
            assertThat(order).containsExactly("POST", "POST", "DELETE", "POST", "DELETE", "POST", "DELETE");
        }
    }

    @Test
    void withoutDepthOrTenantOneClientAtMostIsRegistered() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY))) {
            var shallow = examination.run(examination.everything().withDeep(false));
            assertThat(SHAPES).allSatisfy(id -> assertThat(verdict(shallow, id))
                    .isEqualTo(new Verdict.NotTestableFromHere("needs-deep")));
            var alone = examination.run(examination.everything().withTenant(null));
            assertThat(SHAPES).allSatisfy(id -> assertThat(verdict(alone, id))
                    .isEqualTo(new Verdict.NotTestableFromHere("needs-tenant")));
            assertThat(registrations(examination)).isEqualTo(1);
        }
    }

    /** The client of an earlier check still signs in; what a closed door refuses is nothing that the shape did wrong. */
    @Test
    void whereRegistrationWasClosedSinceNoShapeIsTriedAndNoneIsBlamed() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY))) {
            examination.run(examination.everything().withDeep(false));
            examination.pair().tenant().change(tenant -> tenant.settings().withObject("flags")
                    .put("enable_dynamic_client_registration", false));
            var before = registrations(examination);
            var report = examination.run(examination.everything());
            assertThat(verdict(report, "reg-dcr-disabled")).isInstanceOfSatisfying(Verdict.Broken.class,
                    broken -> assertThat(broken.remedy()).isEqualTo(new Remedy.RunStep("open-registration")));
            assertThat(verdict(report, "authz-denied")).isInstanceOf(Verdict.Holds.class);
            assertThat(SHAPES).allSatisfy(
                    id -> assertThat(verdict(report, id)).isEqualTo(new Verdict.Blocked("registration")));
            assertThat(report.findings()).filteredOn(finding -> SHAPES.contains(finding.rule().id()))
                    .allSatisfy(finding -> assertThat(finding.causedBy()).isEqualTo("reg-dcr-disabled"));
            assertThat(registrations(examination)).isEqualTo(before);
        }
    }

    @Test
    void aDocumentThatANamedClientWouldUseMustBeImported() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY).withFaults("reg-cimd-loopback-port"))) {
            var code = examination.run(examination.everything().withClients(Set.of("claude-code")));
            assertThat(verdict(code, "reg-cimd-not-imported")).isInstanceOf(Verdict.Holds.class);
            var claude = examination.run(examination.everything().withClients(Set.of("claude")));
            assertThat(verdict(claude, "reg-cimd-not-imported")).isInstanceOf(Verdict.Broken.class);
            // By the answer of the authorization server alone.
            var alone = examination.everything().withTenant(null);
            assertThat(verdict(examination.run(alone.withClients(Set.of("claude"))), "reg-cimd-not-imported"))
                    .isInstanceOf(Verdict.Broken.class);
            assertThat(verdict(examination.run(alone.withClients(Set.of("claude-code"))), "reg-cimd-loopback-port"))
                    .isInstanceOf(Verdict.Broken.class);
        }
    }

    @Test
    void aTenantThatFillsUpWithTheSameClientIsWarnedOf() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY))) {
            assertThat(verdict(examination.run(examination.everything()), "reg-dcr-quota"))
                    .isInstanceOf(Verdict.Holds.class);
            examination.pair().tenant().change(state -> {
                for (var n = 0; state.clients().size() < 10; n++)
                    state.clients().add(Json.object().put("client_id", "tpc_" + n).put("name", "Claude")
                            .put("is_first_party", false));
            });
            assertThat(verdict(examination.run(examination.everything()), "reg-dcr-quota"))
                    .isInstanceOfSatisfying(Verdict.Broken.class,
                            broken -> assertThat(broken.severity()).isEqualTo(Rule.Severity.WARNING));
        }
    }

    @Test
    void aClientThatTheTenantForgotIsReplacedAndTold() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY))) {
            examination.run(examination.everything().withDeep(false));
            examination.pair().tenant().change(state -> state.clients()
                    .removeIf(client -> client.path("client_id").asText().startsWith("tpc_")));
            var report = examination.run(examination.everything().withDeep(false));
            assertThat(verdict(report, "reg-stale-client")).isInstanceOfSatisfying(Verdict.Broken.class,
                    broken -> assertThat(broken.severity()).isEqualTo(Rule.Severity.INFO));
            assertThat(report.overall()).isEqualTo(Report.Overall.HEALTHY);
        }
    }
}

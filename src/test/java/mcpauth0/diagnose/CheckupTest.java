package mcpauth0.diagnose;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.http.Exchange;
import mcpauth0.http.Exchanges;
import mcpauth0.http.Http;
import mcpauth0.setup.Secret;
import org.junit.jupiter.api.Test;

class CheckupTest {

    @Test
    void stationsAreBegunInOrderAndEachFindingIsToldOnce() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY))) {
            var begun = new ArrayList<Station>();
            var told = new ArrayList<String>();
            var report = examination.run(examination.options(), new Checkup.Watcher() {
                @Override
                public void begins(Station station) {
                    begun.add(station);
                }

                @Override
                public void finds(Finding finding) {
                    told.add(finding.rule().id());
                }
            });
            assertThat(begun).containsExactly(Station.values());
            assertThat(told).doesNotHaveDuplicates().hasSameSizeAs(report.findings());
            assertThat(report.exchanges()).isNotEmpty();
        }
    }

    @Test
    void anInterruptedRunStillReportsAndSaysWhatItDidNotSee() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY))) {
            Thread.currentThread().interrupt();
            var report = examination.run(examination.options());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(report.findings()).hasSameSizeAs(Checks.all()).extracting(Finding::verdict)
                    .contains(new Verdict.Blocked("interrupted"));
            assertThat(report.overall()).isEqualTo(Report.Overall.INCONCLUSIVE);
        }
    }

    @Test
    void someoneWhoCannotSignInCostsTheLoginAndNothingElse() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY))) {
            var report = examination.run(examination.options().withUserAgent(_ -> {
                throw new IllegalStateException("a defect");
            }));
            assertThat(verdict(report, "authz-denied")).isInstanceOf(Verdict.Blocked.class);
            assertThat(verdict(report, "prm-resource-mismatch")).isInstanceOf(Verdict.Holds.class);
        }
    }

    @Test
    void nobodyIsSentToSignInForAnotherResource() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY).withFaults("prm-resource-mismatch"))) {
            var report = examination.run(examination.options().withUserAgent(examination.user()));
            assertThat(verdict(report, "authz-denied")).isEqualTo(new Verdict.Blocked("matching-resource"));
            assertThat(examination.pair().tenant().requests()).extracting(seen -> seen.path())
                    .doesNotContain("/oidc/register", "/authorize");
        }
    }

    @Test
    void aManagementTokenIsNeverShownToTheServer() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY))) {
            var report = examination.run(examination.options().withDeep(true)
                    .withToken(Secret.of(examination.pair().managementToken())));
            assertThat(verdict(report, "rs-rejects-valid-token"))
                    .isEqualTo(new Verdict.Blocked("token-of-this-server"));
            assertThat(report.exchanges()).allSatisfy(
                    exchange -> assertThat(exchange.request().header("Authorization")).isNull());
        }
    }

    @Test
    void tokensGoToTheServersOwnAddressAlone() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY))) {
            var report = examination.run(examination.everything());
            assertThat(report.exchanges())
                    .filteredOn(exchange -> exchange.request().header("Authorization") != null)
                    .extracting(exchange -> exchange.request().url()).isNotEmpty()
                    .containsOnly(examination.pair().mcpUrl());
        }
    }

    @Test
    void aRedirectWithinTheOriginIsReportedAndTheRestJudgedWhereItLeads() throws IOException {
        try (var examination = new Examination(
                Options.of(Start.HEALTHY).withFaults("transport-redirect-drops-auth"))) {
            var report = examination.run(examination.everything());
            assertThat(report.overall()).isEqualTo(Report.Overall.WARNINGS);
            assertThat(report.findings()).filteredOn(Finding::broken).extracting(one -> one.rule().id())
                    .containsExactly("transport-redirect-drops-auth");
            assertThat(verdict(report, "rs-accepts-wrong-audience")).isInstanceOf(Verdict.Holds.class);
            assertThat(report.exchanges())
                    .filteredOn(exchange -> exchange.request().header("Authorization") != null)
                    .extracting(exchange -> exchange.request().url()).isNotEmpty()
                    .containsOnly(examination.pair().mcpUrl() + "/");
        }
    }

    @Test
    void aRedirectToAnotherHostIsNotFollowed() throws IOException {
        try (var examination = new Examination(
                Options.of(Start.HEALTHY).withFaults("transport-cross-host-redirect"))) {
            var report = examination.run(examination.everything());
            assertThat(verdict(report, "rs-rejects-valid-token")).isEqualTo(new Verdict.Blocked("redirected"));
            assertThat(report.exchanges()).extracting(exchange -> exchange.request().url())
                    .noneMatch(url -> url.contains("practice.invalid"));
        }
    }

    @Test
    void whereNobodyListensItSaysWhoDoesNearby() throws IOException {
        try (var examination = new Examination(
                Options.of(Start.HEALTHY).withFaults("transport-endpoint-not-found"))) {
            var report = examination.run(examination.options());
            assertThat(verdict(report, "transport-endpoint-not-found"))
                    .isInstanceOfSatisfying(Verdict.Broken.class, broken -> assertThat(broken.evidence().facts())
                            .contains(new Verdict.Fact("found-at", examination.pair().mcpUrl() + "/")));
        }
    }

    @Test
    void afterACureOnlyWhatAsksTheTenantIsLookedAtAgain() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY).withFaults("reg-dcr-disabled"))) {
            var last = new AtomicReference<Observations>();
            var first = examination.run(examination.everything(), remembering(last));
            assertThat(verdict(first, "reg-dcr-disabled")).isInstanceOf(Verdict.Broken.class);
            var asked = examination.pair().server().requests().size();
            examination.pair().tenant().change(tenant -> tenant.settings().withObject("flags")
                    .put("enable_dynamic_client_registration", true));
            try (var wire = new Http(examination.http().network(), new Exchanges(first.exchanges()))) {
                var second = examination.again(wire, examination.everything(), requireNonNull(last.get()));
                assertThat(second.overall()).isEqualTo(Report.Overall.HEALTHY);
                assertThat(second.exchanges()).startsWith(first.exchanges().toArray(Exchange[]::new))
                        .extracting(Exchange::n).doesNotHaveDuplicates();
                var anew = second.exchanges().subList(first.exchanges().size(), second.exchanges().size());
                assertThat(anew).isNotEmpty().allSatisfy(
                        exchange -> assertThat(exchange.request().url()).doesNotContain("oauth-protected-resource"));
                var toServer = anew.stream()
                        .filter(exchange -> exchange.request().url().startsWith(examination.pair().mcpUrl())).toList();
                assertThat(toServer).allSatisfy(
                        exchange -> assertThat(exchange.request().method()).isNotEqualTo("OPTIONS"));
                assertThat(examination.pair().server().requests()).hasSize(asked + toServer.size());
            }
        }
    }

    private static Checkup.Watcher remembering(AtomicReference<Observations> last) {
        return new Checkup.Watcher() {
            @Override
            public void begins(Station station) {
                // Not of interest.
            }

            @Override
            public void finds(Finding finding) {
                // Not of interest.
            }

            @Override
            public void sees(Observations seen) {
                last.set(seen);
            }
        };
    }

    @Test
    void hostedClientsDoNotReachLoopbackAndLocalOnesConnect() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY))) {
            var clients = examination.run(examination.everything()).clients();
            assertThat(clients).contains(new Report.Prediction("claude", "fails", "net-host-not-public"),
                    new Report.Prediction("claude-code", "connects", null));
            var unasked = examination.run(examination.options()).clients();
            assertThat(unasked).contains(new Report.Prediction("claude-code", "unknown", null));
        }
    }

    private static Verdict verdict(Report report, String id) {
        return report.findings().stream().filter(finding -> finding.rule().id().equals(id)).findFirst().orElseThrow()
                .verdict();
    }
}

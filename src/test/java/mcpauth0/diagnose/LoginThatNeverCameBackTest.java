package mcpauth0.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import mcpauth0.diagnose.login.LogCause;
import mcpauth0.diagnose.login.LogStory;
import mcpauth0.http.Json;
import mcpauth0.http.Request;
import mcpauth0.oauth.ClientStore;
import mcpauth0.oauth.LoopbackPorts;
import mcpauth0.oauth.UserAgent;
import org.junit.jupiter.api.Test;

/** A person ends on the tenant's own error page, and the browser never comes back: the tenant's log has the reason. */
class LoginThatNeverCameBackTest {

    @Test
    void theReportNamesTheCauseWhileTheCallbackIsStillWaitedFor() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY))) {
            UserAgent person = url -> {
                examination.pair().tenant().change(state -> state.clients()
                        .removeIf(client -> url.contains("client_id=" + client.path("client_id").asText())));
                examination.http().send(Request.get(url));
            };
            var told = new CopyOnWriteArrayList<LogStory>();

            var report = examination.run(examination.options().withUserAgent(person).withTenant(examination.tenant()),
                    reading(told));

            assertThat(told).extracting(LogStory::cause).containsExactly(LogCause.UNKNOWN_CLIENT);
            assertThat(report.findings()).filteredOn(finding -> finding.rule().id().equals("authz-denied"))
                    .singleElement().extracting(Report.Finding::verdict)
                    .isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
                        assertThat(broken.remedy()).isInstanceOfSatisfying(Remedy.Advice.class,
                                advice -> assertThat(advice.key()).isEqualTo("log.unknown-client.cure"));
                        assertThat(broken.evidence().facts()).extracting(Verdict.Fact::label).contains("log");
                    });
        }
    }

    /** Somebody else signs in with the client whose id was typed, and is refused: that is no finding about our sign-in. */
    @Test
    void anEventThatMayBeSomebodyElsesIsToldAsThatAndIsNoFinding() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY))) {
            UserAgent nobody = _ -> examination.pair().tenant()
                    .change(state -> state.logs().add(Json.object().put("date", "2099-01-01T00:00:00.000Z")
                            .put("type", "f").put("client_id", "shared").put("client_name", "Claude")
                            .put("description", "access denied").put("log_id", "999").put("_id", "999")));
            var told = new CopyOnWriteArrayList<LogStory>();

            var report = new Checkup(examination.http(), ClientStore.inMemory(), LoopbackPorts.STANDARD).run(
                    examination.options().withUserAgent(nobody).withClient("shared", null)
                            .withTenant(examination.tenant()).within(Duration.ofSeconds(10), Duration.ofSeconds(4)),
                    reading(told));

            assertThat(told).singleElement().satisfies(story -> assertThat(story.sure()).isFalse());
            assertThat(report.findings()).filteredOn(finding -> finding.rule().id().equals("authz-denied"))
                    .singleElement().extracting(Report.Finding::verdict).isEqualTo(new Verdict.Blocked("login"));
        }
    }

    private static Checkup.Watcher reading(List<LogStory> told) {
        return new Checkup.Watcher() {
            @Override
            public void begins(Station station) {
                // What is read from the log counts.
            }

            @Override
            public void finds(Report.Finding finding) {
                // What is read from the log counts.
            }

            @Override
            public void reads(LogStory story) {
                told.add(story);
            }
        };
    }

    @Test
    void withoutTheLogTheErrorPageIsReadAfterwards() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY).withFaults("authz-callback-mismatch"))) {
            UserAgent person = _ -> {
                // Reads the page and closes it.
            };

            var report = examination.run(examination.options().withUserAgent(person)
                    .within(Duration.ofSeconds(5), Duration.ofMillis(500)));

            assertThat(report.causes()).extracting(finding -> finding.rule().id())
                    .containsExactly("authz-callback-mismatch");
        }
    }

    @Test
    void aMadeUpResourceTellsWhetherTheTenantHeedsResources() throws IOException {
        for (var fault : List.of("", "authz-resource-ignored"))
            try (var examination = new Examination(
                    Options.of(Start.HEALTHY).withFaults(fault.isEmpty() ? new String[0] : new String[]{fault}))) {
                var own = Json.object().put("client_id", "own").put("name", "Own").put("is_first_party", true)
                        .put("token_endpoint_auth_method", "none");
                LoopbackPorts.STANDARD.redirectUris().forEach(own.withArray("callbacks")::add);
                own.putArray("grant_types").add("authorization_code");
                examination.pair().tenant().change(state -> state.clients().add(own));
                UserAgent person = _ -> {
                    // Does not sign in.
                };

                var report = examination.run(examination.options().withUserAgent(person).withClient("own", null)
                        .withDeep(true).within(Duration.ofSeconds(5), Duration.ofMillis(500)));

                assertThat(report.findings())
                        .filteredOn(finding -> finding.rule().id().equals("authz-resource-ignored"))
                        .singleElement().extracting(Report.Finding::broken).as(fault).isEqualTo(!fault.isEmpty());
            }
    }
}

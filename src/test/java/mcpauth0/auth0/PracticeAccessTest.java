package mcpauth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.List;
import mcpauth0.auth0.ManagementAccess.Entry;
import mcpauth0.demo.PracticePair;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Trust;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Progress;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Getting into a tenant that answers for itself. */
class PracticeAccessTest {

    @TempDir
    Path folder;
    @SuppressWarnings("NullAway.Init")
    private Bench bench;
    @SuppressWarnings("NullAway.Init")
    private Http http;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(PracticePair.Options.of(PracticePair.Start.BLANK), folder);
        http = new Http(Network.system().withTrust(Trust.only(List.of(bench.pair.authority()))));
    }

    @AfterEach
    void stop() {
        http.close();
        bench.close();
    }

    private Entry keyed(String clientId, String pem) {
        return ManagementAccess.open(http, bench.domain(),
                new Credentials.KeyApplication(clientId, ClientKey.read(pem, "RS256").orThrow()));
    }

    @Test
    void anApplicationWithAKeySetsUpAndTakesBack() throws Exception {
        var application = bench.pair.signingApplication();
        var before = bench.state();
        assertThat(keyed(application.clientId(), application.key())).isInstanceOf(Entry.Open.class);
        if (keyed(application.clientId(), application.key()) instanceof Entry.Open(var tenant)) {
            var applier = bench.start(tenant);
            assertThat(applier.apply(applier.plan(bench.setup()), Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
            assertThat(applier.undo(List.of(), Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
        }
        assertThat(bench.state()).isEqualTo(before);
    }

    @Test
    void anotherKeyOrAnotherApplicationIsNotLetIn() throws Exception {
        var application = bench.pair.signingApplication();
        var other = ClientKeyTest.pem(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());
        for (var entry : List.of(keyed(application.clientId(), other), keyed("nobody", application.key()),
                keyed(bench.pair.clientId(), application.key())))
            assertThat(entry).isInstanceOfSatisfying(Entry.Closed.class,
                    closed -> assertThat(closed.id()).isEqualTo("wrong-key"));
    }

    @Test
    void aTokenOfAnotherTenantIsNeverSentThere() throws Exception {
        try (var other = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK))) {
            var before = other.tenant().requests().size();
            var there = TenantDomain.parse(other.domain()).orThrow();
            assertThat(ManagementAccess.open(http, there,
                    new Credentials.Token(Secret.of(bench.pair.managementToken()))))
                    .isEqualTo(new Entry.Closed("other-tenant", List.of(other.domain(), bench.pair.domain())));
            assertThat(other.tenant().requests()).hasSize(before);
        }
    }

    @Test
    void aCustomDomainIsNoDoorToTheManagementApiAndIsReadWhereTheAccessAllowsIt() throws Exception {
        try (var there = new Bench(PracticePair.Options.of(PracticePair.Start.BLANK).withCustomDomain(), folder)) {
            var ready = CustomDomains.ready(there.tenant(List.of("read:tenant_settings", CustomDomains.PERMISSION)));
            assertThat(ready).singleElement().isNotEqualTo(there.domain());
            there.pair.tenant()
                    .change(state -> state.customDomains().forEach(one -> one.put("status", "pending_verification")));
            assertThat(CustomDomains.ready(there.tenant(List.of(CustomDomains.PERMISSION)))).isEmpty();
            var before = there.count();
            assertThat(CustomDomains.ready(there.tenant(List.of("read:tenant_settings")))).isEmpty();
            assertThat(there.since(before)).noneMatch(seen -> seen.path().contains("custom-domains"));
            try (var own = new Http(Network.system().withTrust(Trust.only(List.of(there.pair.authority()))))) {
                assertThat(ManagementAccess.open(own, ready.getFirst(),
                        new Credentials.Application(there.pair.clientId(), Secret.of(there.pair.clientSecret()))))
                        .isEqualTo(new Entry.Closed("custom-domain", List.of(ready.getFirst().value())));
            }
        }
    }
}

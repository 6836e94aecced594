package mcpauth0.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mcpauth0.auth0.Credentials;
import mcpauth0.auth0.ManagementAccess;
import mcpauth0.auth0.Tenant;
import mcpauth0.demo.PracticePair;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.diagnose.Checkup;
import mcpauth0.diagnose.Report;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Trust;
import mcpauth0.oauth.agent.FormAgent;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole check meets a server that is not ours: made with the official TypeScript SDK, behind the practice tenant. */
@NeedsNpm
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TypeScriptServerTest {

    @TempDir
    Path folder;

    private PracticePair pair;
    private Http http;

    @BeforeEach
    void start() throws IOException {
        pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY));
        http = new Http(Network.system().withTrust(Trust.only(List.of(pair.authority()))));
    }

    @AfterEach
    void stop() {
        http.close();
        pair.close();
    }

    @Test
    void isHealthyWhereItValidatesAll() throws Exception {
        try (var peer = peer("this")) {
            var report = checked(peer);
            assertThat(report.findings()).filteredOn(Report.Finding::broken).isEmpty();
            assertThat(report.overall()).isEqualTo(Report.Overall.HEALTHY);
        }
    }

    @Test
    void isBrokenInOneThingWhereItTakesTokensForOthers() throws Exception {
        try (var peer = peer("any")) {
            var report = checked(peer);
            assertThat(report.findings()).filteredOn(Report.Finding::broken)
                    .extracting(finding -> finding.rule().id()).containsExactly("rs-accepts-wrong-audience");
            assertThat(report.overall()).isEqualTo(Report.Overall.BROKEN);
        }
    }

    private Report checked(Peer peer) {
        apiIsNamed(peer.url());
        var user = new FormAgent(http, pair.user(), Secret.of(pair.password()));
        return new Checkup(http).run(
                CheckOptions.of(McpUrl.parse(peer.url()).orThrow()).withUserAgent(user).withDeep(true)
                        .withTenant(tenant()),
                Checkup.Watcher.SILENT);
    }

    /** The pair's API stands for its own server; now it is the peer's. */
    private void apiIsNamed(String url) {
        pair.tenant().change(state -> {
            state.apis().stream().filter(api -> api.path("identifier").asText().equals(pair.mcpUrl()))
                    .forEach(api -> api.put("identifier", url));
            state.grants().stream().filter(grant -> grant.path("audience").asText().equals(pair.mcpUrl()))
                    .forEach(grant -> grant.put("audience", url));
        });
    }

    private Tenant tenant() {
        var domain = TenantDomain.parse(pair.domain()).orThrow();
        return switch (ManagementAccess.open(http, domain, new Credentials.Token(Secret.of(pair.managementToken())))) {
            case ManagementAccess.Entry.Open(var tenant) -> tenant;
            case ManagementAccess.Entry other -> throw new AssertionError(other);
        };
    }

    private Peer peer(String audience) throws IOException, InterruptedException {
        var identity = pair.identity();
        var certificate = Files.writeString(folder.resolve("certificate.pem"), identity.certificate());
        var key = Files.writeString(folder.resolve("key.pem"), identity.key());
        return Peer.start("server.mjs",
                Map.of("CERTIFICATE", certificate.toString(), "KEY", key.toString(), "ISSUER",
                        "https://" + pair.domain() + "/", "AUDIENCE", audience, "NODE_EXTRA_CA_CERTS",
                        pair.caFile().toString()));
    }
}

package mcpauth0.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import mcpauth0.auth0.Credentials;
import mcpauth0.auth0.ManagementAccess;
import mcpauth0.auth0.Tenant;
import mcpauth0.demo.PracticePair;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.diagnose.Checkup;
import mcpauth0.diagnose.Report;
import mcpauth0.export.HandOver;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Trust;
import mcpauth0.oauth.agent.FormAgent;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TenantDomain;
import org.apache.catalina.LifecycleException;

/** The whole check of a server that is not ours and trusts a practice tenant: with sign-in, deep, with the settings. */
final class PeerCheck implements AutoCloseable {

    private final PracticePair pair;
    private final Trust trust;
    private final Http http;
    private final Path folder;
    private final Path certificate;
    private final Path key;

    PeerCheck(Path folder) throws IOException {
        pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY));
        trust = Trust.only(List.of(pair.authority()));
        http = new Http(Network.system().withTrust(trust));
        this.folder = folder;
        var identity = pair.identity();
        certificate = Files.writeString(folder.resolve("certificate.pem"), identity.certificate());
        key = Files.writeString(folder.resolve("key.pem"), identity.key());
    }

    /** A server in Node that is told who to be and whom to trust. */
    Peer peer(String script, Map<String, String> more) throws IOException, InterruptedException {
        var environment = new HashMap<>(more);
        environment.putAll(Map.of("CERTIFICATE", certificate.toString(), "KEY", key.toString(),
                "NODE_EXTRA_CA_CERTS", pair.caFile().toString()));
        environment.putIfAbsent("ISSUER", issuer());
        environment.putIfAbsent("KEYS", issuer() + ".well-known/jwks.json");
        return Peer.start(script, environment);
    }

    /** A server in this process. */
    JavaServer java(boolean careful) throws IOException, LifecycleException {
        return JavaServer.start(options(careful));
    }

    /** A server in this process behind something that is not ours. */
    JavaServer java(JavaServer.Front front) throws IOException, LifecycleException {
        return JavaServer.start(options(true), front);
    }

    private JavaServer.Options options(boolean careful) {
        return new JavaServer.Options(folder, certificate, key, issuer(), sockets(), careful);
    }

    /** That trust the practice pair alone. */
    SSLSocketFactory sockets() {
        return trust.context().getSocketFactory();
    }

    Report checked(String url) {
        apiIsNamed(url);
        return new Checkup(http).run(options(url).withTenant(tenant()), Checkup.Watcher.SILENT);
    }

    /** The same by somebody who has no access to the settings of the authorization server. */
    Report checkedFromOutside(String url) {
        return new Checkup(http).run(options(url), Checkup.Watcher.SILENT);
    }

    private CheckOptions options(String url) {
        return CheckOptions.of(McpUrl.parse(url).orThrow())
                .withUserAgent(new FormAgent(http, pair.user(), Secret.of(pair.password()))).withDeep(true);
    }

    /** What a server of that address is told of this tenant. */
    HandOver facts(String url) {
        var setup = Setup.empty().withServer(McpUrl.parse(url).orThrow())
                .withTenant(TenantDomain.parse(pair.domain()).orThrow());
        return HandOver.of(setup).orThrow();
    }

    String issuer() {
        return "https://" + pair.domain() + "/";
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

    @Override
    public void close() {
        http.close();
        pair.close();
    }
}

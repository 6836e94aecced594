package mcpauth0.diagnose.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.diagnose.Checkup;
import mcpauth0.diagnose.Verdict;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Proxies;
import mcpauth0.http.Trust;
import mcpauth0.setup.McpUrl;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** Servers that ask for a certificate and answer who has none. */
class DemandTest {

    private static final HeldCertificate OWN = new HeldCertificate.Builder().commonName("localhost")
            .addSubjectAlternativeName("localhost").build();

    @Test
    void aServerThatOnlyWouldLikeOneHurtsNobody() throws IOException {
        assertThat(judged(true, 401, "application/json", "{}")).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void aProxyThatSaysSoAfterTheHandshakeDemandsOne() throws IOException {
        var page = "<html><head><title>400 No required SSL certificate was sent</title></head></html>";
        assertThat(judged(true, 400, "text/html", page)).isInstanceOf(Verdict.Broken.class);
        assertThat(judged(false, 400, "text/html", page)).isInstanceOf(Verdict.Holds.class);
    }

    private static Verdict judged(boolean asks, int status, String type, String body) throws IOException {
        try (var server = new MockWebServer()) {
            var certificates = new HandshakeCertificates.Builder().heldCertificate(OWN)
                    .addTrustedCertificate(OWN.certificate()).build();
            server.useHttps(certificates.sslSocketFactory());
            if (asks)
                server.requestClientAuth();
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return new MockResponse.Builder().code(status).setHeader("Content-Type", type).body(body).build();
                }
            });
            server.start();
            try (var http = new Http(new Network(Trust.only(List.of(OWN.certificate())), Network.Resolver.SYSTEM,
                    Proxies.none(), Clock.systemUTC()))) {
                return new Checkup(http)
                        .run(CheckOptions.of(McpUrl.parse("https://localhost:" + server.getPort() + "/mcp").orThrow()),
                                Checkup.Watcher.SILENT)
                        .findings().stream().filter(finding -> finding.rule().id().equals("tls-client-certificate"))
                        .findFirst().orElseThrow().verdict();
            }
        }
    }
}

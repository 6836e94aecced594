package mcpauth0.auth0;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Proxies;
import mcpauth0.http.Trust;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A server that gives the answers it was told to, in order. */
final class ScriptedTenant implements AutoCloseable {

    private static final HeldCertificate AUTHORITY = new HeldCertificate.Builder().certificateAuthority(0).build();

    final MockWebServer server = new MockWebServer();
    final Http http;
    final List<Duration> pauses = new ArrayList<>();

    ScriptedTenant() throws IOException {
        this(Clock.systemUTC());
    }

    ScriptedTenant(Clock clock) throws IOException {
        var leaf = new HeldCertificate.Builder().signedBy(AUTHORITY).addSubjectAlternativeName("localhost").build();
        server.useHttps(new HandshakeCertificates.Builder().heldCertificate(leaf).build().sslSocketFactory());
        server.start(InetAddress.getByName("localhost"), 0);
        http = new Http(new Network(Trust.only(List.of(AUTHORITY.certificate())), Network.Resolver.SYSTEM,
                Proxies.none(), clock));
    }

    TenantDomain domain() {
        return TenantDomain.parse("localhost:" + server.getPort()).orThrow();
    }

    void answer(int status, String body, String... headers) {
        var response = new MockResponse.Builder().code(status).body(body).addHeader("Content-Type", "application/json");
        for (var i = 0; i < headers.length; i += 2)
            response.addHeader(headers[i], headers[i + 1]);
        server.enqueue(response.build());
    }

    void hangUp() {
        server.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    }

    Management management() {
        return management(Set.of());
    }

    private Management management(Set<String> permissions) {
        var token = new ManagementToken.Good(Secret.of("token"), permissions, Instant.now().plus(Duration.ofDays(1)));
        return new Management(http, domain(), new Pass(token, null, Clock.systemUTC()), pauses::add);
    }

    Tenant tenant() {
        return tenant(Set.of());
    }

    Tenant tenant(Set<String> permissions) {
        return new Tenant(domain(), management(permissions));
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}

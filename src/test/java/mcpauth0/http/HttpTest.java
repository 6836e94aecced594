package mcpauth0.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mcpauth0.http.Failure.Unreachable.Reason;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a request, on a real socket. */
class HttpTest {

    private final HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).build();
    private final MockWebServer server = new MockWebServer();
    private final Exchanges exchanges = new Exchanges();
    private Http http = new Http(network());

    @BeforeEach
    void start() throws IOException {
        var leaf = new HeldCertificate.Builder().signedBy(authority).addSubjectAlternativeName("localhost").build();
        server.useHttps(new HandshakeCertificates.Builder().heldCertificate(leaf).build().sslSocketFactory());
        server.start(InetAddress.getByName("localhost"), 0);
        http = new Http(network(), exchanges);
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    private Network network() {
        return new Network(Trust.only(List.of(authority.certificate())), Network.Resolver.SYSTEM, Proxies.none(),
                Clock.systemUTC());
    }

    /** As servers do by default: Node's after five seconds, which is the shortest known. */
    @Test
    void aConnectionThatTheServerHasClosedMeanwhileFailsNothing() throws Exception {
        try (var idle = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var closed = new CountDownLatch(1);
            Thread.ofVirtual().start(() -> answerUntilIdle(idle, closed));
            var address = "http://localhost:" + idle.getLocalPort() + "/";
            assertThat(http.send(Request.get(address)).status()).isEqualTo(200);
            closed.await();
            var later = http.send(Request.get(address));
            assertThat(later.failure()).isNull();
            assertThat(later.status()).isEqualTo(200);
        }
    }

    private static void answerUntilIdle(ServerSocket server, CountDownLatch closed) {
        while (true)
            try (var socket = server.accept()) {
                socket.setSoTimeout(5_000);
                var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                for (var line = lines.readLine(); line != null; line = lines.readLine())
                    if (line.isEmpty())
                        socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
                                .getBytes(StandardCharsets.UTF_8));
            } catch (SocketTimeoutException _) {
                closed.countDown();
            } catch (IOException _) {
                return;
            } finally {
                closed.countDown();
            }
    }

    @Test
    void anExchangeKeepsWhatWentOverTheWire() throws Exception {
        server.enqueue(new MockResponse.Builder().code(401).addHeader("WWW-Authenticate", "Bearer")
                .addHeader("WWW-Authenticate", "Basic").body("{\"a\":1}").build());
        var seen = http.send(Request.get(url("/mcp")).with("Accept", "application/json"));
        assertThat(seen.failure()).isNull();
        assertThat(seen.status()).isEqualTo(401);
        var answer = requireNonNull(seen.answer());
        assertThat(answer.headers("www-authenticate")).containsExactly("Bearer", "Basic");
        assertThat(answer.json().orElseThrow().get("a").intValue()).isEqualTo(1);
        var tls = requireNonNull(seen.tls());
        assertThat(tls.version()).startsWith("TLSv1.");
        assertThat(tls.chain().getFirst().getSubjectAlternativeNames()).isNotNull();
        assertThat(seen.remote()).isNotNull();
        assertThat(exchanges.all()).containsExactly(seen);
        assertThat(seen.n()).isEqualTo(1);
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", url("/other")).build());
        assertThat(http.send(Request.get(url("/mcp")).bearer("t")).status()).isEqualTo(302);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aLongBodyIsCutAndSaidToBe() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(100_000)).build());
        var answer = requireNonNull(http.send(Request.get(url("/")).atMost(1000)).answer());
        assertThat(answer.body()).hasSize(1000);
        assertThat(answer.truncated()).isTrue();
        assertThat(answer.json()).isEmpty();
    }

    @Test
    void anEventStreamIsReadOnlyAsFarAsIsWanted() {
        server.enqueue(new MockResponse.Builder().addHeader("Content-Type", "text/event-stream")
                .body("data: first\n\n" + ": wait\n".repeat(100_000))
                .throttleBody(64, 20, TimeUnit.MILLISECONDS).build());
        var seen = http.send(Request.get(url("/")).until(body -> new String(body, StandardCharsets.UTF_8)
                .contains("\n\n")));
        assertThat(requireNonNull(seen.answer()).text()).startsWith("data: first");
        assertThat(seen.timing().total()).isLessThan(5_000);
    }

    @Test
    void ofAStreamThatSaysNothingTheHeadersAreEnough() {
        server.enqueue(new MockResponse.Builder().addHeader("Content-Type", "text/event-stream")
                .setHeader("Content-Length", "100").onResponseBody(SocketEffect.Stall.INSTANCE).build());
        var seen = http.send(Request.get(url("/")).headersAlone());
        assertThat(requireNonNull(seen.answer()).mediaType()).isEqualTo("text/event-stream");
        assertThat(seen.timing().total()).isLessThan(5_000);
    }

    @Test
    void whatIsNoStreamAndStopsHalfwayRunsOutOfTime() {
        server.enqueue(new MockResponse.Builder().addHeader("Content-Type", "application/json").body("{\"a\":1}")
                .throttleBody(2, 10, TimeUnit.SECONDS).build());
        assertThat(http.send(Request.get(url("/")).within(Duration.ofMillis(400))).failure())
                .isInstanceOf(Failure.TimedOut.class);
    }

    @Test
    void nobodyListening() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertUnreachable(http.send(Request.get("https://localhost:" + port + "/")), Reason.REFUSED);
    }

    @Test
    void noSuchName() {
        http = new Http(network().withResolver(host -> {
            throw new UnknownHostException(host);
        }), exchanges);
        assertUnreachable(http.send(Request.get("https://nowhere.example/mcp")), Reason.NAME);
    }

    @Test
    void anAuthorityThatIsNotTrusted() {
        server.enqueue(new MockResponse.Builder().build());
        http = new Http(network().withTrust(Trust.system()), exchanges);
        assertUnreachable(http.send(Request.get(url("/"))), Reason.UNTRUSTED);
    }

    @Test
    void aCertificateForAnotherName() {
        server.enqueue(new MockResponse.Builder().build());
        http = new Http(network().withResolver(_ -> List.of(InetAddress.getLoopbackAddress())), exchanges);
        assertUnreachable(http.send(Request.get("https://other.example:" + server.getPort() + "/")), Reason.UNTRUSTED);
    }

    @Test
    void aServerThatHangsUp() {
        server.enqueue(new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()).build());
        assertUnreachable(http.send(Request.get(url("/"))), Reason.RESET);
    }

    @Test
    void aServerThatIsSilentRunsOutOfTime() {
        server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        var seen = http.send(Request.get(url("/")).within(Duration.ofMillis(300)));
        assertThat(seen.failure()).isEqualTo(new Failure.TimedOut("localhost", Duration.ofMillis(300)));
    }

    @Test
    void interruptingTheThreadCancelsTheCall() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        var seen = new AtomicReference<Exchange>();
        var thread = Thread.startVirtualThread(() -> seen.set(http.send(Request.get(url("/")))));
        server.takeRequest();
        thread.interrupt();
        thread.join();
        assertThat(requireNonNull(seen.get()).failure()).isEqualTo(new Failure.Cancelled());
    }

    @Test
    void cancellingAllEndsEveryCall() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        var seen = new AtomicReference<Exchange>();
        var thread = Thread.startVirtualThread(() -> seen.set(http.send(Request.get(url("/")))));
        server.takeRequest();
        http.cancelAll();
        thread.join();
        assertThat(requireNonNull(seen.get()).failure()).isEqualTo(new Failure.Cancelled());
    }

    @Test
    void everyListenerIsToldOfEachExchange() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().build());
        var told = new CountDownLatch(1);
        exchanges.listen(_ -> told.countDown());
        http.send(Request.post(url("/"), "application/json", "{}"));
        assertThat(told.getCount()).isZero();
        assertThat(requireNonNull(server.takeRequest().getBody()).utf8()).isEqualTo("{}");
    }

    @Test
    void anAddressThatIsNoneIsAFailureAndNoCrash() {
        assertThat(http.send(Request.get("nonsense")).failure()).isInstanceOf(Failure.Malformed.class);
        assertThat(http.send(Request.get(url("/")).with("Bad\nName", "x")).failure())
                .isInstanceOf(Failure.Malformed.class);
    }

    @Test
    void theProxyOfTheEnvironmentIsAskedWithItsNameAndPassword() throws Exception {
        try (var proxy = new MockWebServer()) {
            proxy.enqueue(
                    new MockResponse.Builder().code(407).addHeader("Proxy-Authenticate", "Basic realm=p").build());
            proxy.enqueue(new MockResponse.Builder().body("through").build());
            proxy.start(InetAddress.getByName("localhost"), 0);
            var proxies = Proxies
                    .of(Map.of("HTTPS_PROXY", "http://ann:p%40ss@localhost:" + proxy.getPort(), "HTTP_PROXY", "x"));
            assertThat(proxies.forUrl("http://mcp.example/mcp")).isEqualTo("localhost:" + proxy.getPort());
            assertThat(proxies.forUrl(url("/"))).isNull();
            http = new Http(network().withProxies(proxies), exchanges);
            var seen = http.send(Request.get("http://mcp.example/mcp"));
            assertThat(requireNonNull(seen.answer()).text()).isEqualTo("through");
            assertThat(proxy.takeRequest().getHeaders().get("Proxy-Authorization")).isNull();
            assertThat(proxy.takeRequest().getHeaders().get("Proxy-Authorization"))
                    .isEqualTo(okhttp3.Credentials.basic("ann", "p@ss"));
        }
    }

    @Test
    void aProxyThatRefusesIsNamed() throws Exception {
        try (var proxy = new MockWebServer()) {
            proxy.enqueue(
                    new MockResponse.Builder().code(407).addHeader("Proxy-Authenticate", "Basic realm=p").build());
            proxy.start(InetAddress.getByName("localhost"), 0);
            http = new Http(network().withProxies(Proxies.of(Map.of("https_proxy", "localhost:" + proxy.getPort()))),
                    exchanges);
            assertUnreachable(http.send(Request.get("https://mcp.example/mcp")), Reason.PROXY);
        }
    }

    @Test
    void namesThatTheEnvironmentExceptsAreReachedDirectly() {
        var proxies = Proxies.of(Map.of("https_proxy", "proxy.corp:3128", "no_proxy", "corp.example,.intern"));
        assertThat(proxies.forUrl("https://corp.example/")).isNull();
        assertThat(proxies.forUrl("https://a.corp.example/")).isNull();
        assertThat(proxies.forUrl("https://a.intern/")).isNull();
        assertThat(proxies.forUrl("https://notcorp.example/")).isEqualTo("proxy.corp:3128");
    }

    private static void assertUnreachable(Exchange seen, Reason reason) {
        assertThat(seen.answer()).isNull();
        assertThat(seen.failure()).isInstanceOfSatisfying(Failure.Unreachable.class,
                failure -> assertThat(failure.reason()).as(failure.detail()).isEqualTo(reason));
    }

    private String url(String path) {
        return server.url(path).toString();
    }
}

package mcpauth0.bad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mcpauth0.bad.BadServer.Good;
import mcpauth0.bad.BadServer.Spoiling;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.diagnose.Checkup;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Proxies;
import mcpauth0.http.Trust;
import mcpauth0.oauth.ClientStore;
import mcpauth0.oauth.LoopbackPorts;
import mcpauth0.setup.McpUrl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server elsewhere names addresses that only this machine reaches: nobody calls them, and no browser opens them. The
 * surroundings would lead there.
 */
class FenceTest {

    private static final List<String> INSIDE = List.of("http://127.0.0.1", "http://localhost", "https://[::1]",
            "http://0.0.0.0", "http://127.9.9.9:8080", "https://[::ffff:127.0.0.1]", "https://loopback.bad.example",
            "https://169.254.169.254", "http://cloud.bad.example", "https://[fe80::1]", "https://[fd00:ec2::254]",
            "http://100.100.100.200", "http://2130706433", "file:///etc/passwd");

    /** How a server comes to name an address. */
    enum Way {
        REDIRECT_OF_THE_CALL(Place.FIRST_CALL), POINTER(Place.FIRST_CALL), REDIRECT_OF_THE_METADATA(
                Place.RESOURCE_METADATA), ISSUER(Place.RESOURCE_METADATA), KEYS(Place.SERVER_METADATA), AUTHORIZATION(
                        Place.SERVER_METADATA), REGISTRATION(Place.SERVER_METADATA), TOKEN(Place.SERVER_METADATA);

        private final Place place;

        Way(Place place) {
            this.place = place;
        }

        Spoiling naming(String address) {
            return (wire, good) -> wire.write(spoilt(good, wire.issuer(), address).last());
        }

        private Good spoilt(Good good, String issuer, String address) {
            return switch (this) {
                case REDIRECT_OF_THE_CALL, REDIRECT_OF_THE_METADATA ->
                    new Good("302 Found", "Location: " + address + "/\r\n", "");
                case POINTER -> new Good(good.status(), "WWW-Authenticate: Bearer resource_metadata=\"" + address
                        + "/.well-known/oauth-protected-resource\"\r\n", "");
                case ISSUER -> instead(good, issuer, address);
                case KEYS -> instead(good, issuer + "/jwks", address + "/jwks");
                case AUTHORIZATION -> instead(good, issuer + "/authorize", address + "/authorize");
                case REGISTRATION -> instead(good, issuer + "/register", address + "/register");
                case TOKEN -> instead(good, issuer + "/token", address + "/token");
            };
        }

        private static Good instead(Good good, String known, String address) {
            return new Good(good.status(), good.headers(), good.body().replace(known, address));
        }
    }

    static Stream<Arguments> everyAddressSomehow() {
        return IntStream.range(0, INSIDE.size())
                .mapToObj(n -> Arguments.of(Way.values()[n % Way.values().length], INSIDE.get(n)));
    }

    static Stream<Arguments> everyAddressEveryWay() {
        return Stream.of(Way.values()).flatMap(way -> INSIDE.stream().map(address -> Arguments.of(way, address)));
    }

    @ParameterizedTest
    @MethodSource("everyAddressSomehow")
    void nobodyIsLedInside(Way way, String address) throws IOException {
        holds(way, address);
    }

    @Tag("full")
    @ParameterizedTest
    @MethodSource("everyAddressEveryWay")
    void nobodyIsLedInsideAnyWay(Way way, String address) throws IOException {
        holds(way, address);
    }

    private static void holds(Way way, String address) throws IOException {
        var dialled = new CopyOnWriteArrayList<String>();
        var opened = new CopyOnWriteArrayList<String>();
        try (var server = BadServer.elsewhere(way.place, way.naming(address))) {
            var report = run(server, dialled, opened);
            assertThat(server.asked()).anyMatch(one -> way.place.isAt(one.split(" ", -1)[1]));
            assertThat(dialled).isNotEmpty().allMatch(PLACES::containsValue);
            assertThat(opened).allMatch(url -> url.startsWith("https://" + BadServer.ISSUER_NAME + "/"));
            assertThat(report.findings()).anyMatch(Finding::broken);
            Shown.assertHarmless(report);
        }
    }

    /** In the practice and in a workshop, all are on this machine. */
    @Test
    void serversOfThisMachineMayNameOneAnother() throws IOException {
        try (var server = new BadServer(null, BadAnswer.HANGS_UP)) {
            BadServersTest.run(server, true);
            assertThat(server.asked()).contains("GET /jwks", "POST /register", "POST /token");
        }
    }

    private static final Map<String, String> PLACES = Map.of(BadServer.NAME, "192.31.196.1", BadServer.ISSUER_NAME,
            "192.31.196.2");
    private static final Map<String, String> TRAPS = Map.of("loopback.bad.example", "127.0.0.1", "cloud.bad.example",
            "169.254.169.254");

    private static List<InetAddress> resolve(String host) throws UnknownHostException {
        var known = PLACES.getOrDefault(host, TRAPS.get(host));
        return known == null ? Network.Resolver.SYSTEM.resolve(host) : List.of(InetAddress.ofLiteral(known));
    }

    private static Report run(BadServer server, List<String> dialled, List<String> opened) throws IOException {
        var network = new Network(Trust.only(List.of(BadServer.AUTHORITY.certificate())), FenceTest::resolve,
                Proxies.none(), Clock.systemUTC()).withWays(address -> {
                    dialled.add(address.getAddress().getHostAddress());
                    if (!PLACES.containsValue(address.getAddress().getHostAddress()))
                        throw new ConnectException("the trap");
                    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.port());
                });
        var options = CheckOptions.of(McpUrl.parse(server.mcp()).orThrow())
                .within(BadServersTest.PATIENCE, Duration.ofSeconds(5)).withUserAgent(url -> {
                    opened.add(url);
                    BadServersTest.comeBack(url, server.issuer());
                });
        try (var http = new Http(network)) {
            return new Checkup(http, ClientStore.inMemory(), LoopbackPorts.free()).run(options,
                    Checkup.Watcher.SILENT);
        }
    }
}

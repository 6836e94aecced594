package mcpauth0.bad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.diagnose.Checkup;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Verdict;
import mcpauth0.http.Exchange;
import mcpauth0.http.Header;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Proxies;
import mcpauth0.http.Request;
import mcpauth0.http.Trust;
import mcpauth0.oauth.ClientStore;
import mcpauth0.oauth.LoopbackPorts;
import mcpauth0.setup.McpUrl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad answer, at every station of the exchange: it ends, in its check, and harms nobody. */
class BadServersTest {

    /** For each request. */
    static final Duration PATIENCE = Duration.ofMillis(1500);

    /** For a whole run, in which some requests wait for others; a machine may be busy. */
    private static final Duration BOUND = Duration.ofSeconds(30);

    private static final int MOST_HEADERS = 256 << 10;

    /** The body that is kept, and what fits into the buffers of two sockets. */
    private static final int MOST_TAKEN = 8 << 20;

    private static final Set<String> usual = new TreeSet<>();

    static Stream<Arguments> everyAnswerSomewhere() {
        var places = Place.values();
        var all = BadAnswer.values();
        return IntStream.range(0, all.length).mapToObj(i -> Arguments.of(all[i], places[i % places.length]));
    }

    static Stream<Arguments> everyAnswerEverywhere() {
        var sample = everyAnswerSomewhere().map(one -> List.of(one.get())).collect(Collectors.toSet());
        return Arrays.stream(BadAnswer.values())
                .flatMap(bad -> Arrays.stream(Place.values()).map(place -> Arguments.of(bad, place)))
                .filter(one -> !sample.contains(List.of(one.get())));
    }

    @ParameterizedTest
    @MethodSource("everyAnswerSomewhere")
    void everyBadAnswerEndsInItsCheck(BadAnswer bad, Place place) throws IOException {
        holds(bad, place);
    }

    @Tag("full")
    @ParameterizedTest
    @MethodSource("everyAnswerEverywhere")
    void everyBadAnswerEndsInItsCheckAtEveryStation(BadAnswer bad, Place place) throws IOException {
        holds(bad, place);
    }

    /** What is broken without a bad answer; the good server is a small one. */
    @BeforeAll
    static void goodServer() throws IOException {
        try (var server = new BadServer(null, BadAnswer.HANGS_UP)) {
            usual.addAll(broken(run(server, true)));
            usual.retainAll(broken(run(server, false)));
        }
    }

    private static Set<String> broken(Report report) {
        return report.findings().stream().filter(Finding::broken).map(one -> one.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static void holds(BadAnswer bad, Place place) throws IOException {
        try (var server = new BadServer(place, bad)) {
            var report = assertTimeoutPreemptively(BOUND, () -> run(server, place.needsLogin()));
            assertThat(server.asked()).as("the place is reached").anyMatch(one -> place.isAt(one.split(" ", -1)[1]));
            if (place != Place.FIRST_CALL || !bad.ofBodyAlone())
                assertThat(broken(report)).as("its check").anyMatch(id -> !usual.contains(id)
                        && place.groups().contains(id.substring(0, id.indexOf('-'))));
            assertThat(server.written()).as("bytes that were taken")
                    .isLessThan((long) report.exchanges().size() * MOST_TAKEN);
            assertThat(report.findings()).as("no check and no probe failed").extracting(Finding::verdict)
                    .doesNotContain(new Verdict.Blocked("unexpected"));
            assertThat(report.exchanges()).allSatisfy(BadServersTest::bounded);
            Shown.assertHarmless(report);
        }
    }

    private static void bounded(Exchange exchange) {
        var answer = exchange.answer();
        if (answer == null)
            return;
        assertThat(answer.body().length).isLessThanOrEqualTo(Request.USUAL_MAX_BODY);
        assertThat(answer.headers().stream().map(Header::value).mapToInt(String::length).sum())
                .isLessThanOrEqualTo(MOST_HEADERS);
    }

    static Report run(BadServer server, boolean login) {
        var network = new Network(Trust.only(List.of(BadServer.AUTHORITY.certificate())), Network.Resolver.SYSTEM,
                Proxies.none(), Clock.systemUTC())
                .withPatience(new Network.Patience(Duration.ofMillis(700), PATIENCE));
        var options = CheckOptions.of(McpUrl.parse(server.mcp()).orThrow()).within(PATIENCE, Duration.ofSeconds(5));
        try (var http = new Http(network)) {
            return new Checkup(http, ClientStore.inMemory(), LoopbackPorts.free())
                    .run(login ? options.withUserAgent(url -> comeBack(url, server.issuer())) : options,
                            Checkup.Watcher.SILENT);
        }
    }

    /** As a browser after a person has signed in. */
    static void comeBack(String url, String issuer) throws IOException {
        var query = Arrays.stream(URI.create(url).getRawQuery().split("&")).map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> one[1]));
        var back = URLDecoder.decode(query.get("redirect_uri"), StandardCharsets.UTF_8) + "?code=c&state="
                + query.get("state") + "&iss=" + issuer;
        ((HttpURLConnection) URI.create(back).toURL().openConnection()).getResponseCode();
    }
}

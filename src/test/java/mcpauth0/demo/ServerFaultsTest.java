package mcpauth0.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mcpauth0.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of the practice server changes the wire as it should, and nothing else that another fault stands for. */
class ServerFaultsTest {

    /** What a fault cannot help to bring with it. */
    private static final Map<String, Set<String>> COMPANIONS = Map.of(
            // Who lets everybody in challenges nobody.
            "rs-no-auth", Set.of("challenge-missing-401", "rs-accepts-query-token", "rs-accepts-body-or-cookie-token"),
            // An audience that is not looked at need not be there.
            "rs-accepts-wrong-audience", Set.of("rs-accepts-missing-audience"),
            // Its own pointer leads to what is gone.
            "prm-not-found", Set.of("challenge-pointer-dead"),
            // Basic knows of no metadata.
            "challenge-header-stripped",
            Set.of("challenge-no-resource-metadata", "rs-401-without-invalid-token"), "challenge-header-renamed",
            Set.of("rs-401-without-invalid-token"),
            // Without verifying there is no telling changed claims.
            "rs-accepts-tampered-signature", Set.of("rs-accepts-tampered-claims", "rs-accepts-embedded-jwk",
                    "rs-accepts-jku", "rs-accepts-x5u"));

    /** With these nothing else of the server can be seen. */
    private static final Set<String> BLOCKING = Set.of("net-lb-path-rule", "tls-chain-incomplete",
            "tls-not-yet-valid", "tls-client-certificate", "tls-wrong-purpose", "tls-expired", "tls-hostname-mismatch",
            "tls-untrusted-ca",
            "transport-redirect-drops-auth", "transport-cross-host-redirect", "transport-downgrade-redirect",
            "transport-host-rejected", "transport-html-answer", "transport-legacy-sse-only",
            "transport-endpoint-not-found", "transport-version-rejected", "transport-modern-only",
            "prm-resource-bare-origin", "rs-rejects-valid-token",
            "rs-jwks-cache-stale", "rs-clock-skew");

    /** What shows only where the server goes by its published name; a whole check there proves it. */
    private static final Set<String> PUBLISHED = Set.of("transport-origin-too-strict");

    private static final Surroundings.Places NOWHERE = new Surroundings.Places(0, 0, null);

    static Stream<String> faults() {
        return Fault.all().stream().filter(fault -> fault.kind() == Fault.Kind.SERVER).map(Fault::id)
                .filter(id -> !PUBLISHED.contains(id));
    }

    @Test
    void everyFaultHasItsSymptom() {
        assertThat(Symptoms.ALL.keySet()).containsExactlyInAnyOrderElementsOf(faults().toList());
    }

    @Test
    void theHealthyServerShowsNone() throws Exception {
        try (var server = RunningServer.with()) {
            assertThat(shown(server)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultShowsItsOwnSymptomAndNoOther(String fault) throws Exception {
        try (var server = RunningServer.with(fault)) {
            if (BLOCKING.contains(fault)) {
                assertThat(Symptoms.of(fault).shows(server)).isTrue();
                return;
            }
            var expected = new TreeSet<>(COMPANIONS.getOrDefault(fault, Set.of()));
            expected.add(fault);
            assertThat(shown(server)).isEqualTo(expected);
        }
    }

    @Test
    void everySpellingOfNoneAndBothEndsOfTheKeyPass() throws IOException {
        try (var server = RunningServer.with("rs-accepts-alg-none", "rs-accepts-hs256-public-key")) {
            assertThat(Symptoms.unsigned(server)).allMatch(token -> Symptoms.accepts(server, token));
            assertThat(Symptoms.signedWithPublicKey(server)).allMatch(token -> Symptoms.accepts(server, token));
        }
    }

    @Test
    void whatIsNotThereIsNotFoundWhoeverAsks() throws IOException {
        try (var server = RunningServer.with("transport-endpoint-not-found")) {
            assertThat(server.send(server.initialize().with("Origin", "https://evil.example")).status()).isEqualTo(404);
        }
    }

    @Test
    void severalFaultsShowAtOnce() throws Exception {
        var chosen = new String[]{"as-issuer-trailing-slash", "session-id-weak", "rs-wrong-status"};
        try (var server = RunningServer.with(chosen)) {
            assertThat(shown(server)).containsExactlyInAnyOrder(chosen);
        }
    }

    @Test
    void surroundingsAreWrittenOnlyWhereSomethingIsWrongWithThem() throws IOException {
        assertThat(Surroundings.write(Set.of(), false, NOWHERE)).isNull();
        assertThat(written("net-unreachable")).isEqualTo("[\"127.0.0.2\"]");
        assertThat(written("net-dns-nxdomain")).isEqualTo("[]");
        assertThat(written("net-dns-nxdomain", "net-unreachable")).isEqualTo("[]");
    }

    private static String written(String... faults) throws IOException {
        var file = Surroundings.write(Set.of(faults), false, NOWHERE);
        if (file == null)
            throw new AssertionError("nothing written");
        try {
            return Json.parse(Files.readAllBytes(file)).orElseThrow().at("/resolve/localhost").toString();
        } finally {
            Files.delete(file);
        }
    }

    private static Set<String> shown(RunningServer server) throws Exception {
        var shown = new TreeSet<String>();
        for (var symptom : Symptoms.ALL.entrySet())
            if (symptom.getValue().shows(server))
                shown.add(symptom.getKey());
        return shown;
    }
}

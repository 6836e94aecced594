package mcpauth0.diagnose.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import mcpauth0.diagnose.Examination;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Broken;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;
import mcpauth0.http.Exchange;
import mcpauth0.http.Json;
import mcpauth0.oauth.AccessToken;
import mcpauth0.oauth.UserAgent;
import mcpauth0.oauth.agent.FormAgent;
import mcpauth0.setup.Secret;
import org.junit.jupiter.api.Test;

/** What a deep run sends, on the wire of the practice pair. */
class DeepRunTest {

    private static Examination with(String... faults) throws IOException {
        return new Examination(Options.of(Start.HEALTHY).withFaults(faults));
    }

    private static Verdict of(Report report, String id) {
        return report.findings().stream().filter(finding -> finding.rule().id().equals(id)).findFirst().orElseThrow()
                .verdict();
    }

    private static String fact(Evidence evidence, String label) {
        return evidence.facts().stream().filter(fact -> fact.label().equals(label)).findFirst().orElseThrow().value();
    }

    private static boolean unsigned(Exchange exchange) {
        var line = exchange.request().header("Authorization");
        return line != null && line.startsWith("Bearer ey")
                && "none".equals(AccessToken.of(Secret.of(line.substring("Bearer ".length()))).algorithm());
    }

    @Test
    void eachKindStandsBetweenTwoGoodCallsAndNothingIsSaidWithoutThem() throws IOException {
        try (var examination = with()) {
            var gone = new AtomicBoolean();
            examination.http().exchanges().listen(exchange -> {
                if (unsigned(exchange) && !gone.getAndSet(true))
                    examination.pair().close();
            });
            var report = examination.run(examination.everything());
            assertThat(of(report, "rs-accepts-any-bearer")).isInstanceOf(Holds.class);
            assertThat(of(report, "rs-accepts-tampered-claims")).isInstanceOf(Holds.class);
            assertThat(List.of("rs-accepts-alg-none", "rs-accepts-hs256-public-key", "rs-accepts-jku",
                    "rs-accepts-wrong-audience", "rs-accepts-query-token", "rs-wrong-status"))
                    .allSatisfy(id -> assertThat(of(report, id)).as(id).isEqualTo(new Blocked("control")));
            // Where the genuine token no longer works, the server is left alone.
            assertThat(report.exchanges()).filteredOn(DeepRunTest::unsigned).hasSizeLessThanOrEqualTo(8);
            assertThat(report.exchanges()).noneMatch(exchange -> exchange.request().url().contains("access_token="));
        }
    }

    @Test
    void noTokenGoesWhereItHasNoBusiness() throws IOException {
        try (var examination = with()) {
            var report = examination.run(examination.everything());
            var management = examination.pair().managementToken().split("\\.", -1)[2];
            for (var exchange : report.exchanges()) {
                var request = exchange.request();
                var line = request.header("Authorization");
                if (line != null)
                    assertThat(request.url()).startsWith(examination.pair().mcpUrl());
                assertThat(String.valueOf(line) + request.bodyText()).doesNotContain(management);
                if (request.url().startsWith(examination.pair().mcpUrl())) {
                    assertThat(request.url() + request.header("Cookie") + request.bodyText()).doesNotContain("eyJ");
                    assertThat(request.bodyText()).doesNotContain("refresh_token");
                }
            }
            assertThat(report.exchanges()).filteredOn(exchange -> exchange.request().url().contains("access_token="))
                    .hasSize(1);
        }
    }

    @Test
    void theTokenOfOneRunWaitsForALaterOne() throws IOException {
        try (var examination = with()) {
            var resource = examination.pair().mcpUrl();
            assertThat(examination.aged().take(resource, Instant.now())).isPresent();
            var first = examination.run(examination.everything());
            assertThat(of(first, "rs-accepts-expired")).isEqualTo(new NotTestableFromHere("no-aged-token"));
            assertThat(examination.aged().take(resource, Instant.now())).isEmpty();
            var later = examination.aged().take(resource, Instant.now().plus(Duration.ofDays(3))).orElseThrow();
            assertThat(AccessToken.of(later).audience()).contains(resource);
        }
    }

    @Test
    void nothingIsKeptUnlessTheRunIsDeep() throws IOException {
        try (var examination = with()) {
            var resource = examination.pair().mcpUrl();
            examination.run(examination.options().withUserAgent(examination.user()));
            // The one of two hours ago still waits: it was not taken either.
            var waiting = examination.aged().take(resource, Instant.now()).orElseThrow();
            assertThat(AccessToken.of(waiting).expires()).isBefore(Instant.now());
            assertThat(examination.aged().take(resource, Instant.now().plus(Duration.ofDays(3)))).isEmpty();
        }
    }

    @Test
    void aBriefTokenGoesIntoTheAddressALongLivedOneDoesNot() throws IOException {
        try (var examination = with("rs-accepts-query-token", "rs-accepts-body-or-cookie-token")) {
            var report = examination.run(examination.everything());
            assertThat(((Broken) of(report, "rs-accepts-query-token")).values()).containsExactly("query");
            shorten(examination);
            report = examination.run(examination.everything());
            assertThat(((Broken) of(report, "rs-accepts-query-token")).values())
                    .containsExactly("query, query-genuine");
            assertThat(((Broken) of(report, "rs-accepts-body-or-cookie-token")).values())
                    .containsExactly("form, form-genuine, json, json-genuine, cookie, cookie-genuine");
        }
    }

    @Test
    void whereTheServerHasOneWordForAllOnlyABriefTokenTells() throws IOException {
        try (var examination = with("rs-401-without-invalid-token", "rs-error-leaks")) {
            // None and bad are still told apart here only by their bodies, which is not what is compared.
            var report = examination.run(examination.everything());
            assertThat(of(report, "rs-accepts-query-token")).isEqualTo(new NotTestableFromHere("token-lives-long"));
            shorten(examination);
            report = examination.run(examination.everything());
            assertThat(of(report, "rs-accepts-query-token")).isInstanceOf(Holds.class);
            assertThat(of(report, "rs-accepts-body-or-cookie-token")).isInstanceOf(Holds.class);
        }
    }

    private static void shorten(Examination examination) {
        var id = api(examination, examination.pair().mcpUrl());
        examination.pair().tenant().dashboard("Lin Chen", "PATCH", "resource-servers/" + id,
                "{\"token_lifetime\":300,\"token_lifetime_for_web\":300}");
    }

    private static String api(Examination examination, String identifier) {
        for (var api : examination.pair().tenant().state().path("apis"))
            if (api.path("identifier").asText().equals(identifier))
                return api.path("id").asText();
        throw new AssertionError("no API " + identifier);
    }

    @Test
    void anAudienceIsShortenedOnlyWhereNoSuchApiExists() throws IOException {
        try (var examination = with()) {
            assertThat(sentAudiences(examination)).isEqualTo("other-api, longer-audience, shorter-audience");
            var origin = examination.pair().mcpUrl().replaceFirst("/mcp$", "");
            examination.pair().tenant().dashboard("Lin Chen", "POST", "resource-servers",
                    "{\"identifier\":\"" + origin + "\",\"name\":\"Everything here\"}");
            var before = examination.pair().tenant().state().toString();
            assertThat(sentAudiences(examination)).isEqualTo("other-api, longer-audience");
            assertThat(examination.pair().tenant().state().path("apis").toString()).contains("Everything here");
            assertThat(examination.pair().tenant().state().path("apis"))
                    .isEqualTo(Json.parse(before).orElseThrow().path("apis"));
        }
    }

    private static String sentAudiences(Examination examination) {
        return fact(((Holds) of(examination.run(examination.everything()), "rs-accepts-wrong-audience")).evidence(),
                "sent");
    }

    /** Stands for an authorization server that gives tokens for whatever it is asked for. */
    private record Generous(Examination examination, FormAgent person) implements UserAgent {

        private static final Pattern RESOURCE = Pattern.compile("[?&]resource=([^&]+)");

        @Override
        public void visit(String url) throws IOException {
            var found = RESOURCE.matcher(url);
            var resource = found.find() ? URLDecoder.decode(found.group(1), UTF_8) : "";
            if (!resource.equals(examination.pair().mcpUrl())) {
                var tenant = examination.pair().tenant();
                tenant.dashboard("Lin Chen", "POST", "resource-servers",
                        "{\"identifier\":\"" + resource + "\",\"name\":\"" + UUID.randomUUID() + "\"}");
                tenant.dashboard("Lin Chen", "POST", "client-grants", "{\"audience\":\"" + resource
                        + "\",\"default_for\":\"third_party_clients\",\"subject_type\":\"user\",\"scope\":[]}");
            }
            person.visit(url);
        }

        @Override
        public boolean needsPerson() {
            return false;
        }
    }

    /** Whose time each visit takes. */
    private record Person(FormAgent agent) implements UserAgent {

        @Override
        public void visit(String url) throws IOException {
            agent.visit(url);
        }
    }

    @Test
    void withoutTheTenantAnotherResourcesTokenServesWhereItIsGiven() throws IOException {
        for (var fault : List.of("rs-accepts-wrong-audience", "rs-error-leaks"))
            try (var examination = with(fault)) {
                var agent = new Generous(examination, examination.user());
                var report = examination.run(examination.options().withUserAgent(agent).withDeep(true));
                var verdict = of(report, "rs-accepts-wrong-audience");
                assertThat(switch (verdict) {
                    case Holds(var evidence) -> Map.of("rs-error-leaks", fact(evidence, "sent"));
                    case Broken broken -> Map.of("rs-accepts-wrong-audience", broken.values().getFirst());
                    default -> Map.of();
                }).isEqualTo(Map.of(fault, "other-resource"));
            }
    }

    @Test
    void withoutTheTenantNobodyIsSentToSignInTwice() throws IOException {
        try (var examination = with()) {
            var report = examination.run(examination.options().withDeep(true).withUserAgent(examination.user()));
            assertThat(of(report, "rs-accepts-wrong-audience")).isEqualTo(new NotTestableFromHere("no-other-token"));
            report = examination
                    .run(examination.options().withDeep(true).withUserAgent(new Person(examination.user())));
            assertThat(of(report, "rs-accepts-wrong-audience")).isEqualTo(new NotTestableFromHere("needs-tenant"));
        }
    }

    @Test
    void withoutARefreshTokenAnotherLoginAsksForLess() throws IOException {
        for (var fault : List.of("rs-error-leaks", "rs-scope-not-enforced"))
            try (var examination = with("token-no-refresh", fault)) {
                var verdict = of(examination.run(examination.everything()), "rs-scope-not-enforced");
                assertThat(verdict).isInstanceOf(fault.equals("rs-error-leaks") ? Holds.class : Broken.class);
                verdict = of(examination.run(examination.everything().withUserAgent(new Person(examination.user()))),
                        "rs-scope-not-enforced");
                assertThat(verdict).isEqualTo(new NotTestableFromHere("no-lesser-token"));
            }
    }

    @Test
    void aServerElsewhereIsGivenANameThatNobodyHas() throws IOException {
        try (var examination = new Examination(Options.of(Start.HEALTHY).asPublished())) {
            var report = examination.run(examination.everything());
            assertThat(of(report, "rs-accepts-jku")).isEqualTo(new NotTestableFromHere("no-reachable-address"));
            assertThat(of(report, "rs-accepts-x5u")).isEqualTo(new NotTestableFromHere("no-reachable-address"));
            var named = report.exchanges().stream().map(exchange -> exchange.request().header("Authorization"))
                    .filter(line -> line != null && line.startsWith("Bearer ey"))
                    .map(line -> AccessToken.of(Secret.of(line.substring(7))).header())
                    .filter(header -> header != null && header.has("jku"))
                    .map(header -> URI.create(header.path("jku").asText()).getHost()).toList();
            assertThat(named).singleElement().asString().endsWith(".invalid");
        }
    }

    @Test
    void whatTheServerSaysThatItExpectsStandsBesideTheOtherPlaces() throws IOException {
        try (var examination = with("rs-rejects-valid-token")) {
            var report = examination.run(examination.everything());
            var url = examination.pair().mcpUrl();
            assertThat(report.spellings()).filteredOn(one -> one.place().equals("expected")).singleElement()
                    .satisfies(one -> assertThat(one.value()).isEqualTo(url + "/"))
                    .satisfies(one -> assertThat(one.differsAt()).isEqualTo(url.length()));
            var broken = (Broken) of(report, "rs-rejects-valid-token");
            assertThat(fact(broken.evidence(), "expected-audience")).isEqualTo(url + "/");
            assertThat(fact(broken.evidence(), "complains-of")).isEqualTo("aud");
            assertThat(broken.severity()).isEqualTo(Severity.ERROR);
        }
    }
}

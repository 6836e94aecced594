package mcpauth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import mcpauth0.demo.PracticePair;
import mcpauth0.export.Exports;
import mcpauth0.export.HandOver;
import mcpauth0.http.Exchange;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.http.Network;
import mcpauth0.http.Trust;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Progress;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Registration;
import mcpauth0.setup.Registration.Application;
import mcpauth0.setup.Role;
import mcpauth0.setup.Scope;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script for Auth0's command line sends what applying sends, in that order, and nothing in a set-up can be a command of its own. */
class TenantScriptTest {

    /** With what shells, awk, JSON and addresses each take for themselves. */
    private static final String HOSTILE = "a'b\"c`touch gone`$(touch gone)${HOME}\\ \\n\n\t; touch gone #&|*?[x]{y}: %s, "
            + "'\\'' \u2028\u202e\ud83d\ude80é \"statusCode\": 404";

    @TempDir
    Path folder;

    @BeforeEach
    void needsAShell() {
        assumeThat(Files.isExecutable(Path.of("/bin/sh"))).as("a system with /bin/sh").isTrue();
    }

    private static Setup usual(Setup setup) {
        return setup.withServer(McpUrl.parse("https://mcp.example.com/mcp").orThrow())
                .withApi(setup.api().replacing(null).replacingMachineGrant(false))
                .withConnections(List.of("Username-Password-Authentication", "google-oauth2"))
                .withRoles(setup.roles().stream().map(role -> new Role(role.name(), role.description(),
                        role.permissions(), List.of())).toList());
    }

    private static Setup hostile(Setup setup) {
        var usual = usual(setup);
        return usual.withResource("urn:" + HOSTILE)
                .withApi(usual.api().withName(HOSTILE)
                        .withScopes(List.of(new Scope("mcp:use", HOSTILE), new Scope("'", "\\"))))
                .withRoles(List.of(new Role(HOSTILE, HOSTILE, List.of("mcp:use", "'"), List.of()),
                        new Role("no", "", List.of("mcp:use"), List.of())))
                .withRegistration(new Registration(true, false, usual.registration().documents(),
                        List.of(new Application("other", HOSTILE, List.of("https://bot.example.com/'$(x)"), true))));
    }

    @Test
    void scriptSendsWhatApplyingSends() throws Exception {
        same(TenantScriptTest::usual, PracticePair.Age.NEW, "sh");
    }

    @Test
    void hostileValuesStayValuesAndAnOlderTenantBecomesStrict() throws Exception {
        var sent = same(TenantScriptTest::hostile, PracticePair.Age.OLD, "sh");
        assertThat(Path.of("gone")).doesNotExist();
        assertThat(sent.stream().map(Sent::body)).anyMatch(
                body -> body.path("dynamic_client_registration_security_mode").asText().equals("strict"));
    }

    @Test
    void tenantThatTellsNoRulesIsSentNoneOfThem() throws Exception {
        var bash = Files.isExecutable(Path.of("/bin/bash")) ? "bash" : "sh";
        var sent = same(TenantScriptTest::usual, PracticePair.Age.OLD_SILENT, bash);
        assertThat(sent.toString()).doesNotContain("security_mode");
    }

    /** What others made different since is as the set-up says again. */
    @Test
    void scriptPutsRightWhatIsThereAlready() throws Exception {
        try (var bench = new Bench(PracticePair.Options.of(PracticePair.Start.BLANK), folder.resolve("scripted"));
                var http = http(bench)) {
            var auth0 = fake(bench, http);
            var setup = usual(bench.setup());
            assertThat(auth0.run("sh", script(setup)).exit()).isZero();
            var state = bench.state();

            dashboard(bench, "client-grants", id(bench, "grants", "audience", setup), "{\"scope\":[]}");
            dashboard(bench, "resource-servers", id(bench, "apis", "identifier", setup),
                    "{\"allow_offline_access\":false}");
            assertThat(bench.state()).isNotEqualTo(state);

            var again = auth0.run("sh", script(setup));
            assertThat(again.exit()).as(again.said()).isZero();
            assertThat(bench.state()).isEqualTo(state);
        }
    }

    private static String id(Bench bench, String kind, String field, Setup setup) {
        return bench.pair.tenant().state().path(kind).valueStream()
                .filter(each -> each.path(field).asText().equals(setup.audience())).findFirst().orElseThrow()
                .path("id").asText();
    }

    private static void dashboard(Bench bench, String kind, String id, String change) {
        bench.pair.tenant().dashboard("Lin Chen", "PATCH", kind + "/" + id, change);
    }

    /** A call that changes something; ids are named after what they are of. */
    private record Sent(String method, String path, JsonNode body) {
    }

    /** Both on tenants of their own; then the script once more, which changes nothing. */
    private List<Sent> same(UnaryOperator<Setup> choice, PracticePair.Age age, String shell) throws Exception {
        var options = PracticePair.Options.of(PracticePair.Start.BLANK).aged(age);
        List<Sent> applied;
        try (var bench = new Bench(options, folder.resolve("applied"))) {
            applied = applied(bench, choice.apply(bench.everything()));
        }
        try (var bench = new Bench(options, folder.resolve("scripted")); var http = http(bench)) {
            var auth0 = fake(bench, http);
            var script = script(choice.apply(bench.everything()));
            assertThat(syntax(shell, script)).isZero();

            var run = auth0.run(shell, script);

            assertThat(run.exit()).as(run.said()).isZero();
            assertThat(run.asked()).extracting(FakeAuth0.Asked::tenant).containsOnly(bench.pair.domain());
            assertThat(sent(run, bench)).as("of the script").isEqualTo(applied);
            var state = bench.state();
            var again = auth0.run(shell, script);
            assertThat(again.exit()).as(again.said()).isZero();
            assertThat(again.writes()).extracting(FakeAuth0.Asked::method).containsOnly("PATCH", "POST");
            assertThat(bench.state()).as("after the script ran twice").isEqualTo(state);
        }
        return applied;
    }

    private static List<Sent> applied(Bench bench, Setup setup) throws Exception {
        var exchanges = new ArrayList<Exchange>();
        var applier = bench.start(bench.tenant(exchanges::add));
        assertThat(applier.apply(applier.plan(setup), Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
        var names = names(bench);
        return exchanges.stream().map(Exchange::request)
                .filter(request -> !request.method().equals("GET") && request.url().contains("/api/v2/"))
                .map(request -> new Sent(request.method(), named(request.url().replaceFirst(".*/api/v2/", ""), names),
                        Json.parse(request.bodyText()).orElseThrow()))
                .toList();
    }

    private static List<Sent> sent(FakeAuth0.Run run, Bench bench) {
        var names = names(bench);
        return run.writes().stream()
                .map(call -> new Sent(call.method(), named(call.path(), names),
                        call.body() == null ? Json.object() : call.body()))
                .toList();
    }

    private static Map<String, String> names(Bench bench) {
        var names = new TreeMap<String, String>();
        for (var list : List.of("connections", "roles"))
            bench.pair.tenant().state().path(list)
                    .forEach(each -> names.put(each.path("id").asText(), "{" + each.path("name").asText() + "}"));
        return names;
    }

    private static String named(String path, Map<String, String> names) {
        var named = path;
        for (var name : names.entrySet())
            named = named.replace(name.getKey(), name.getValue());
        return named;
    }

    /** What is not there already is said, and all that comes after it stays as it is. */
    @Test
    void scriptStopsWhereSomethingIsMissingOrRefused() throws Exception {
        try (var bench = new Bench(PracticePair.Options.of(PracticePair.Start.BLANK), folder.resolve("scripted"));
                var http = http(bench)) {
            var auth0 = fake(bench, http);
            var setup = usual(bench.setup());

            var missing = auth0.run("sh", script(setup.withConnections(List.of("acme-saml"))));
            assertThat(missing.exit()).isEqualTo(1);
            assertThat(missing.said()).contains("acme-saml");

            bench.pair.tenant().failNext(seen -> seen.method().equals("PATCH")
                    && seen.path().contains("/connections/"), 400, "{\"statusCode\":400,\"message\":\"No such luck\"}");
            var refused = auth0.run("sh", script(setup));
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.said()).contains("No such luck");

            assertThat(bench.pair.tenant().state().at("/settings/flags/enable_dynamic_client_registration").asBoolean())
                    .as("registration is open").isFalse();
        }
    }

    /** The older rules are asked for, and the tenant has no such. */
    @Test
    void scriptLeavesRegistrationClosedWhereTheRulesAreNotThoseAskedFor() throws Exception {
        try (var bench = new Bench(PracticePair.Options.of(PracticePair.Start.BLANK), folder.resolve("scripted"));
                var http = http(bench)) {
            var setup = usual(bench.setup());
            var run = fake(bench, http)
                    .run("sh", script(setup.withRegistration(setup.registration().withPermissive(true))));

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.said()).contains(Texts.english().get("export-note.script-strict"));
            assertThat(bench.pair.tenant().state().at("/settings/flags/enable_dynamic_client_registration").asBoolean())
                    .isFalse();
        }
    }

    private static String script(Setup setup) {
        return Exports.named("auth0-cli").orElseThrow().write(HandOver.of(setup).orThrow(), Texts.english());
    }

    private static Http http(Bench bench) {
        return new Http(Network.system().withTrust(Trust.only(List.of(bench.pair.authority()))));
    }

    private FakeAuth0 fake(Bench bench, Http http) throws IOException, InterruptedException {
        var setup = bench.everything();
        var token = bench.pair.tenant().managementToken(Permissions.needed(setup), Duration.ofMinutes(5));
        return new FakeAuth0(http, token, "https://" + bench.pair.domain() + "/api/v2/", folder.resolve("bin"));
    }

    private int syntax(String shell, String script) throws IOException, InterruptedException {
        return new ProcessBuilder(shell, "-n", Files.writeString(folder.resolve("syntax"), script).toString())
                .inheritIO().start().waitFor();
    }
}

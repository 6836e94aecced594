package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mcpauth0.access.InMemoryKeychain;
import mcpauth0.auth0.Credentials;
import mcpauth0.auth0.ManagementAccess;
import mcpauth0.cli.Terminal;
import mcpauth0.cli.Words;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.export.Exports;
import mcpauth0.http.Exchanges;
import mcpauth0.http.FailureException;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Trust;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Registration;
import mcpauth0.setup.Secret;
import mcpauth0.setup.Setup;
import mcpauth0.setup.SetupFile;
import mcpauth0.setup.TenantDomain;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets are poured into every input, right ones and wrong ones, and then looked for in everything that the program
 * leaves: files, journals, logs, reports, both streams of the terminal, exceptions.
 */
class SecretsTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Poured poured;

    @BeforeEach
    void listen() {
        poured = new Poured(folder);
    }

    @AfterEach
    void stop() {
        poured.close();
    }

    private int say(String... words) {
        return say(Map.of(), "", words);
    }

    private int say(Map<String, String> environment, String input, String... words) {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        var terminal = new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), stream, stream,
                environment, folder.resolve("state"), Texts.english(), (_, _, _) -> 0, new InMemoryKeychain());
        var code = Words.run(terminal, words);
        poured.keep("words " + String.join(" ", words), out.toString(StandardCharsets.UTF_8));
        return code;
    }

    /** The command comes first. */
    private int say(List<String> options, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(options);
        return say(all.toArray(String[]::new));
    }

    @Test
    void noneIsFoundWhereTheProgramLeavesSomething() throws Exception {
        try (var pair = PracticePair.start(Options.of(PracticePair.Start.BLANK))) {
            onTheCommandLine(pair);
            wrongOnesOnTheCommandLine(pair);
            inExceptions(pair);
            poured.secrets.addAll(pair.tenant().secrets());
        }
        assertThat(poured.secrets).hasSizeGreaterThan(20);
        poured.search(".jsonl", "report.json", "exception", "words");
    }

    private void onTheCommandLine(PracticePair pair) throws Exception {
        var empty = Setup.empty();
        var setup = poured.file("setup.json", SetupFile.write(empty
                .withServer(McpUrl.parse(pair.mcpUrl()).orThrow())
                .withTenant(TenantDomain.parse(pair.domain()).orThrow())
                .withConnections(List.of("Username-Password-Authentication"))
                .withRegistration(new Registration(true, false, List.of(), List.of(new Registration.Application(
                        "other", "Our bot", List.of("https://bot.example/callback"), true))))));
        var secret = poured.file("secret", pair.clientSecret());
        var token = poured.file("token", pair.managementToken());
        poured.secrets.add(pair.clientSecret());
        poured.secrets.add(pair.managementToken());
        var ca = pair.caFile().toString();
        var access = List.of("--tenant", pair.domain(), "--tenant-ca", ca, "--client-id", pair.clientId(),
                "--client-secret-file", secret.toString());
        var byToken = List.of("--tenant", pair.domain(), "--tenant-ca", ca, "--management-token-file",
                token.toString());
        var plan = folder.resolve("plan.json").toString();
        assertThat(say(access, "plan", "--setup", setup.toString(), "--out", plan)).isEqualTo(4);
        assertThat(say(byToken, "apply", plan)).isZero();
        assertThat(say(Map.of("MCP_AUTH0_SETUP_MANAGEMENT_TOKEN", pair.managementToken()), "", "drift", "--setup",
                setup.toString(), "--tenant-ca", ca)).isZero();
        assertThat(say(byToken, "check", pair.mcpUrl(), "--ca", ca, "--login", "practice", "--deep", "--report",
                folder.resolve("report.json").toString())).isZero();
        assertThat(say("connect", pair.mcpUrl(), "--ca", ca, "--login", "practice")).isZero();
        for (var format : Exports.all())
            assertThat(say("export", "--setup", setup.toString(), "--format", format.id())).isZero();
        var signing = pair.signingApplication();
        assertThat(say("undo", "--tenant", pair.domain(), "--tenant-ca", ca, "--client-id", signing.clientId(),
                "--client-key-file", poured.key("right-key.pem", signing.key()).toString())).isZero();
    }

    private void wrongOnesOnTheCommandLine(PracticePair pair) throws Exception {
        var ca = pair.caFile().toString();
        var tenant = List.of("--tenant", pair.domain(), "--tenant-ca", ca);
        assertThat(say(tenant, "undo", "--client-id", pair.clientId(), "--client-secret-file",
                poured.file("wrong-secret", poured.mark()).toString())).isEqualTo(2);
        assertThat(say(tenant, "undo", "--management-token-file", poured.file("wrong-token", poured.mark()).toString()))
                .isEqualTo(2);
        var token = pair.managementToken();
        var changed = token.substring(0, token.length() - 9) + "MarkedSig";
        poured.secrets.add(changed);
        assertThat(say(tenant, "undo", "--management-token-file", poured.file("changed-token", changed).toString()))
                .isEqualTo(2);
        assertThat(say(Map.of("MCP_AUTH0_SETUP_MANAGEMENT_TOKEN", poured.mark()), "", "undo", "--tenant", pair.domain(),
                "--tenant-ca", ca)).isEqualTo(2);
        var key = "-----BEGIN PRIVATE KEY-----\n" + poured.mark() + "\n-----END PRIVATE KEY-----\n";
        assertThat(
                say(tenant, "undo", "--client-id", "key", "--client-key-file", poured.file("key.pem", key).toString()))
                .isEqualTo(2);
        assertThat(say(Map.of(), poured.mark(), "check", pair.mcpUrl(), "--ca", ca, "--token-file", "-")).isNotZero();
        assertThat(say("check", pair.mcpUrl(), "--ca", ca, "--login", "practice", "--client-id", "nobody",
                "--client-secret-file", poured.file("client-secret", poured.mark()).toString(), "--report",
                folder.resolve("failed.json").toString())).isNotZero();
        assertThat(say("check", "https://user:" + poured.mark() + "@localhost/mcp")).isNotZero();
    }

    /** What is thrown, and what carries secrets inside the program when somebody prints it. */
    private void inExceptions(PracticePair pair) {
        var exchanges = new Exchanges();
        exchanges.listen(exchange -> {
            poured.keep("exception exchange", exchange);
            poured.keep("exception request", exchange.request());
            poured.keep("exception headers", exchange.request().headers());
        });
        var domain = TenantDomain.parse(pair.domain()).orThrow();
        var credentials = List.of(new Credentials.Application(pair.clientId(), Secret.of(poured.mark())),
                new Credentials.Application(pair.clientId(), Secret.of(pair.clientSecret())),
                new Credentials.Token(Secret.of(poured.mark())),
                new Credentials.Token(Secret.of(pair.managementToken())));
        for (var each : credentials) {
            poured.keep("exception credentials", each);
            try (var http = new Http(Network.system().withTrust(Trust.only(List.of(pair.authority()))), exchanges)) {
                var entry = ManagementAccess.open(http, domain, each);
                poured.keep("exception entry", entry);
                if (entry instanceof ManagementAccess.Entry.Open(var tenant)) {
                    pair.tenant().failNext(seen -> seen.path().startsWith("/api/v2/"), 418);
                    thrown(tenant::snapshot);
                    pair.tenant().dropNext(seen -> seen.path().startsWith("/api/v2/"));
                    pair.tenant().dropNext(seen -> seen.path().startsWith("/api/v2/"));
                    thrown(tenant::snapshot);
                    poured.keep("exception tenant", tenant);
                }
            }
        }
    }

    private interface Failing {
        Object call() throws FailureException;
    }

    private void thrown(Failing call) {
        try {
            call.call();
            throw new AssertionError("it was told to fail");
        } catch (FailureException e) {
            var text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            poured.keep("exception", text + " " + e.failure() + " " + e.exchange());
        }
    }
}

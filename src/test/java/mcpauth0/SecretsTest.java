package mcpauth0;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
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
 * leaves: files, journals, logs, reports, both streams of the terminal, words on the screen, exceptions.
 */
class SecretsTest {

    /** Shorter ones, such as the practice password, are words of their own. */
    private static final int SHORTEST = 16;

    @TempDir
    Path folder;

    private final Map<String, String> left = new LinkedHashMap<>();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final TreeSet<String> secrets = new TreeSet<>();
    private final Handler listener = new Handler() {
        private final SimpleFormatter plain = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            logged.add(plain.format(entry));
        }

        @Override
        public void flush() {
            // It is in memory.
        }

        @Override
        public void close() {
            // It is in memory.
        }
    };
    private int marks;

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
        listener.setLevel(Level.ALL);
        Logger.getLogger("mcpauth0").setLevel(Level.ALL);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(listener);
    }

    /** A secret that nobody else could have written. */
    private String mark() {
        var marked = "marked-secret-nobody-may-see-" + ++marks;
        secrets.add(marked);
        return marked;
    }

    private Path file(String name, String content) throws Exception {
        var file = Files.createDirectories(folder.resolve("inputs")).resolve(name);
        return Files.writeString(file, content);
    }

    private int say(String... words) {
        return say(Map.of(), "", words);
    }

    private int say(Map<String, String> environment, String input, String... words) {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        var terminal = new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), stream, stream,
                environment, folder.resolve("state"), Texts.english(), (_, _) -> 0, new InMemoryKeychain());
        var code = Words.run(terminal, words);
        left.put(left.size() + " " + String.join(" ", words), out.toString(StandardCharsets.UTF_8));
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
            secrets.addAll(pair.tenant().secrets());
        }
        inTheWindow();
        assertThat(secrets).hasSizeGreaterThan(20);
        left.put("logs", String.join("", logged));
        Files.createDirectories(folder.resolve("inputs"));
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                if (!file.startsWith(folder.resolve("inputs")))
                    left.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        assertThat(left.keySet()).as("something of each kind was looked through")
                .anyMatch(name -> name.endsWith(".jsonl")).anyMatch(name -> name.endsWith("report.json"))
                .anyMatch(name -> name.startsWith("window")).anyMatch(name -> name.startsWith("exception"));
        var kept = folder.resolve("state").resolve("clients").toString();
        left.forEach((where, text) -> secrets.stream().filter(secret -> secret.length() >= SHORTEST)
                .filter(secret -> !where.startsWith(kept) || !secret.startsWith("tpc_"))
                .forEach(secret -> assertThat(text.contains(secret)).as("%s holds %s", where, secret).isFalse()));
    }

    private void onTheCommandLine(PracticePair pair) throws Exception {
        var empty = Setup.empty();
        var setup = file("setup.json", SetupFile.write(empty
                .withServer(McpUrl.parse(pair.mcpUrl()).orThrow())
                .withTenant(TenantDomain.parse(pair.domain()).orThrow())
                .withConnections(List.of("Username-Password-Authentication"))
                .withRegistration(new Registration(true, false, List.of(), List.of(new Registration.Application(
                        "other", "Our bot", List.of("https://bot.example/callback"), true))))));
        var secret = file("secret", pair.clientSecret());
        var token = file("token", pair.managementToken());
        secrets.add(pair.clientSecret());
        secrets.add(pair.managementToken());
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
        secrets.addAll(signing.key().lines().filter(line -> !line.startsWith("-----")).toList());
        assertThat(say("undo", "--tenant", pair.domain(), "--tenant-ca", ca, "--client-id", signing.clientId(),
                "--client-key-file", file("right-key.pem", signing.key()).toString())).isZero();
    }

    private void wrongOnesOnTheCommandLine(PracticePair pair) throws Exception {
        var ca = pair.caFile().toString();
        var tenant = List.of("--tenant", pair.domain(), "--tenant-ca", ca);
        assertThat(say(tenant, "undo", "--client-id", pair.clientId(), "--client-secret-file",
                file("wrong-secret", mark()).toString())).isEqualTo(2);
        assertThat(say(tenant, "undo", "--management-token-file", file("wrong-token", mark()).toString())).isEqualTo(2);
        var token = pair.managementToken();
        var changed = token.substring(0, token.length() - 9) + "MarkedSig";
        secrets.add(changed);
        assertThat(say(tenant, "undo", "--management-token-file", file("changed-token", changed).toString()))
                .isEqualTo(2);
        assertThat(say(Map.of("MCP_AUTH0_SETUP_MANAGEMENT_TOKEN", mark()), "", "undo", "--tenant", pair.domain(),
                "--tenant-ca", ca)).isEqualTo(2);
        var key = "-----BEGIN PRIVATE KEY-----\n" + mark() + "\n-----END PRIVATE KEY-----\n";
        assertThat(say(tenant, "undo", "--client-id", "key", "--client-key-file", file("key.pem", key).toString()))
                .isEqualTo(2);
        assertThat(say(Map.of(), mark(), "check", pair.mcpUrl(), "--ca", ca, "--token-file", "-")).isNotZero();
        assertThat(say("check", pair.mcpUrl(), "--ca", ca, "--login", "practice", "--client-id", "nobody",
                "--client-secret-file", file("client-secret", mark()).toString(), "--report",
                folder.resolve("failed.json").toString())).isNotZero();
        assertThat(say("check", "https://user:" + mark() + "@localhost/mcp")).isNotZero();
    }

    /** What is thrown, and what carries secrets inside the program when somebody prints it. */
    private void inExceptions(PracticePair pair) {
        var exchanges = new Exchanges();
        exchanges.listen(exchange -> {
            keep("exception exchange", exchange);
            keep("exception request", exchange.request());
            keep("exception headers", exchange.request().headers());
        });
        var domain = TenantDomain.parse(pair.domain()).orThrow();
        var credentials = List.of(new Credentials.Application(pair.clientId(), Secret.of(mark())),
                new Credentials.Application(pair.clientId(), Secret.of(pair.clientSecret())),
                new Credentials.Token(Secret.of(mark())), new Credentials.Token(Secret.of(pair.managementToken())));
        for (var each : credentials) {
            keep("exception credentials", each);
            try (var http = new Http(Network.system().withTrust(Trust.only(List.of(pair.authority()))), exchanges)) {
                var entry = ManagementAccess.open(http, domain, each);
                keep("exception entry", entry);
                if (entry instanceof ManagementAccess.Entry.Open(var tenant)) {
                    pair.tenant().failNext(seen -> seen.path().startsWith("/api/v2/"), 418);
                    thrown(tenant::snapshot);
                    pair.tenant().dropNext(seen -> seen.path().startsWith("/api/v2/"));
                    pair.tenant().dropNext(seen -> seen.path().startsWith("/api/v2/"));
                    thrown(tenant::snapshot);
                    keep("exception tenant", tenant);
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
            keep("exception", text + " " + e.failure() + " " + e.exchange());
        }
    }

    private void keep(String what, Object thing) {
        left.put(what + " " + left.size(), thing.toString());
    }

    private void inTheWindow() throws Exception {
        try (var window = OpenWindow.open(folder.resolve("state"))) {
            window.press("start-practice");
            window.press("main-button");
            var right = window.find("client-secret", TextInputControl.class).getText();
            window.type("client-secret", mark());
            window.press("main-button");
            look(window);
            window.type("client-secret", right);
            window.press("main-button");
            while (!window.page().equals("review")) {
                look(window);
                window.press("main-button");
            }
            window.press("main-button");
            assertThat(window.title()).contains("changes are done");
            look(window);
            for (var page : List.of("configuration", "check", "client", "settings", "about", "care", "check-server")) {
                OpenWindow.onScreen(() -> {
                    window.wizard.show(page);
                    return true;
                });
                look(window);
                if (page.equals("check")) {
                    window.press("main-button");
                    assertThat(window.session.reportProperty().get()).isNotNull();
                    look(window);
                }
            }
            secrets.addAll(window.pair().tenant().secrets());
            secrets.add(window.pair().clientSecret());
            assertThat(right).isEqualTo(requireNonNull(window.pair()).clientSecret());
        }
    }

    private void look(OpenWindow window) throws Exception {
        var words = OpenWindow.onScreen(() -> {
            window.settle();
            var all = new StringBuilder();
            collect(window.scene.getRoot(), all);
            return all.toString();
        });
        assertThat(words).isNotBlank();
        left.put("window " + left.size() + " " + window.page(), words);
    }

    /** Also what is not shown at the moment, what a screen reader would say, and what hovers. */
    private static void collect(Node node, StringBuilder words) {
        words.append(node.getAccessibleText()).append('\n').append(node.getAccessibleHelp()).append('\n');
        if (node instanceof Labeled label)
            words.append(label.getText()).append('\n');
        if (node instanceof Text text)
            words.append(text.getText()).append('\n');
        if (node instanceof TextInputControl input && !(input instanceof PasswordField))
            words.append(input.getText()).append('\n');
        if (node instanceof Control control && control.getTooltip() != null)
            words.append(control.getTooltip().getText()).append('\n');
        if (node instanceof Parent parent)
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
    }
}

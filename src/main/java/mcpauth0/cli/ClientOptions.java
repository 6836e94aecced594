package mcpauth0.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import mcpauth0.demo.PracticeTenant;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Surroundings;
import mcpauth0.oauth.UserAgent;
import mcpauth0.oauth.agent.FollowingAgent;
import mcpauth0.oauth.agent.FormAgent;
import mcpauth0.oauth.agent.SystemBrowser;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which server, and how a client comes to it: whom to trust, who signs in, as which client. */
final class ClientOptions {

    /** Who signs in. */
    enum LoginBy {
        BROWSER, FOLLOW, PRACTICE, NONE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "URL", arity = "0..1", descriptionKey = "cli.client.url")
    String url = "";
    @Option(names = "--ca", paramLabel = "FILE", descriptionKey = "cli.client.ca")
    @Nullable
    Path ca;
    @Option(names = "--login", paramLabel = "browser|follow|practice|none", descriptionKey = "cli.client.login")
    @Nullable
    LoginBy login;
    @Option(names = "--client-id", paramLabel = "ID", descriptionKey = "cli.client.client-id")
    @Nullable
    String clientId;
    @Option(names = "--client-secret-file", paramLabel = "FILE", descriptionKey = "cli.client.client-secret")
    @Nullable
    Path secretFile;
    @Option(names = "--scope", paramLabel = "\"a b\"", descriptionKey = "cli.client.scope")
    @Nullable
    String scope;
    @Option(names = "--timeout", paramLabel = "SECONDS", descriptionKey = "cli.client.timeout", defaultValue = "10")
    int timeout;
    @Option(names = "--login-timeout", paramLabel = "SECONDS", descriptionKey = "cli.client.login-timeout", defaultValue = "60")
    int loginTimeout;
    @Option(names = "--surroundings", paramLabel = "FILE", hidden = true)
    @Nullable
    Path surroundings;

    /** @throws WrongWords when there is none, or it is no address */
    McpUrl target(Terminal terminal) {
        return switch (McpUrl.parse(url)) {
            case Parsed.Good<McpUrl>(var target) -> target;
            case Parsed.Bad<McpUrl>(var id, var values) ->
                throw new WrongWords(terminal.trouble("input." + id, values));
        };
    }

    Network network(Terminal terminal) {
        var network = Network.system().withTrust(TrustWords.with(terminal, ca));
        var file = surroundings;
        if (file == null)
            return network;
        return Surroundings.of(FileWords.read(terminal, file))
                .orElseThrow(() -> new WrongWords(terminal.sentence("cli.surroundings.bad", file))).in(network);
    }

    /** Null for no login. */
    @Nullable
    UserAgent agent(Terminal terminal, Http http, LoginBy usual) {
        return switch (login == null ? usual : login) {
            case BROWSER -> {
                var browser = new SystemBrowser(key -> terminal.texts().get(key));
                yield new Announced(terminal, browser);
            }
            case FOLLOW -> new FollowingAgent(http);
            case PRACTICE -> new FormAgent(http, PracticeTenant.USER, Secret.of(PracticeTenant.PASSWORD));
            case NONE -> null;
        };
    }

    @Nullable
    Secret clientSecret(Terminal terminal) {
        if (secretFile == null)
            return null;
        if (clientId == null)
            throw new WrongWords(terminal.sentence("cli.client.secret-alone"));
        return FileWords.secret(terminal, secretFile);
    }

    /** Null for the advertised ones. */
    @Nullable
    List<String> scopes() {
        return scope == null ? null : scope.isBlank() ? List.of() : List.of(scope.strip().split("\\s+"));
    }

    Duration perRequest(Terminal terminal) {
        return seconds(terminal, "--timeout", timeout);
    }

    Duration perLogin(Terminal terminal) {
        return seconds(terminal, "--login-timeout", loginTimeout);
    }

    private static Duration seconds(Terminal terminal, String option, int seconds) {
        if (seconds < 1 || seconds > 3600)
            throw new WrongWords(terminal.sentence("cli.client.bad-timeout", option, seconds));
        return Duration.ofSeconds(seconds);
    }

    /** Also prints the address, for a terminal whose browser is elsewhere. */
    private record Announced(Terminal terminal, UserAgent browser) implements UserAgent {

        @Override
        public void visit(String address) throws IOException {
            terminal.warn("cli.client.sign-in", address);
            browser.visit(address);
        }

        @Override
        public String words(String key) {
            return browser.words(key);
        }
    }
}

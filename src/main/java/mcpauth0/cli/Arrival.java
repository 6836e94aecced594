package mcpauth0.cli;

import java.net.URI;
import java.util.List;
import mcpauth0.auth0.Logs;
import mcpauth0.auth0.Snapshot;
import mcpauth0.auth0.Tenant;
import mcpauth0.diagnose.login.LogFollower;
import mcpauth0.http.FailureException;
import mcpauth0.http.Http;
import mcpauth0.oauth.ClientStore;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.Login;
import mcpauth0.oauth.LoginOutcome;
import mcpauth0.oauth.LoginRequest;
import mcpauth0.oauth.LoopbackPorts;
import mcpauth0.oauth.RegisteredClient;
import mcpauth0.oauth.Registration;
import mcpauth0.oauth.RegistrationOutcome;
import mcpauth0.oauth.ResourceMetadata;
import mcpauth0.oauth.ServerMetadata;
import mcpauth0.oauth.SignIn;
import mcpauth0.oauth.Tokens;
import mcpauth0.oauth.UserAgent;
import mcpauth0.oauth.mcp.Eras;
import mcpauth0.setup.McpUrl;
import org.jspecify.annotations.Nullable;

/** The way of a client from a server's address to a token for it, as the specification of MCP describes it. */
final class Arrival {

    /** The way ended before there was a token; the message tells why. */
    static final class Ended extends Exception {

        private static final long serialVersionUID = 1;

        Ended(String sentence) {
            super(sentence);
        }
    }

    private final Terminal terminal;
    private final Http http;
    private final ClientOptions options;
    private final McpUrl target;
    private final @Nullable Tenant tenant;

    /** @param tenant whose log is looked at when a login does not come back; null without access to it */
    Arrival(Terminal terminal, Http http, ClientOptions options, @Nullable Tenant tenant) {
        this.terminal = terminal;
        this.http = http;
        this.options = options;
        this.target = options.target(terminal);
        this.tenant = tenant;
    }

    Tokens tokens(UserAgent agent) throws Ended {
        var knock = Eras.ask(http, target, null, options.perRequest(terminal)).legacy();
        var failure = knock.exchange().failure();
        if (failure != null)
            throw ended("failure." + failure.id(), failure.values());
        var challenges = knock.challenges();
        var discovery = new Discovery(http, options.perRequest(terminal));
        var found = discovery.resource(target, challenges.resourceMetadata()).picked();
        var metadata = found == null ? null : found.document();
        if (metadata == null)
            throw new Ended(terminal.sentence("cli.connect.no-metadata", target, knock.status()));
        if (metadata.resource() == null || !ours(metadata.resource()))
            throw new Ended(terminal.sentence("cli.connect.foreign", String.valueOf(metadata.resource()), target));
        var server = server(discovery, metadata);
        var wanted = options.scopes() != null ? options.scopes() : challenges.scopes();
        var scopes = wanted != null ? wanted : metadata.scopes();
        return signIn(server, metadata, scopes == null ? List.of() : scopes, agent);
    }

    /** A token goes only to a resource of the same origin whose path is the typed one or a parent of it. */
    private boolean ours(String resource) {
        try {
            var uri = URI.create(resource);
            if (uri.getHost() == null || !McpUrl.originOf(uri).equals(target.origin()))
                return false;
            var parent = path(uri);
            var child = path(target.uri());
            return child.equals(parent) || child.startsWith(parent.endsWith("/") ? parent : parent + "/");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String path(URI uri) {
        return uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    }

    private ServerMetadata server(Discovery discovery, ResourceMetadata metadata) throws Ended {
        if (metadata.authorizationServers().isEmpty())
            throw new Ended(terminal.sentence("cli.connect.no-issuer", target));
        var issuer = metadata.authorizationServers().getFirst();
        var found = discovery.server(issuer).picked();
        var server = found == null ? null : found.document();
        if (server == null || !server.isOf(issuer))
            throw new Ended(terminal.sentence("cli.connect.no-server", issuer));
        return server;
    }

    private Tokens signIn(ServerMetadata server, ResourceMetadata metadata, List<String> scopes, UserAgent agent)
            throws Ended {
        var issuer = String.valueOf(server.issuer());
        var secret = options.clientSecret(terminal);
        var byHand = options.clientId == null ? null : RegisteredClient.byHand(issuer, options.clientId, secret);
        var nobody = RegisteredClient.byHand(issuer, "", null);
        var request = LoginRequest.of(server, byHand == null ? nobody : byHand, metadata.resource(), scopes)
                .within(options.perLogin(terminal)).withPerRequest(options.perRequest(terminal));
        var follower = follower(request, agent);
        var used = follower == null ? agent : follower;
        var outcome = byHand == null ? registered(request, used) : new Login(http).run(request, used);
        if (outcome instanceof LoginOutcome.SignedIn(var tokens, _))
            return tokens;
        if (outcome instanceof LoginOutcome.Failed(var reason, _, _))
            throw ended("failure." + reason.id(), reason.values());
        var story = follower == null ? null : follower.story().orElse(null);
        throw story == null || !story.sure()
                ? ended("login." + outcome.id(), outcome.values())
                : ended(story.key(), story.values());
    }

    /** Null where there is no log to follow. */
    private @Nullable LogFollower follower(LoginRequest request, UserAgent agent) {
        if (tenant == null)
            return null;
        var logs = Logs.of(tenant);
        if (logs.isEmpty())
            terminal.warn("cli.connect.no-log");
        return logs.map(log -> new LogFollower(agent, log, request, snapshot(tenant), new LogNews(terminal).ear()))
                .orElse(null);
    }

    private static @Nullable Snapshot snapshot(Tenant tenant) {
        try {
            return tenant.snapshot();
        } catch (FailureException e) {
            return null;
        }
    }

    private LoginOutcome registered(LoginRequest request, UserAgent agent) throws Ended {
        var registration = new Registration(http, ClientStore.inFolder(terminal.folder().resolve("clients")),
                LoopbackPorts.STANDARD, options.perRequest(terminal));
        var result = new SignIn(http, registration, new Login(http)).run(request, agent);
        return switch (result.client()) {
            case RegistrationOutcome.Registered _ when result.login() != null -> result.login();
            case RegistrationOutcome.Refused(var status, _, var text, _) ->
                throw new Ended(terminal.sentence("cli.connect.not-registered", request.client().issuer(),
                        String.valueOf(status), text));
            case RegistrationOutcome.Failed(var failure, _) -> throw ended("failure." + failure.id(), failure.values());
            case RegistrationOutcome.Registered _ -> throw ended("login.cancelled", List.of());
        };
    }

    private Ended ended(String key, List<String> values) {
        return new Ended(terminal.trouble(key, values));
    }

    McpUrl target() {
        return target;
    }
}

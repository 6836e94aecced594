package mcpauth0.cli;

import java.util.List;
import mcpauth0.auth0.Logs;
import mcpauth0.auth0.Snapshot;
import mcpauth0.auth0.Tenant;
import mcpauth0.diagnose.login.LogFollower;
import mcpauth0.http.FailureException;
import mcpauth0.http.Http;
import mcpauth0.oauth.Authorization.Stopped;
import mcpauth0.oauth.Authorizer;
import mcpauth0.oauth.ClientStore;
import mcpauth0.oauth.LoginRequest;
import mcpauth0.oauth.LoopbackPorts;
import mcpauth0.oauth.Reception;
import mcpauth0.oauth.Tokens;
import mcpauth0.oauth.UserAgent;
import mcpauth0.oauth.Wishes;
import mcpauth0.oauth.mcp.Era;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.oauth.mcp.McpSession;
import mcpauth0.oauth.mcp.Respondent;
import mcpauth0.setup.McpUrl;
import org.jspecify.annotations.Nullable;

/** The way of a client from a server's address into a conversation with it, with words for where it ends. */
final class Arrival {

    /** The way ended; the message tells why. */
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
    private final Authorizer authorizer;
    private @Nullable LogFollower follower;

    /** @param tenant whose log is looked at when a login does not come back; null without access to it */
    Arrival(Terminal terminal, Http http, ClientOptions options, UserAgent agent, @Nullable Tenant tenant) {
        this.terminal = terminal;
        this.http = http;
        this.options = options;
        this.target = options.target(terminal);
        var reception = Reception
                .of(ClientStore.inFolder(terminal.folder().resolve("clients")), LoopbackPorts.STANDARD, agent)
                .within(options.perLogin(terminal), options.perRequest(terminal));
        this.authorizer = new Authorizer(http, target, wishes(), tenant == null
                ? reception
                : reception.withVisitor(request -> followed(request, agent, tenant)));
    }

    private Wishes wishes() {
        var secret = options.clientSecret(terminal);
        var id = options.clientId;
        return Wishes.NONE.withScopes(options.scopes())
                .withByHand(id == null ? null : new Wishes.HandMade(null, id, secret, null, false));
    }

    private UserAgent followed(LoginRequest request, UserAgent agent, Tenant open) {
        var logs = Logs.of(open);
        if (logs.isEmpty()) {
            terminal.warn("cli.connect.no-log");
            return agent;
        }
        var following = new LogFollower(agent, logs.get(), request, snapshot(open), new LogNews(terminal).ear());
        follower = following;
        return following;
    }

    private static @Nullable Snapshot snapshot(Tenant tenant) {
        try {
            return tenant.snapshot();
        } catch (FailureException e) {
            return null;
        }
    }

    /** Opens the conversation; the server's challenges are answered, now and later. */
    McpSession session() throws Ended {
        var opening = McpSession.open(http, target, Era.MODERN, authorizer, Respondent.NOBODY,
                options.perRequest(terminal));
        return switch (opening) {
            case McpSession.Opening.Opened(var session) -> session;
            case McpSession.Opening.Refused(var answer) -> throw ended(answer);
        };
    }

    /** All tools; a server may ask for a sign-in only here. */
    McpSession.Tools tools(McpSession session) throws Ended {
        var tools = session.tools();
        var last = tools.answers().getLast();
        if (!tools.complete() && last.result() == null)
            throw ended(last);
        return tools;
    }

    /** What the server was shown; null where it asked for nothing. */
    @Nullable
    Tokens tokens() {
        return authorizer.tokens();
    }

    private Ended ended(McpAnswer answer) {
        var words = new StoppedWords(terminal, target);
        var why = authorizer.refusal();
        if (why != null)
            return new Ended(explained(why, words));
        var failure = answer.exchange().failure();
        if (failure != null)
            return new Ended(words.of(failure));
        var status = String.valueOf(answer.status());
        return new Ended(answer.status() == 401 || answer.status() == 403
                ? terminal.sentence("cli.connect.refused", status)
                : terminal.sentence("cli.connect.not-mcp", target, status));
    }

    /** What the tenant's log says about a failed login says more than what came of it here. */
    private String explained(Stopped why, StoppedWords words) {
        var story = why instanceof Stopped.NotSignedIn && follower != null ? follower.story().orElse(null) : null;
        return story == null || !story.sure()
                ? words.of(why)
                : terminal.trouble("log." + story.cause().id(), List.copyOf(story.values()));
    }
}

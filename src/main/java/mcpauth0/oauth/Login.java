package mcpauth0.oauth;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import mcpauth0.http.Http;
import mcpauth0.oauth.LoginOutcome.Cancelled;
import mcpauth0.oauth.LoginOutcome.CouldNotOpen;
import mcpauth0.oauth.LoginOutcome.Denied;
import mcpauth0.oauth.LoginOutcome.ErrorPage;
import mcpauth0.oauth.LoginOutcome.Failed;
import mcpauth0.oauth.LoginOutcome.IssuerMismatch;
import mcpauth0.oauth.LoginOutcome.NoAnswer;
import mcpauth0.oauth.LoginOutcome.SignedIn;
import mcpauth0.oauth.LoginOutcome.TokenRefused;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Signs a person in with the authorization code flow: PKCE with S256, {@code state}, {@code resource} on both requests,
 * {@code iss} checked (RFC 6749 §4.1, RFC 7636, RFC 8252, RFC 8707, RFC 9207).
 */
public final class Login {

    /** What ends the wait. */
    private sealed interface Event {
        record Arrived(Callback callback) implements Event {
        }

        record AgentFailed(IOException reason) implements Event {
        }
    }

    /** How long a stand-in is waited for, so that its last exchange comes before what follows. */
    private static final Duration READING = Duration.ofMillis(300);

    /** How long a login waits for a port while others, which mostly are short, use all of them. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Http http;
    private final LoopbackPorts ports;
    private final Duration patience;

    public Login(Http http) {
        this(http, LoopbackPorts.STANDARD);
    }

    public Login(Http http, LoopbackPorts ports) {
        this(http, ports, PATIENCE);
    }

    Login(Http http, LoopbackPorts ports, Duration patience) {
        this.http = http;
        this.ports = ports;
        this.patience = patience;
    }

    /**
     * Blocks until it is decided; interrupting the thread cancels it and frees the port at once.
     *
     * @throws IllegalArgumentException when the client is another issuer's
     */
    public LoginOutcome run(LoginRequest request, UserAgent agent) {
        var issuer = request.server().issuer();
        if (issuer != null && !issuer.equals(request.client().issuer()))
            throw new IllegalArgumentException("the client belongs to " + request.client().issuer());
        var endpoint = request.server().authorizationEndpoint();
        var tokens = request.server().tokenEndpoint();
        if (endpoint == null || tokens == null)
            return new CouldNotOpen("no-endpoint", request.client().issuer());
        if (!Endpoints.safe(endpoint) || !Endpoints.safe(tokens))
            return new CouldNotOpen("insecure-endpoint", Endpoints.safe(endpoint) ? tokens : endpoint);
        var usable = ports.ports().stream()
                .filter(port -> request.client().redirectUris().contains(LoopbackPorts.redirectUri(port))).toList();
        if (usable.isEmpty())
            return new CouldNotOpen("no-callback", String.join(" ", ports.redirectUris()));
        try (var listener = listener(usable)) {
            return listener == null
                    ? new CouldNotOpen("ports-busy", String.join(", ", usable.stream().map(String::valueOf).toList()))
                    : visit(request, endpoint, agent, listener);
        } catch (IOException e) {
            return new Failed(new Failure.Unexpected(e), null, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Cancelled();
        }
    }

    private @Nullable CallbackListener listener(List<Integer> usable) throws IOException, InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            var listener = CallbackListener.open(usable, http.network().clock());
            if (listener != null || System.nanoTime() >= end)
                return listener;
            Thread.sleep(50);
        }
    }

    private LoginOutcome visit(LoginRequest request, String endpoint, UserAgent agent, CallbackListener listener) {
        var sent = AuthorizationUrl.of(endpoint, request, listener.redirectUri());
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        listener.await(new CallbackListener.Expected(sent.state(),
                callback -> pageFor(front(request, sent, listener, callback), callback), agent::words,
                callback -> events.add(new Event.Arrived(callback))));
        var visitor = Thread.ofVirtual().name("user agent").start(() -> {
            try {
                agent.visit(sent.url());
            } catch (IOException e) {
                events.add(new Event.AgentFailed(e));
            } catch (RuntimeException e) {
                events.add(new Event.AgentFailed(new IOException(e)));
            }
        });
        try {
            var event = next(events, request.timeout());
            if (!(event instanceof Event.Arrived))
                visitor.interrupt();
            return switch (event) {
                case Event.Arrived(var callback) -> {
                    var outcome = decide(request, sent, listener, callback);
                    visitor.join(READING);
                    visitor.interrupt();
                    yield outcome;
                }
                case Event.AgentFailed(UserAgent.Stopped stopped) ->
                    errorPage(stopped, stopped.exchange(), front(request, sent, listener, null));
                case Event.AgentFailed(UserAgent.Refused refused) ->
                    new CouldNotOpen(refused.reason(), String.valueOf(refused.getMessage()));
                case Event.AgentFailed(var reason) ->
                    new CouldNotOpen("browser-failed", String.valueOf(reason.getMessage()));
                case null -> new NoAnswer(request.timeout(), front(request, sent, listener, null));
            };
        } catch (InterruptedException e) {
            visitor.interrupt();
            Thread.currentThread().interrupt();
            return new Cancelled();
        }
    }

    private static LoginOutcome errorPage(UserAgent.Stopped stopped, @Nullable Exchange exchange, FrontChannel front) {
        return new ErrorPage(exchange == null ? 0 : exchange.status(), stopped.error(),
                String.valueOf(stopped.getMessage()), exchange, front);
    }

    private static @Nullable Event next(BlockingQueue<Event> events, Duration timeout) throws InterruptedException {
        return events.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private LoginOutcome decide(LoginRequest request, AuthorizationUrl sent, CallbackListener listener,
            Callback callback) {
        var front = front(request, sent, listener, callback);
        if (!front.issuerHolds())
            return new IssuerMismatch(front.issuer(), callback.issuer(), front);
        var error = callback.error();
        if (error != null)
            return new Denied(error, callback.parameter("error_description"), front);
        var code = callback.parameter("code");
        if (code == null || code.isEmpty() || callback.repeats("code"))
            return new Failed(new Failure.Malformed("callback", "code"), null, front);
        var outcome = new TokenEndpoint(http, request.server(), request.client(), request.perRequest()).code(
                Secret.of(code), listener.redirectUri(), sent.verifier(), request.resource(), request.scopes());
        var complete = front(request, sent, listener, callback);
        return switch (outcome) {
            case TokenOutcome.Given(var tokens) -> new SignedIn(tokens, complete);
            case TokenOutcome.Refused(var status, var refusal, var words, var exchange) ->
                new TokenRefused(status, refusal, words, exchange, complete);
            case TokenOutcome.Failed(Failure.Cancelled _, _) -> new Cancelled();
            case TokenOutcome.Failed(var failure, var exchange) -> new Failed(failure, exchange, complete);
        };
    }

    private static CallbackPage pageFor(FrontChannel front, Callback callback) {
        if (!front.issuerHolds())
            return CallbackPage.MISMATCH;
        return callback.error() == null ? CallbackPage.DONE : CallbackPage.DENIED;
    }

    private static FrontChannel front(LoginRequest request, AuthorizationUrl sent, CallbackListener listener,
            @Nullable Callback callback) {
        return new FrontChannel(sent.url(), listener.redirectUri(), request.client().issuer(),
                request.server().issuerInResponses(), callback, listener.strays());
    }
}

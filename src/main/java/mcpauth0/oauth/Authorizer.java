package mcpauth0.oauth;

import java.time.Duration;
import java.util.List;
import mcpauth0.http.Failure;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.oauth.Authorization.Granted;
import mcpauth0.oauth.Authorization.Stopped;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Answers one server's challenges as an MCP client does (MCP 2026-07-28, authorization; 2025-11-25 and 2025-06-18 ask the
 * same in fewer words; for 2025-03-26 the server's origin stands in for what it does not publish): finds the authorization
 * server, comes as a client that it knows, signs in, refreshes, and asks for more scopes when the server wants them. Safe
 * for use by many threads, of which one at a time asks.
 */
public final class Authorizer {

    /** How often more scopes are asked for; each time a person may have to agree. */
    private static final int MOST_STEPS_UP = 3;
    /** A token that ends so soon is refreshed before it is sent. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** What a login left. {@code refresh} outlives tokens whose answer brings no new one. */
    private record Held(Protection protection, RegisteredClient client, boolean ownBehalf, List<String> asked,
            Tokens tokens, @Nullable Secret refresh) {
    }

    private final Http http;
    private final McpUrl server;
    private final Reception reception;
    private final Registration registration;
    private final Login login;
    private Wishes wishes;
    private @Nullable Held held;
    private int stepsUp;
    private @Nullable Stopped refusal;

    public Authorizer(Http http, McpUrl server, Wishes wishes, Reception reception) {
        this.http = http;
        this.server = server;
        this.wishes = wishes;
        this.reception = reception;
        this.registration = new Registration(http, reception.store(), reception.ports(), reception.perRequest());
        this.login = new Login(http, reception.ports());
    }

    /** What there is for the server now; null before the first challenge is answered. Refreshed when it is about to end. */
    public synchronized @Nullable Tokens tokens() {
        var now = held;
        if (now == null)
            return null;
        var expires = now.tokens().expires();
        if (expires != null && now.refresh() != null
                && !http.network().clock().instant().plus(SOON).isBefore(expires))
            refresh(now, now.protection());
        return held == null ? null : held.tokens();
    }

    /** Why the last challenge could not be answered; null where it could. */
    public synchronized @Nullable Stopped refusal() {
        return refusal;
    }

    /**
     * Answers a 401: with a refresh token where there is one, else with a login. What is known about the server is looked
     * up again, because its authorization server may have changed; nothing of an old one is shown to a new one.
     */
    public synchronized Authorization answer(Challenges challenges) {
        if (!server.secure() && !server.loopback())
            return told(new Stopped.Unencrypted());
        var before = held;
        var preferred = before != null
                ? before.protection().issuer()
                : wishes.byHand() == null ? null : wishes.byHand().issuer();
        return switch (new ProtectionFinder(http, server, reception.perRequest()).find(challenges, preferred)) {
            case ProtectionFinder.Finding.Lost(var why) -> told(why);
            case ProtectionFinder.Finding.Found(var protection) -> {
                var same = before != null && before.protection().issuer().equals(protection.issuer()) ? before : null;
                if (same == null)
                    held = null;
                var refreshed = same == null ? null : refresh(same, protection);
                if (refreshed != null)
                    yield told(refreshed);
                var first = wishes.scopes() != null
                        ? wishes.scopes()
                        : protection.scopesToAsk(challenges.scopes(), wishes.lasting());
                var scopes = same == null ? first : Union.of(same.asked(), first);
                yield told(same == null ? enter(protection, scopes) : enterAs(same, protection, scopes));
            }
        };
    }

    /**
     * Answers a 403 with {@code insufficient_scope}: asks again for what was asked for before and what is wanted now,
     * unless that would be nothing new.
     */
    public synchronized Authorization stepUp(Challenges challenges) {
        var now = held;
        if (now == null)
            return answer(challenges);
        var wanted = challenges.scopes() != null
                ? challenges.scopes()
                : now.protection().scopes() == null ? List.<String>of() : now.protection().scopes();
        var asked = now.asked().isEmpty() ? now.tokens().grantedScopes() : now.asked();
        var all = Union.of(asked, wanted);
        if (all.size() == asked.size() || stepsUp == MOST_STEPS_UP)
            return told(new Stopped.NotEnough(wanted));
        stepsUp++;
        return told(enterAs(now, now.protection(), all));
    }

    private Authorization told(Authorization outcome) {
        refusal = outcome instanceof Stopped stopped ? stopped : null;
        return outcome;
    }

    /** By hand, by document, dynamically: the order of MCP 2026-07-28, client registration. */
    private Authorization enter(Protection protection, List<String> scopes) {
        var issuer = protection.issuer();
        var hand = wishes.byHand();
        if (hand != null && (hand.issuer() == null || hand.issuer().equals(issuer))) {
            wishes = wishes.withByHand(hand.boundTo(issuer));
            var client = hand.at(protection.server(), issuer, reception.ports());
            return hand.ownBehalf()
                    ? onOwnBehalf(protection, client, scopes)
                    : signIn(protection, client, scopes);
        }
        if (hand != null && hand.ownBehalf())
            return new Stopped.Unregistered(noRegistration(), protection);
        if (wishes.document() != null && protection.server().clientDocuments())
            return signIn(protection, new RegisteredClient(issuer, wishes.document(), null, AuthMethod.NONE,
                    reception.ports().redirectUris(), Json.object()), scopes);
        return registered(protection, scopes);
    }

    private static RegistrationOutcome noRegistration() {
        return new RegistrationOutcome.Failed(new Failure.Malformed("registration_endpoint", ""), null);
    }

    /** Once more as the client that was let in before. */
    private Authorization enterAs(Held before, Protection protection, List<String> scopes) {
        if (before.ownBehalf())
            return onOwnBehalf(protection, before.client(), scopes);
        var again = signIn(protection, before.client(), scopes);
        if (!(again instanceof Stopped.NotSignedIn(LoginOutcome.TokenRefused refused, _))
                || !"invalid_client".equals(refused.error()))
            return again;
        held = null;
        return enter(protection, scopes);
    }

    private Authorization registered(Protection protection, List<String> scopes) {
        if (!protection.provesCodes())
            return new Stopped.NoChallengeMethod(protection.issuer());
        if (protection.server().registrationEndpoint() == null)
            return new Stopped.Unregistered(noRegistration(), protection);
        var nobody = RegisteredClient.byHand(protection.issuer(), "", null);
        var request = request(protection, nobody, scopes);
        var result = new SignIn(http, registration, login).run(request, reception.visitor().apply(request));
        return result.login() != null && result.client() instanceof RegistrationOutcome.Registered known
                ? entered(protection, known.client(), scopes, result.login())
                : new Stopped.Unregistered(result.client(), protection);
    }

    private Authorization signIn(Protection protection, RegisteredClient client, List<String> scopes) {
        if (!protection.provesCodes())
            return new Stopped.NoChallengeMethod(protection.issuer());
        var request = request(protection, client, scopes);
        return entered(protection, client, scopes, login.run(request, reception.visitor().apply(request)));
    }

    private LoginRequest request(Protection protection, RegisteredClient client, List<String> scopes) {
        return LoginRequest.of(protection.server(), client, protection.resource(), scopes)
                .within(reception.perLogin()).withPerRequest(reception.perRequest());
    }

    private Authorization entered(Protection protection, RegisteredClient client, List<String> scopes,
            LoginOutcome outcome) {
        if (!(outcome instanceof LoginOutcome.SignedIn(var tokens, _)))
            return new Stopped.NotSignedIn(outcome, protection);
        held = new Held(protection, client, false, scopes, tokens, tokens.refresh());
        return new Granted(tokens, protection);
    }

    private Authorization onOwnBehalf(Protection protection, RegisteredClient client, List<String> scopes) {
        var outcome = endpoint(protection, client).clientCredentials(protection.resource(), null, scopes);
        if (!(outcome instanceof TokenOutcome.Given(var tokens)))
            return new Stopped.NotGiven(outcome, protection);
        held = new Held(protection, client, true, scopes, tokens, null);
        return new Granted(tokens, protection);
    }

    /** A refresh token that was refused is not shown again; one that was replaced is forgotten (RFC 6749 §6). */
    private @Nullable Granted refresh(Held before, Protection protection) {
        var secret = before.refresh();
        if (secret == null)
            return null;
        return switch (endpoint(protection, before.client()).refresh(secret, protection.resource(), List.of())) {
            case TokenOutcome.Given(var tokens) -> {
                held = new Held(protection, before.client(), before.ownBehalf(), before.asked(), tokens,
                        tokens.refresh() == null ? secret : tokens.refresh());
                yield new Granted(tokens, protection);
            }
            case TokenOutcome.Refused _ -> {
                held = new Held(protection, before.client(), before.ownBehalf(), before.asked(), before.tokens(), null);
                yield null;
            }
            case TokenOutcome.Failed _ -> null;
        };
    }

    private TokenEndpoint endpoint(Protection protection, RegisteredClient client) {
        return new TokenEndpoint(http, protection.server(), client, reception.perRequest());
    }
}

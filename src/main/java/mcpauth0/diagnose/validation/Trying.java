package mcpauth0.diagnose.validation;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;
import mcpauth0.diagnose.mcp.Conversation;
import mcpauth0.diagnose.network.Addresses;
import mcpauth0.diagnose.token.Token;
import mcpauth0.diagnose.validation.Trials.Trial;
import mcpauth0.oauth.AccessToken;
import mcpauth0.oauth.LoopbackPublisher;
import mcpauth0.oauth.PublishedKeys;
import mcpauth0.oauth.mcp.Era;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.oauth.mcp.McpCall;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/** Sends the tokens that must be refused, and strange sessions, each kind between two calls with the genuine token. */
final class Trying {

    /** The variant of {@link Forgery#EXPIRED} that was good once; only it tells anything of a server that checks signatures. */
    static final String AGED = "one-of-ours";

    private final Look look;
    private final Observations seen;
    private final Conversation talk;
    private final Token token;
    private final AccessToken access;
    private final Function<@Nullable Secret, McpAnswer> call;
    private final Rounds rounds;
    private final Stranger stranger;

    Trying(Look look, Observations seen, Conversation talk, Token token) {
        this.look = look;
        this.seen = seen;
        this.talk = talk;
        this.token = token;
        this.access = token.access();
        var plain = call();
        this.call = secret -> plain.get().withToken(secret).send(look.http());
        this.rounds = new Rounds(look, call, control());
        this.stranger = new Stranger(access);
    }

    Trials run() throws InterruptedException {
        var now = seen.scene().now();
        var bare = call.apply(null);
        signatures();
        addresses();
        rounds.tokens(Forgery.WITHOUT_AUDIENCE, stranger.withoutAudience(), "readable-token");
        rounds.tokens(Forgery.EARLY, stranger.early(now), "readable-token");
        var expired = new LinkedHashMap<String, Secret>();
        expired.put("forged", stranger.expired(now));
        look.aged().take(seen.resourceName(), Clocks.surely(seen)).ifPresent(aged -> expired.put(AGED, aged));
        rounds.tokens(Forgery.EXPIRED, expired, "readable-token");
        var left = new Misdirection(look, seen, call).send(rounds);
        identity();
        new Places(look, call(), access).send(rounds);
        LesserScope.of(look, seen, talk, token).send(rounds);
        strangeSessions();
        keep();
        return rounds.done(bare, left);
    }

    private void signatures() throws InterruptedException {
        var forger = new Forger(access);
        rounds.tokens(Forgery.GARBAGE, forger.garbage(), "readable-token");
        rounds.tokens(Forgery.TAMPERED_SIGNATURE, forger.tamperedSignature(), "readable-token");
        rounds.tokens(Forgery.TAMPERED_CLAIMS, forger.tamperedClaims(), "readable-token");
        rounds.tokens(Forgery.ALGORITHM_NONE, forger.unsigned(), "readable-token");
        rounds.tokens(Forgery.PUBLIC_KEY_AS_SECRET,
                forger.publicKeyAsSecret(seen.keys().found().map(PublishedKeys::keys).orElse(List.of())), "keys");
        var odd = new LinkedHashMap<>(forger.strangeKeyIds());
        odd.putAll(stranger.strangeKeyIds());
        rounds.tokens(Forgery.STRANGE_KEY_ID, odd, "readable-token");
        rounds.tokens(Forgery.EMBEDDED_KEY, stranger.embedded(), "readable-token");
    }

    /**
     * Tokens that name an address. A server on this machine finds ours there, so that even its going there is seen; another
     * one is given a name that nobody has, and only what it says tells.
     */
    private void addresses() throws InterruptedException {
        try (var ours = publisher()) {
            var root = ours == null ? "https://" + UUID.randomUUID() + ".invalid" : ours.address();
            if (ours != null) {
                ours.publish("/jku", stranger.publicKeys());
                ours.publish("/x5u.pem", stranger.certificate(seen.scene().now()));
                var issuer = "{\"issuer\":\"" + root + "/\",\"jwks_uri\":\""
                        + ours.publish("/keys", stranger.publicKeys())
                        + "\",\"authorization_endpoint\":\"" + root + "/authorize\",\"token_endpoint\":\"" + root
                        + "/token\",\"response_types_supported\":[\"code\"],\"subject_types_supported\":[\"public\"],"
                        + "\"id_token_signing_alg_values_supported\":[\"RS256\"]}";
                ours.publish("/.well-known/openid-configuration", issuer);
                ours.publish("/.well-known/oauth-authorization-server", issuer);
                ours.publish("/.well-known/jwks.json", stranger.publicKeys());
            }
            rounds.calls(Forgery.KEY_ADDRESS, List.of(
                    () -> named(ours, "/jku", stranger.withKeyAddress(root + "/jku"), root)));
            rounds.calls(Forgery.CERTIFICATE_ADDRESS, List.of(
                    () -> named(ours, "/x5u.pem", stranger.withCertificateAddress(root + "/x5u.pem"), root)));
            rounds.tokens(Forgery.OTHER_ISSUER, stranger.otherIssuer(root + "/"), "readable-token");
        }
    }

    /** The variant says whether the address leads anywhere. */
    private Trial named(@Nullable LoopbackPublisher ours, String path, Secret forged, String root) {
        var answer = call.apply(forged);
        if (ours != null)
            return new Trial(FETCHABLE, answer, ours.asked(path));
        // Who repeats a name that nobody told it of, but for the token, went looking for it.
        var text = answer.exchange().answer();
        return new Trial("nobody-there", answer, text != null && (text.text()
                + String.join(" ", answer.challenges().lines())).contains(root.substring("https://".length())));
    }

    /** The variant of an address at which something is. */
    static final String FETCHABLE = "on-this-machine";

    private @Nullable LoopbackPublisher publisher() {
        if (!look.target().loopback() && seen.addresses().found().filter(Addresses::loopback).isEmpty())
            return null;
        try {
            return new LoopbackPublisher();
        } catch (IOException _) {
            return null;
        }
    }

    private void identity() throws InterruptedException {
        var given = token.given();
        var identity = given == null ? null : given.identity();
        if (identity == null)
            rounds.not(Forgery.IDENTITY_TOKEN, new NotTestableFromHere(given == null ? "token-given" : "no-id-token"));
        else if (!Places.brief(AccessToken.of(identity), seen.scene().now()))
            rounds.not(Forgery.IDENTITY_TOKEN, new NotTestableFromHere("id-token-lives-long"));
        else
            rounds.tokens(Forgery.IDENTITY_TOKEN, Map.of("id-token", identity), "readable-token");
    }

    /** A call that nobody may make without a token and that changes nothing. */
    private Supplier<McpCall> call() {
        var target = seen.endpoint();
        var tools = talk.tools();
        var listed = tools != null && tools.complete();
        if (talk.eras().modern().accepted())
            return () -> (listed ? McpCall.listTools(target, Era.MODERN) : McpCall.discover(target))
                    .within(look.timeout());
        var handshake = talk.handshake();
        var open = seen.opening().found().filter(opening -> opening.initialize().accepted()).isPresent();
        if (open && handshake != null)
            return () -> McpCall.listTools(target, Era.LEGACY).inSession(handshake.id()).within(look.timeout());
        return () -> McpCall.initialize(target).within(look.timeout());
    }

    /** With the genuine token; in the session that is there, so that the server need not open one each time. */
    private Supplier<McpAnswer> control() {
        var handshake = talk.handshake();
        var tools = talk.tools();
        if (talk.eras().modern().accepted() || handshake == null || tools == null || !tools.complete())
            return () -> call.apply(access.value());
        return () -> McpCall.listTools(seen.endpoint(), Era.LEGACY).inSession(handshake.id()).withToken(access.value())
                .within(look.timeout()).send(look.http());
    }

    private void strangeSessions() throws InterruptedException {
        var handshake = talk.handshake();
        if (handshake == null) {
            Verdict none = new NotApplicable("no-session-id");
            rounds.not(Forgery.SESSION_WITHOUT_TOKEN, none);
            rounds.not(Forgery.UNKNOWN_SESSION, none);
            return;
        }
        var list = McpCall.listTools(seen.endpoint(), Era.LEGACY).within(look.timeout());
        rounds.calls(Forgery.SESSION_WITHOUT_TOKEN, List.of(
                () -> new Trial("session-id-alone", list.inSession(handshake.id()).send(look.http()))));
        rounds.calls(Forgery.UNKNOWN_SESSION, List.of(() -> new Trial("unknown-session", list.withToken(access.value())
                .inSession(UUID.randomUUID().toString()).send(look.http()))));
    }

    /** Ours of today is the one that has run out some day. */
    private void keep() {
        var expires = access.expires();
        if (token.given() != null && expires != null && token.isFor(seen.resourceName()))
            look.aged().keep(seen.resourceName(), access.value(), expires);
    }
}

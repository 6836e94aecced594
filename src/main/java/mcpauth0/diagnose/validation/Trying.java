package mcpauth0.diagnose.validation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import mcpauth0.auth0.Decoy;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;
import mcpauth0.diagnose.mcp.Conversation;
import mcpauth0.diagnose.validation.Trials.Trial;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.http.Http;
import mcpauth0.oauth.AccessToken;
import mcpauth0.oauth.PublishedKeys;
import mcpauth0.oauth.mcp.Era;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.oauth.mcp.McpCall;
import mcpauth0.setup.Secret;

/** Sends the tokens that must be refused, and strange sessions, between two calls with the genuine token. */
final class Trying {

    private final Http http;
    private final CheckOptions options;

    Trying(Http http, CheckOptions options) {
        this.http = http;
        this.options = options;
    }

    Trials run(Observations seen, Conversation talk, AccessToken token) {
        var call = call(seen, talk);
        var before = call.apply(token.value());
        var sent = new EnumMap<Forgery, List<Trial>>(Forgery.class);
        var unsent = new EnumMap<Forgery, Verdict>(Forgery.class);
        var left = new ArrayList<String>();
        var forger = new Forger(token);
        sent.put(Forgery.GARBAGE, tried(forger.garbage(), call));
        sent.put(Forgery.TAMPERED_SIGNATURE, tried(forger.tamperedSignature(), call));
        sent.put(Forgery.TAMPERED_CLAIMS, tried(forger.tamperedClaims(), call));
        sent.put(Forgery.ALGORITHM_NONE, tried(forger.unsigned(), call));
        sent.put(Forgery.PUBLIC_KEY_AS_SECRET, tried(forger
                .publicKeyAsSecret(seen.keys().found().map(PublishedKeys::keys).orElse(List.of())), call));
        sent.put(Forgery.OTHER_ISSUER, tried(forger.otherIssuer(), call));
        misdirected(seen, call, sent, unsent, left);
        strangeSessions(talk, token.value(), sent, unsent);
        return new Trials(before, call.apply(token.value()), sent, unsent, left);
    }

    /** A call that nobody may make without a token and that changes nothing. */
    private Function<Secret, McpAnswer> call(Observations seen, Conversation talk) {
        var target = options.target();
        if (talk.eras().modern().accepted())
            return token -> McpCall.listTools(target, Era.MODERN).withToken(token).within(options.timeout())
                    .send(http);
        var handshake = talk.handshake();
        var open = seen.opening().found().filter(opening -> opening.initialize().accepted()).isPresent();
        if (open && handshake != null)
            return token -> McpCall.listTools(target, Era.LEGACY).inSession(handshake.id()).withToken(token)
                    .within(options.timeout()).send(http);
        return token -> McpCall.initialize(target).withToken(token).within(options.timeout()).send(http);
    }

    private static List<Trial> tried(Map<String, Secret> forged, Function<Secret, McpAnswer> call) {
        return forged.entrySet().stream().map(one -> new Trial(one.getKey(), call.apply(one.getValue()))).toList();
    }

    /** A genuine token of the same tenant for an API that exists only for this moment. */
    private void misdirected(Observations seen, Function<Secret, McpAnswer> call, Map<Forgery, List<Trial>> sent,
            Map<Forgery, Verdict> unsent, List<String> left) {
        var tenant = options.tenant();
        if (tenant == null || seen.tenant().found().isEmpty()) {
            unsent.put(Forgery.WRONG_AUDIENCE, new NotTestableFromHere("needs-tenant"));
            return;
        }
        try {
            var journal = options.journalOf(tenant);
            left.addAll(Decoy.sweep(tenant, journal));
            var decoy = Decoy.make(tenant, journal);
            try (decoy) {
                sent.put(Forgery.WRONG_AUDIENCE,
                        List.of(new Trial("other-api", call.apply(decoy.token()))));
            }
            left.addAll(decoy.leftBehind());
        } catch (FailureException e) {
            unsent.put(Forgery.WRONG_AUDIENCE, new NotTestableFromHere(
                    e.failure() instanceof Failure.Refused(var status, _) && status == 403
                            ? "needs-permission"
                            : "decoy-failed"));
        } catch (IOException e) {
            unsent.put(Forgery.WRONG_AUDIENCE, new NotTestableFromHere("decoy-failed"));
        }
    }

    private void strangeSessions(Conversation talk, Secret token, Map<Forgery, List<Trial>> sent,
            Map<Forgery, Verdict> unsent) {
        var handshake = talk.handshake();
        if (handshake == null) {
            unsent.put(Forgery.SESSION_WITHOUT_TOKEN, new NotApplicable("no-session-id"));
            unsent.put(Forgery.UNKNOWN_SESSION, new NotApplicable("no-session-id"));
            return;
        }
        var list = McpCall.listTools(options.target(), Era.LEGACY).within(options.timeout());
        sent.put(Forgery.SESSION_WITHOUT_TOKEN,
                List.of(new Trial("session-id-alone", list.inSession(handshake.id()).send(http))));
        sent.put(Forgery.UNKNOWN_SESSION, List.of(new Trial("unknown-session",
                list.withToken(token).inSession(UUID.randomUUID().toString()).send(http))));
    }
}

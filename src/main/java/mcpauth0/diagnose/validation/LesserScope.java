package mcpauth0.diagnose.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;
import mcpauth0.diagnose.mcp.Conversation;
import mcpauth0.diagnose.token.Token;
import mcpauth0.diagnose.validation.Trials.Trial;
import mcpauth0.diagnose.validation.Trials.Tried;
import mcpauth0.http.Json;
import mcpauth0.oauth.AccessToken;
import mcpauth0.oauth.Login;
import mcpauth0.oauth.LoginOutcome;
import mcpauth0.oauth.LoginRequest;
import mcpauth0.oauth.RegistrationOutcome;
import mcpauth0.oauth.TokenEndpoint;
import mcpauth0.oauth.TokenOutcome;
import mcpauth0.oauth.mcp.Era;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.oauth.mcp.McpCall;
import mcpauth0.oauth.mcp.McpSession.Tool;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Calls a tool that only reads with a genuine token that has none of the permissions which the server asks for. Such a
 * token comes out of the refresh token, which may be used for less (RFC 6749 §6), or out of another login that takes
 * nobody's time.
 */
final class LesserScope {

    /** These say who somebody is, not what may be done. */
    private static final Set<String> ABOUT_PEOPLE = Set.of("openid", "profile", "email", "address", "phone",
            "offline_access");

    private final Look look;
    private final Observations seen;
    private final Conversation talk;
    private final Token token;

    private LesserScope(Look look, Observations seen, Conversation talk, Token token) {
        this.look = look;
        this.seen = seen;
        this.talk = talk;
        this.token = token;
    }

    static LesserScope of(Look look, Observations seen, Conversation talk, Token token) {
        return new LesserScope(look, seen, talk, token);
    }

    /** The permissions that the server asks of everybody: those of the challenge, else of the metadata. */
    static List<String> needed(Observations seen) {
        var asked = seen.opening().found().map(opening -> opening.initialize().challenges().scopes())
                .or(() -> seen.document().found().map(document -> document.scopes())).orElse(List.of());
        return asked.stream().filter(scope -> !ABOUT_PEOPLE.contains(scope)).toList();
    }

    void send(Rounds rounds) {
        var needed = needed(seen);
        var given = token.given();
        var tool = harmless();
        if (needed.isEmpty())
            rounds.not(Forgery.LESSER_SCOPE, new NotApplicable("no-scopes"));
        else if (given == null)
            rounds.not(Forgery.LESSER_SCOPE, new NotTestableFromHere("token-given"));
        else if (tool.isEmpty())
            rounds.not(Forgery.LESSER_SCOPE, new NotTestableFromHere("no-reading-tool"));
        else {
            var lesser = refreshed(rounds).or(this::signedIn).filter(one -> lacks(one, needed));
            if (lesser.isEmpty())
                rounds.not(Forgery.LESSER_SCOPE, new NotTestableFromHere("no-lesser-token"));
            else
                rounds.put(Forgery.LESSER_SCOPE, tried(tool.get(), lesser.get().value()));
        }
    }

    private Tried tried(Tool tool, Secret lesser) {
        Function<Secret, McpAnswer> call = secret -> call(tool).withToken(secret).send(look.http());
        var before = call.apply(token.access().value());
        var trial = new Trial(tool.name(), call.apply(lesser));
        return new Tried(List.of(trial), before, call.apply(token.access().value()));
    }

    private McpCall call(Tool tool) {
        var era = talk.eras().preferred();
        var call = McpCall.callTool(seen.endpoint(), era, tool.name(), Json.object()).within(look.timeout());
        var handshake = talk.handshake();
        return era == Era.MODERN || handshake == null ? call : call.inSession(handshake.id());
    }

    /** A tool that says of itself that it only reads, and that needs to be told nothing. */
    private Optional<Tool> harmless() {
        var tools = talk.tools();
        return tools == null
                ? Optional.empty()
                : tools.tools().stream().filter(Tool::readOnly)
                        .filter(tool -> tool.raw().path("inputSchema").path("required").isEmpty()).findFirst();
    }

    private Optional<AccessToken> refreshed(Rounds rounds) {
        var given = token.given();
        var metadata = seen.metadata().found().orElse(null);
        var refresh = given == null ? null : given.refresh();
        if (given == null || refresh == null || metadata == null
                || !(seen.registration().found().orElse(null) instanceof RegistrationOutcome.Registered known))
            return Optional.empty();
        var kept = new ArrayList<>(given.requested());
        kept.retainAll(ABOUT_PEOPLE);
        if (kept.isEmpty())
            return Optional.empty();
        var outcome = new TokenEndpoint(look.http(), metadata, known.client(), look.timeout()).refresh(refresh,
                seen.resourceName(), kept);
        if (!(outcome instanceof TokenOutcome.Given(var tokens)))
            return Optional.empty();
        rounds.renewed(tokens.refresh());
        return Optional.of(tokens.access());
    }

    private Optional<AccessToken> signedIn() {
        var agent = look.options().userAgent();
        var metadata = seen.metadata().found().orElse(null);
        if (agent == null || agent.needsPerson() || metadata == null
                || !(seen.registration().found().orElse(null) instanceof RegistrationOutcome.Registered known))
            return Optional.empty();
        var request = LoginRequest.of(metadata, known.client(), seen.resourceName(), List.of())
                .within(look.options().loginTimeout()).withPerRequest(look.timeout());
        return new Login(look.http(), look.ports()).run(request, agent) instanceof LoginOutcome.SignedIn in
                ? Optional.of(in.tokens().access())
                : Optional.empty();
    }

    /** Whether it is for this server and says that it has none of these. */
    private boolean lacks(AccessToken lesser, List<String> needed) {
        return lesser.audience().contains(seen.resourceName())
                && Collections.disjoint(said(lesser, "scope"), needed)
                && Collections.disjoint(said(lesser, "scp"), needed)
                && Collections.disjoint(said(lesser, "permissions"), needed);
    }

    private static List<String> said(AccessToken lesser, String claim) {
        var claims = lesser.claims();
        var value = claims == null ? null : claims.get(claim);
        if (value == null)
            return List.of();
        var all = new ArrayList<String>();
        if (value.isTextual())
            all.addAll(List.of(value.textValue().split("\\s+")));
        value.forEach(one -> all.add(one.asText()));
        return all;
    }

    /** What a refusal for want of permission says in words, where its status does not say it. */
    static boolean speaksOfScope(@Nullable String words) {
        return words != null && words.toLowerCase(Locale.ROOT)
                .matches("(?s).*(scope|permission|forbidden|not allowed|not authori[sz]ed).*");
    }
}

package mcpauth0.demo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way of a person through the tenant: {@code /authorize}, {@code /u/login}, {@code /authorize/resume},
 * {@code /u/consent}, the callback. A request is judged in this order: client, callback, PKCE, audience, grant,
 * connections; only then anybody is asked to sign in.
 */
final class Authorization {

    private static final String COOKIE = "auth0";

    private final Core core;
    private final Issued issued;
    private final Admission admission;
    private final People people;
    private final Map<String, Visit> visits = new HashMap<>();

    Authorization(Core core, Issued issued, Admission admission) {
        this.core = core;
        this.issued = issued;
        this.admission = admission;
        this.people = new People(core);
    }

    /** One person on the way; {@code user} is null, and {@code scope} empty, until somebody signed in. */
    private record Visit(String id, AuthorizationRequest request, @Nullable Api api, Set<String> scope,
            @Nullable User user) {
    }

    private Visit by(User user, Visit visit) {
        return new Visit(visit.id, visit.request, visit.api, admission.scope(visit.request, visit.api, user), user);
    }

    void on(Loopback loopback) {
        loopback.on("GET", "/authorize", request -> begin(request, request.parameters()));
        loopback.on("POST", "/authorize", request -> begin(request, request.form()));
        loopback.on("GET", "/u/login", request -> visiting(request, visit -> loginPage(visit, null)));
        loopback.on("POST", "/u/login", request -> visiting(request, visit -> logIn(visit, request.form())));
        loopback.on("GET", "/authorize/resume", request -> visiting(request, this::resume));
        loopback.on("GET", "/u/consent", request -> visiting(request, this::consentPage));
        loopback.on("POST", "/u/consent", request -> visiting(request, visit -> consent(visit, request.form())));
    }

    private Outgoing begin(Incoming incoming, Map<String, String> asked) {
        var clientId = asked.getOrDefault("client_id", "");
        var app = core.app(clientId);
        if (app == null) {
            failure("Unknown client: " + clientId, "invalid_request", asked).by(clientId, "");
            return LoginPages.error(400, "invalid_request", "Unknown client: " + clientId);
        }
        var redirectUri = asked.getOrDefault("redirect_uri", "");
        if (!app.callbacks().contains(redirectUri)) {
            mismatch(app, redirectUri, asked);
            return LoginPages.error(403, "Callback URL mismatch.",
                    "The provided redirect_uri is not in the list of allowed callback URLs.");
        }
        var request = new AuthorizationRequest(app, redirectUri, asked);
        try {
            var api = admission.api(request);
            var visit = new Visit(core.ids().letters(43), request, api, Set.of(), null);
            var inSession = request.prompts("login") ? null : inSession(incoming);
            if (inSession == null && request.prompts("none"))
                throw new AuthorizationFailure("login_required", "Login required");
            visits.put(visit.id, inSession == null ? visit : by(inSession, visit));
            return Outgoing.redirect((inSession == null ? "/u/login" : "/authorize/resume") + "?state=" + visit.id)
                    .with("Cache-Control", "no-store");
        } catch (AuthorizationFailure failure) {
            return failed(request, failure);
        }
    }

    private interface Move {
        Outgoing with(Visit visit) throws AuthorizationFailure;
    }

    private Outgoing visiting(Incoming request, Move move) {
        var visit = visits.get(request.parameters().getOrDefault("state", ""));
        if (visit == null)
            return LoginPages.error(400, "invalid_request",
                    "You may have pressed the back button, refreshed during login, or opened too many login dialogs.");
        try {
            return move.with(visit);
        } catch (AuthorizationFailure failure) {
            visits.remove(visit.id);
            var answer = failed(visit.request, failure);
            if (visit.user != null)
                core.state().logs().getLast().put("user_id", visit.user.subject()).put("user_name",
                        visit.user.email());
            return answer;
        }
    }

    private Outgoing loginPage(Visit visit, @Nullable String problem) {
        return LoginPages.login(visit.id, visit.request.app().name(), offers(visit, "auth0"),
                offers(visit, "google-oauth2"), problem);
    }

    private boolean offers(Visit visit, String strategy) {
        return admission.offers(visit.request.app(), strategy);
    }

    private Outgoing logIn(Visit visit, Map<String, String> form) throws AuthorizationFailure {
        if ("cancel".equals(form.get("action")))
            throw new AuthorizationFailure("access_denied", "User cancelled the login.");
        User user = null;
        if ("google-oauth2".equals(form.get("connection")) && offers(visit, "google-oauth2"))
            user = people.fromGoogle();
        else if (offers(visit, "auth0"))
            user = people.withPassword(form.getOrDefault("username", ""), form.getOrDefault("password", ""));
        if (user == null) {
            core.log(people.known(form.getOrDefault("username", "")) ? "fp" : "fu", "Wrong email or password.")
                    .by(visit.request.app()).asked(visit.request.asked()).node()
                    .put("user_name", form.getOrDefault("username", ""));
            return loginPage(visit, "Wrong email or password");
        }
        visits.put(visit.id, by(user, visit));
        return Outgoing.redirect("/authorize/resume?state=" + visit.id).with("Set-Cookie",
                COOKIE + "=" + issued.session(user) + "; Path=/; Secure; HttpOnly; SameSite=None");
    }

    private Outgoing resume(Visit visit) throws AuthorizationFailure {
        var user = visit.user;
        if (user == null)
            return Outgoing.redirect("/u/login?state=" + visit.id);
        if (core.broken("authz-denied"))
            throw new AuthorizationFailure("access_denied", "A post-login Action of this tenant denied access.");
        if (!consented(visit, user)) {
            if (visit.request.prompts("none"))
                throw new AuthorizationFailure("consent_required", "Consent required");
            return Outgoing.redirect("/u/consent?state=" + visit.id);
        }
        return finish(visit, user);
    }

    private Outgoing consentPage(Visit visit) {
        var user = visit.user;
        if (user == null)
            return Outgoing.redirect("/u/login?state=" + visit.id);
        var api = visit.api;
        var described = core.state().flag("use_scope_descriptions_for_consent");
        var lines = visit.scope.stream().map(scope -> {
            var description = api == null || !described ? "" : api.describe(scope);
            return description.isEmpty() ? scope : description;
        }).toList();
        return LoginPages.consent(visit.id, visit.request.app().name(), user.email(),
                lines.isEmpty() ? List.of(api == null ? "profile" : api.name()) : lines);
    }

    private Outgoing consent(Visit visit, Map<String, String> form) throws AuthorizationFailure {
        var user = visit.user;
        if (user == null)
            return Outgoing.redirect("/u/login?state=" + visit.id);
        if (!"accept".equals(form.get("action")))
            throw new AuthorizationFailure("access_denied", "User did not authorize the request");
        var consent = Shapes.node().put("id", core.ids().hex(24)).put("clientID", visit.request.app().id())
                .put("user_id", user.subject()).put("audience", identifier(visit));
        visit.scope.forEach(consent.putArray("scope")::add);
        core.state().consents().add(consent);
        var back = finish(visit, user);
        return core.broken("authz-consent-redirect-307") ? back.withStatus(307) : back;
    }

    /**
     * Third-party applications always need the person's consent, once; the tenant's own need it for an API where the
     * callback could belong to anyone.
     */
    private boolean consented(Visit visit, User user) {
        var api = visit.api;
        if (visit.request.app().firstParty() && (api == null || !anybodys(visit.request.redirectUri())
                || api.node().path("skip_consent_for_verifiable_first_party_clients").asBoolean()))
            return true;
        if (visit.request.prompts("consent"))
            return false;
        var given = new LinkedHashSet<String>();
        var found = false;
        for (var consent : core.state().consents())
            if (consent.path("clientID").asText().equals(visit.request.app().id())
                    && consent.path("user_id").asText().equals(user.subject())
                    && consent.path("audience").asText().equals(identifier(visit))) {
                found = true;
                consent.path("scope").forEach(scope -> given.add(scope.asText()));
            }
        return found && given.containsAll(visit.scope);
    }

    /** Whether any program on the person's computer could stand behind the callback. */
    private static boolean anybodys(String callback) {
        return !callback.startsWith("https://");
    }

    private String identifier(Visit visit) {
        return visit.api == null ? core.userInfoAudience() : visit.api.identifier();
    }

    private Outgoing finish(Visit visit, User user) {
        visits.remove(visit.id);
        var request = visit.request;
        var delegation = new Delegation(request.app(), user, visit.api, visit.scope, request.parameter("nonce"));
        var method = request.parameter("code_challenge_method");
        var code = issued.code(delegation, request.redirectUri(), request.parameter("code_challenge"),
                method == null ? "plain" : method);
        core.log(request.prompts("none") ? "ssa" : "s", "Successful login").of(delegation).asked(request.asked());
        return back(request, Map.of("code", code));
    }

    private LogEntry failure(String description, String error, Map<String, String> asked) {
        return core.log("f", description).asked(asked).failed(error, description);
    }

    private void mismatch(App app, String attempt, Map<String, String> asked) {
        var what = "Callback URL mismatch. URL is not in the list of allowed callback URLs";
        var payload = failure(what, "unauthorized_client", asked).by(app).details().withObject("error")
                .putObject("payload").put("attempt", attempt).put("clientID", app.id())
                .put("code", "unauthorized_client").put("message", what).put("name", "CallbackMismatchError")
                .put("status", "403");
        app.callbacks().forEach(payload.putArray("authorized")::add);
    }

    private Outgoing failed(AuthorizationRequest request, AuthorizationFailure failure) {
        failure(failure.description(), failure.error(), request.asked()).by(request.app()).node().put("type",
                request.prompts("none") ? "fsa" : "f");
        if (request.app().keepsErrors() || core.broken("authz-error-not-redirected"))
            return LoginPages.error(400, failure.error(), failure.description());
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("error", failure.error());
        parameters.put("error_description", failure.description());
        return back(request, parameters);
    }

    private Outgoing back(AuthorizationRequest asked, Map<String, String> parameters) {
        var request = core.broken("authz-state-altered") ? asked.withStateInLowerCase() : asked;
        if (!core.state().settings().path("authorization_response_iss_parameter_supported").asBoolean())
            return request.back(parameters);
        var more = new LinkedHashMap<>(parameters);
        if (!core.broken("authz-iss-missing"))
            more.put("iss", core.broken("authz-iss-mismatch") ? "https://" + core.domain() : core.issuer());
        return request.back(more);
    }

    private @Nullable User inSession(Incoming request) {
        var cookies = request.header("Cookie");
        if (cookies != null)
            for (var cookie : cookies.split(";", -1))
                if (cookie.strip().startsWith(COOKIE + "="))
                    return issued.inSession(cookie.strip().substring(COOKIE.length() + 1));
        return null;
    }
}

package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges an authorization request before anybody is asked to sign in: PKCE, audience, grant, connections. */
final class Admission {

    private static final Set<String> REFUSED = Set.of("claims", "id_token_hint", "invitation", "login_ticket",
            "request", "request_uri", "screen_hint");
    private static final Set<String> OPENID = Set.of("openid", "profile", "email", "address", "phone");

    private final Core core;
    private final AccessRules rules;

    Admission(Core core, AccessRules rules) {
        this.core = core;
        this.rules = rules;
    }

    /** Everything that is judged before anybody signs in; the API, or null where no audience is resolved. */
    @Nullable
    Api api(AuthorizationRequest request) throws AuthorizationFailure {
        var app = request.app();
        var type = request.parameter("response_type");
        if (!"code".equals(type))
            throw new AuthorizationFailure("unsupported_response_type",
                    "Unsupported response type: " + (type == null ? "" : type));
        for (var name : REFUSED)
            if (app.strict() && request.parameter(name) != null)
                throw new AuthorizationFailure("invalid_request", "The parameter " + name + " is not supported.");
        if (app.strict() && request.parameter("code_challenge") == null)
            throw new AuthorizationFailure("invalid_request", "The PKCE protocol extension is required");
        unusual(request);
        var identifier = resolve(request);
        if (identifier == null || identifier.equals(core.userInfoAudience())) {
            if (app.strict())
                throw new AuthorizationFailure("invalid_request",
                        "The userinfo audience is not allowed for third party clients. Please specify a valid API audience.");
            withoutRules(app);
            connected(app);
            return null;
        }
        var api = core.api(identifier);
        if (api == null)
            throw new AuthorizationFailure("access_denied", "Service not found: " + identifier);
        if (rules.allowed(app, api, SubjectType.USER) == null)
            throw new AuthorizationFailure("invalid_request",
                    "Client \"" + app.id() + "\" is not authorized to access resource server \"" + identifier + "\".");
        withoutRules(app);
        connected(app);
        return api;
    }

    /** Where other authorization servers part with Auth0. */
    private void unusual(AuthorizationRequest request) throws AuthorizationFailure {
        if (core.broken("authz-params-rejected"))
            throw new AuthorizationFailure("invalid_request", "The parameter resource is not supported.");
        if (core.broken("authz-org-blocked"))
            throw new AuthorizationFailure("invalid_request", "parameter organization is invalid: org_practice");
        if (core.broken("reg-dcr-scope-mismatch"))
            throw new AuthorizationFailure("invalid_scope",
                    "The client is not registered for the scope " + String.join(" ", request.scope()));
    }

    /** Auth0 says that the login fails while a rule is active, not with which words; these are ours. */
    private void withoutRules(App app) throws AuthorizationFailure {
        if (app.strict() && core.state().rules().stream().anyMatch(rule -> rule.path("enabled").asBoolean(true)))
            throw new AuthorizationFailure("invalid_request",
                    "Rules are not supported for third party clients. Use Actions instead.");
    }

    private void connected(App app) throws AuthorizationFailure {
        if (core.state().connections().stream().noneMatch(connection -> canSignIn(app, connection)))
            throw new AuthorizationFailure("invalid_request", "no connections enabled for the client");
    }

    /** {@code audience} first; {@code resource} only under the compatibility profile; the tenant's default last. */
    private @Nullable String resolve(AuthorizationRequest request) {
        var audience = request.parameter("audience");
        if (audience != null)
            return audience;
        var resource = core.broken("authz-userinfo-audience") ? null : request.parameter("resource");
        var settings = core.state().settings();
        if (core.broken("authz-audience-wins"))
            return settings.path("default_audience").asText();
        if (resource != null && settings.path("resource_parameter_profile").asText().equals("compatibility"))
            return resource;
        var standard = settings.path("default_audience").asText("");
        return standard.isEmpty() ? null : standard;
    }

    /** What was asked for and this user may have; what may not be had is left out without a word. */
    Set<String> scope(AuthorizationRequest request, @Nullable Api api, User user) {
        var app = request.app();
        var scope = new LinkedHashSet<String>();
        for (var each : request.scope())
            if (OPENID.contains(each) && !app.strict())
                scope.add(each);
        if (api != null) {
            var wanted = new TreeSet<>(request.scope());
            var allowed = rules.allowed(app, api, SubjectType.USER);
            wanted.retainAll(allowed == null ? Set.of() : allowed);
            scope.addAll(rules.held(api, wanted, user));
        }
        if (request.scope().contains("offline_access") && (api == null || api.offlineAccess())
                && app.allows("refresh_token"))
            scope.add("offline_access");
        return scope;
    }

    /** Whether the application's login page has a connection of that strategy. */
    boolean offers(App app, String strategy) {
        return core.state().connections().stream()
                .anyMatch(each -> each.path("strategy").asText().equals(strategy) && canSignIn(app, each));
    }

    private static boolean canSignIn(App app, ObjectNode connection) {
        if (connection.path("is_domain_connection").asBoolean())
            return true;
        if (!app.firstParty())
            return false;
        for (var id : connection.path("enabled_clients"))
            if (id.asText().equals(app.id()))
                return true;
        return false;
    }
}

package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code /oauth/token} and {@code /oauth/revoke}: forms and JSON, with Auth0's status codes and words. */
final class TokenEndpoint {

    private final Core core;
    private final Issued issued;
    private final AccessRules rules;
    private final Mint mint;
    private final Assertions assertions;

    TokenEndpoint(Core core, Issued issued, AccessRules rules, Mint mint) {
        this.core = core;
        this.issued = issued;
        this.rules = rules;
        this.mint = mint;
        this.assertions = new Assertions(core);
    }

    void on(Loopback loopback) {
        loopback.on("POST", "/oauth/token", request -> guarded(() -> token(fields(request))));
        loopback.on("POST", "/oauth/device/code", request -> guarded(() -> device(fields(request))));
        loopback.on("POST", "/oauth/revoke", request -> guarded(() -> revoke(fields(request))));
    }

    private interface Answering {
        Outgoing answer();
    }

    private Outgoing guarded(Answering route) {
        Outgoing answer;
        try {
            answer = route.answer();
        } catch (Refusal refusal) {
            answer = refusal.answer();
        }
        return core.broken("token-cacheable")
                ? answer
                : answer.with("Cache-Control", "no-store").with("Pragma", "no-cache");
    }

    private Outgoing token(Map<String, String> asked) {
        var type = asked.getOrDefault("grant_type", "");
        // The set-up's own application keeps its way in.
        if (!type.equals("client_credentials"))
            unusual();
        return switch (type) {
            case "authorization_code" -> code(asked);
            case "refresh_token" -> refresh(asked);
            case "client_credentials" -> clientCredentials(asked);
            default -> throw Refusal.oauth(403, "unsupported_grant_type", "Unsupported grant type: " + type);
        };
    }

    /** Where other authorization servers part with Auth0. */
    private void unusual() {
        if (core.broken("token-endpoint-error"))
            throw Refusal.oauth(500, "server_error", "Something went wrong.");
        if (core.broken("token-endpoint-not-form"))
            throw Refusal.oauth(415, "invalid_request", "Content-Type must be application/json.");
        if (core.broken("token-client-auth-mismatch"))
            throw Refusal.oauth(401, "invalid_client", "Client authentication failed.");
    }

    private Outgoing code(Map<String, String> asked) {
        var app = authenticated(asked);
        var code = issued.redeem(required(asked, "code"));
        if (code == null || !code.delegation().app().id().equals(app.id())) {
            core.log("feacft", "Invalid authorization code").by(app);
            throw Refusal.oauth(403, "invalid_grant", "Invalid authorization code");
        }
        var redirectUri = asked.get("redirect_uri");
        if (!code.redirectUri().equals(redirectUri)) {
            core.log("feacft", "The redirect URI is wrong.").of(code.delegation());
            throw Refusal.oauth(403, "unauthorized_client", "The redirect URI is wrong. You sent " + redirectUri
                    + ", and we expected " + code.redirectUri());
        }
        var challenge = code.challenge();
        if (challenge != null) {
            var verifier = asked.getOrDefault("code_verifier", "");
            if (!challenge.equals(code.method().equals("S256") ? Mint.challengeOf(verifier) : verifier)) {
                core.log("feacft", "Failed to verify code verifier").of(code.delegation());
                throw Refusal.oauth(403, "invalid_grant", "Failed to verify code verifier");
            }
        }
        core.log("seacft", "Authorization Code for Access Token").of(code.delegation());
        var answer = answer(code.delegation(), false);
        if (code.delegation().offline())
            answer.put("refresh_token", issued.refreshToken(code.delegation(), null));
        return Outgoing.json(200, answer);
    }

    private Outgoing refresh(Map<String, String> asked) {
        var app = authenticated(asked);
        var token = required(asked, "refresh_token");
        var refresh = issued.refresh(token);
        if (refresh == null || !refresh.delegation().app().id().equals(app.id())) {
            core.log("fertft", "Unknown or invalid refresh token.").by(app);
            if (core.broken("token-refresh-error-shape"))
                throw Refusal.oauth(400, "invalid_request", "Unknown or invalid refresh token.");
            throw Refusal.oauth(403, "invalid_grant", "Unknown or invalid refresh token.");
        }
        var answer = answer(narrowed(refresh.delegation(), asked.get("scope")), true);
        if (app.rotates()) {
            issued.spend(token);
            answer.put("refresh_token", issued.refreshToken(refresh.delegation(), refresh.family()));
        }
        core.log("sertft", "Refresh Token for Access Token").of(refresh.delegation());
        return Outgoing.json(200, answer);
    }

    private Delegation narrowed(Delegation delegation, @Nullable String scope) {
        if (scope == null || scope.isBlank())
            return delegation;
        var left = new LinkedHashSet<>(delegation.scope());
        left.retainAll(Set.of(scope.strip().split("\\s+")));
        return new Delegation(delegation.app(), delegation.user(), delegation.api(), left, delegation.nonce());
    }

    private Outgoing clientCredentials(Map<String, String> asked) {
        var app = authenticated(asked);
        if (!app.allows("client_credentials"))
            throw Refusal.oauth(403, "unauthorized_client",
                    "Grant type 'client_credentials' not allowed for the client.");
        var audience = asked.getOrDefault("audience", "");
        if (audience.isEmpty())
            audience = core.state().settings().path("default_audience").asText("");
        if (audience.isEmpty())
            throw refused(app, "No audience parameter was provided, and no default audience has been configured");
        var api = core.api(audience);
        if (api == null)
            throw refused(app, "Service not enabled within domain: " + audience);
        var allowed = rules.allowed(app, api, SubjectType.CLIENT);
        if (allowed == null)
            throw refused(app, "Client is not authorized to access \"" + audience
                    + "\". You need to create a \"client-grant\" associated to this API. See: https://auth0.com/docs/api/management/v2/client-grants/post-client-grants");
        var wanted = asked.getOrDefault("scope", "").strip();
        if (!wanted.isEmpty()) {
            var beyond = new TreeSet<>(Set.of(wanted.split("\\s+")));
            beyond.removeAll(allowed);
            if (!beyond.isEmpty())
                throw refused(app, "Client has not been granted scopes: " + String.join(", ", beyond));
            allowed = new TreeSet<>(Set.of(wanted.split("\\s+")));
        }
        core.log("seccft", "Client Credentials for Access Token").by(app).node().put("audience", audience);
        var made = mint.forClient(app, api, allowed);
        return Outgoing.json(200, shown(made, allowed));
    }

    private Refusal refused(App app, String why) {
        core.log("feccft", why).by(app);
        return Refusal.oauth(403, "access_denied", why);
    }

    /** No application of this tenant may sign people in on a device without a browser. */
    private Outgoing device(Map<String, String> asked) {
        authenticated(asked);
        throw Refusal.oauth(403, "unauthorized_client",
                "Grant type 'urn:ietf:params:oauth:grant-type:device_code' not allowed for the client.");
    }

    private Outgoing revoke(Map<String, String> asked) {
        var app = authenticated(asked);
        issued.revoke(required(asked, "token"), app.id());
        return Outgoing.empty(200);
    }

    private ObjectNode answer(Delegation delegation, boolean refreshed) {
        var answer = shown(mint.forUser(delegation, refreshed), delegation.scope());
        if (delegation.openId() || core.broken("rs-accepts-id-token"))
            answer.put("id_token", mint.idToken(delegation));
        return answer;
    }

    private ObjectNode shown(Mint.Made made, Set<String> scope) {
        var answer = Shapes.node().put("access_token", made.token());
        if (!scope.isEmpty())
            answer.put("scope", String.join(" ", scope));
        return answer.put("expires_in", made.lifetime()).put("token_type",
                core.broken("token-type-not-bearer") ? "N_A" : "Bearer");
    }

    private App authenticated(Map<String, String> asked) {
        var assertion = asked.get("client_assertion");
        var app = core.app(
                assertion == null ? asked.get("client_id") : asked.getOrDefault("client_id", Assertions.by(assertion)));
        if (app == null)
            throw Refusal.oauth(401, "access_denied", "Unauthorized");
        if (core.state().keys().containsKey(app.id())) {
            assertions.check(app, asked.get("client_assertion_type"), assertion);
            return app;
        }
        if (!app.authMethod().equals("none")
                && !asked.getOrDefault("client_secret", "").equals(core.state().secrets().get(app.id())))
            throw unauthorized(app, asked);
        return app;
    }

    private Refusal unauthorized(App app, Map<String, String> asked) {
        core.log(switch (asked.getOrDefault("grant_type", "")) {
            case "authorization_code" -> "feacft";
            case "refresh_token" -> "fertft";
            default -> "feccft";
        }, "Unauthorized").by(app);
        return Refusal.oauth(401, "access_denied", "Unauthorized");
    }

    private static String required(Map<String, String> asked, String name) {
        var value = asked.get(name);
        if (value == null || value.isEmpty())
            throw Refusal.oauth(403, "invalid_request", "Missing required parameter: " + name);
        return value;
    }

    /** Form or JSON; the client's name and secret may also come in the header (RFC 6749 §2.3.1). */
    private static Map<String, String> fields(Incoming request) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (request.isJson())
            request.json().properties().forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        else
            fields.putAll(request.form());
        var line = request.header("Authorization");
        if (line != null && line.regionMatches(true, 0, "Basic ", 0, 6)) {
            try {
                var pair = new String(Base64.getDecoder().decode(line.substring(6).strip()), StandardCharsets.UTF_8);
                var at = pair.indexOf(':');
                if (at > 0) {
                    fields.put("client_id", Incoming.decoded(pair.substring(0, at)));
                    fields.put("client_secret", Incoming.decoded(pair.substring(at + 1)));
                }
            } catch (IllegalArgumentException e) {
                throw Refusal.oauth(401, "access_denied", "Unauthorized");
            }
        }
        return fields;
    }
}

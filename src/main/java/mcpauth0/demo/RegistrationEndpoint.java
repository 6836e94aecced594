package mcpauth0.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** {@code /oidc/register}: anybody may make an application for themselves (RFC 7591), if the tenant is open for it. */
final class RegistrationEndpoint {

    private final Core core;
    private final RateLimit limit;

    RegistrationEndpoint(Core core) {
        this.core = core;
        this.limit = new RateLimit(core.plan().registrationsPerSecond(), core.clock());
    }

    void on(Loopback loopback) {
        loopback.on("POST", "/oidc/register", request -> {
            var turn = limit.take();
            if (!turn.allowed())
                return turn.on(Refusal.management(429,
                        "Too many requests. Check the X-RateLimit-Limit, X-RateLimit-Remaining and X-RateLimit-Reset headers.",
                        "too_many_requests").answer());
            try {
                return register(request.json());
            } catch (Refusal refusal) {
                var entry = core.log("fapi", "Dynamic client registration");
                request(entry).set("body", request.json().isObject() ? request.json() : Shapes.node());
                entry.details().putObject("response").put("statusCode", refusal.answer().status()).set("body",
                        Incoming.parsed(refusal.answer().body()));
                return refusal.answer();
            }
        });
    }

    private Outgoing register(JsonNode wanted) {
        if (!core.state().flag("enable_dynamic_client_registration"))
            throw Refusal.management(400, "dynamic client registration is disabled", null);
        if (!wanted.isObject())
            throw Refusal.oauth(400, "invalid_client_metadata", "The request is not a JSON object.");
        var callbacks = callbacks(wanted.path("redirect_uris"));
        if (core.full())
            throw Refusal.tooManyEntities();
        choosy(wanted, callbacks);
        var method = wanted.path("token_endpoint_auth_method").asText("client_secret_post");
        if (!List.of("none", "client_secret_post", "client_secret_basic").contains(method))
            throw Refusal.oauth(400, "invalid_client_metadata", "Unsupported token_endpoint_auth_method: " + method);
        var name = wanted.path("client_name").asText("My App");
        var grants = grants(wanted.path("grant_types"));
        var strict = core.state().settings().path("dynamic_client_registration_security_mode")
                .asText(core.old() ? "permissive" : "strict").equals("strict");
        var client = strict
                ? Shapes.strictClient(core.ids(), name, method, callbacks, grants)
                : Shapes.client(core.ids().letters(32), name, method.equals("none") ? "native" : "regular_web", method,
                        callbacks, grants).put("is_first_party", false);
        var answer = answer(new App(client), grants);
        muddled(client);
        if (!core.broken("reg-stale-client"))
            core.state().clients().add(client);
        log(core, new App(client), core.now());
        return Outgoing.json(201, answer);
    }

    /** What some authorization servers refuse, of what clients ask for. */
    private void choosy(JsonNode wanted, List<String> callbacks) {
        var type = wanted.path("application_type").asText("web");
        if (core.broken("reg-dcr-auth-method-rejected")
                && !wanted.path("token_endpoint_auth_method").asText().equals("none"))
            throw Refusal.oauth(400, "invalid_client_metadata", "Only token_endpoint_auth_method none is supported.");
        if (core.broken("reg-dcr-redirect-rejected")
                && !callbacks.stream().allMatch(each -> each.startsWith("http://127.0.0.1")))
            throw Refusal.oauth(400, "invalid_redirect_uri", "The host of the redirect URI is not on the list.");
        if (core.broken("reg-dcr-client-name-rejected") && wanted.path("client_name").asText().contains("("))
            throw Refusal.oauth(400, "invalid_client_metadata", "client_name contains illegal characters.");
        if (core.broken("reg-application-type-conflict")
                && callbacks.stream().anyMatch(each -> each.startsWith("https://") == type.equals("native")))
            throw Refusal.oauth(400, "invalid_redirect_uri", "A redirect URI does not fit the application_type.");
    }

    /** The client is kept otherwise than the answer says. */
    private void muddled(ObjectNode client) {
        if (core.broken("authz-callback-mismatch"))
            rewrite(client, each -> each + "/");
        if (core.broken("authz-localhost-vs-127"))
            rewrite(client, each -> each.replace("//127.0.0.1", "//localhost"));
        if (core.broken("token-refresh-rotation-reuse"))
            client.withObject("refresh_token").put("rotation_type", "non-rotating");
    }

    private static void rewrite(ObjectNode client, UnaryOperator<String> how) {
        var callbacks = new App(client).callbacks().stream().map(how).toList();
        callbacks.forEach(client.putArray("callbacks")::add);
    }

    static void log(Core core, App app, Instant when) {
        var entry = LogEntry.write(core, "sapi", "Dynamic client registration", when).by(app);
        var body = request(entry).putObject("body").put("client_name", app.name());
        app.callbacks().forEach(body.putArray("redirect_uris")::add);
        entry.details().putObject("response").put("statusCode", 201).putObject("body").put("client_id", app.id());
    }

    private static ObjectNode request(LogEntry entry) {
        var request = entry.details().putObject("request").put("method", "post").put("path", "/oidc/register");
        request.putObject("auth").putObject("user");
        return request;
    }

    private JsonNode answer(App app, List<String> grants) {
        var answer = Shapes.node().put("client_name", app.name()).put("client_id", app.id());
        if (!app.authMethod().equals("none")) {
            var secret = core.ids().letters(64);
            core.state().secrets().put(app.id(), secret);
            answer.put("client_secret", secret).put("client_secret_expires_at", 0);
        }
        app.callbacks().forEach(answer.putArray("redirect_uris")::add);
        grants.forEach(answer.putArray("grant_types")::add);
        answer.putArray("response_types").add("code");
        if (core.broken("reg-dcr-response-bad-fields"))
            List.of("client_uri", "logo_uri", "tos_uri", "policy_uri").forEach(field -> answer.put(field, ""));
        return answer.put("token_endpoint_auth_method", app.authMethod());
    }

    private static List<String> callbacks(JsonNode wanted) {
        var callbacks = new ArrayList<String>();
        for (var each : wanted) {
            try {
                var uri = new URI(each.asText());
                if (!uri.isAbsolute() || uri.getRawFragment() != null)
                    throw Refusal.oauth(400, "invalid_redirect_uri", "Not an absolute URI: " + each.asText());
                callbacks.add(each.asText());
            } catch (URISyntaxException e) {
                throw Refusal.oauth(400, "invalid_redirect_uri", "Not a URI: " + each.asText());
            }
        }
        if (callbacks.isEmpty())
            throw Refusal.oauth(400, "invalid_redirect_uri", "redirect_uris is required.");
        return callbacks;
    }

    /** Only these two can be had; what else was asked for is left out without a word. */
    private static List<String> grants(JsonNode wanted) {
        var grants = new ArrayList<String>();
        for (var each : wanted)
            if (List.of("authorization_code", "refresh_token").contains(each.asText()))
                grants.add(each.asText());
        return grants.isEmpty() ? List.of("authorization_code") : grants;
    }
}

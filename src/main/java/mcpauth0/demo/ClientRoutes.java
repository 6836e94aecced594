package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code clients}. Secrets are shown once, when a client is made. */
final class ClientRoutes {

    private static final Set<String> CHANGEABLE = Set.of("name", "description", "logo_uri", "callbacks",
            "allowed_logout_urls", "allowed_origins", "web_origins", "grant_types", "token_endpoint_auth_method",
            "app_type", "oidc_conformant", "jwt_configuration", "refresh_token", "client_metadata", "sso_disabled",
            "cross_origin_authentication", "redirection_policy", "initiate_login_uri", "custom_login_page_on",
            "skip_non_verifiable_callback_uri_confirmation_prompt", "is_token_endpoint_ip_header_trusted",
            "addons", "allowed_clients", "client_aliases", "client_authentication_methods", "compliance_level",
            "cross_origin_loc", "custom_login_page", "custom_login_page_preview", "default_organization",
            "encryption_key", "express_configuration", "form_template", "mobile", "native_social_login",
            "oidc_backchannel_logout", "oidc_logout", "organization_require_behavior", "organization_usage",
            "require_proof_of_possession", "require_pushed_authorization_requests", "session_transfer",
            "signed_request_object", "sso", "token_exchange", "token_quota");

    /** Settled when the application is made; what is sent again must be the same. */
    private static final List<String> UNCHANGEABLE = List.of("is_first_party", "third_party_security_mode");

    private final Core core;
    private final Issued issued;

    ClientRoutes(Core core, Issued issued) {
        this.core = core;
        this.issued = issued;
    }

    void on(Guard guard) {
        guard.on("GET", "clients", "Get clients", this::list, "read:clients", "read:client_keys",
                "read:client_summary");
        guard.on("GET", "clients/{id}", "Get client", request -> Listing.one(request, existing(request)),
                "read:clients", "read:client_keys");
        guard.on("POST", "clients", "Create a client", this::create, "create:clients");
        guard.on("PATCH", "clients/{id}", "Update a client", this::update, "update:clients");
        guard.on("DELETE", "clients/{id}", "Delete a client", this::delete, "delete:clients");
    }

    private Outgoing list(Incoming request) {
        var firstParty = request.parameter("is_first_party");
        var global = request.parameter("is_global");
        var type = request.parameter("app_type");
        var external = request.parameter("external_client_id");
        return Listing.of(request, "clients",
                core.state().clients().stream().filter(each -> fits(firstParty, new App(each).firstParty()))
                        .filter(each -> fits(global, each.path("global").asBoolean()))
                        .filter(each -> type == null || List.of(type.split(",", -1)).contains(
                                each.path("app_type").asText()))
                        .filter(each -> external == null || each.path("external_client_id").asText().equals(external))
                        .toList());
    }

    private static boolean fits(@Nullable String wanted, boolean is) {
        return wanted == null || wanted.isEmpty() || Boolean.parseBoolean(wanted) == is;
    }

    private Outgoing create(Incoming request) {
        var allowed = new HashSet<>(CHANGEABLE);
        allowed.addAll(UNCHANGEABLE);
        var body = Body.of(request, allowed);
        var name = body.required("name", 200);
        body.oneOf("app_type", List.of("native", "spa", "regular_web", "non_interactive"));
        body.oneOf("token_endpoint_auth_method", List.of("none", "client_secret_post", "client_secret_basic"));
        body.oneOf("third_party_security_mode", core.old() ? List.of("strict", "permissive") : List.of("strict"));
        if (core.full())
            throw Refusal.tooManyEntities();
        var node = body.node();
        var type = node.path("app_type").asText("regular_web");
        var method = node.path("token_endpoint_auth_method")
                .asText(List.of("native", "spa").contains(type) ? "none" : "client_secret_post");
        var permissive = node.path("third_party_security_mode").asText().equals("permissive");
        var client = node.path("is_first_party").asBoolean(true) || permissive
                ? Shapes.client(core.ids().letters(32), name, type, method, List.of(),
                        type.equals("non_interactive")
                                ? List.of("client_credentials")
                                : List.of("authorization_code", "refresh_token"))
                : Shapes.strictClient(core.ids(), name, method, List.of(), List.of("authorization_code"));
        body.into(client);
        core.state().clients().add(client);
        if (core.state().flag("enable_client_connections"))
            core.state().connections()
                    .forEach(each -> each.withArray("enabled_clients").add(client.path("client_id").asText()));
        var answer = client.deepCopy();
        if (!method.equals("none")) {
            var secret = core.ids().letters(64);
            core.state().secrets().put(client.path("client_id").asText(), secret);
            answer.put("client_secret", secret);
        }
        return Outgoing.json(201, answer);
    }

    private Outgoing update(Incoming request) {
        var allowed = new HashSet<>(CHANGEABLE);
        allowed.addAll(UNCHANGEABLE);
        var body = Body.of(request, allowed);
        var client = existing(request);
        for (var field : UNCHANGEABLE)
            if (body.node().has(field) && !body.node().path(field).equals(client.path(field)))
                throw Refusal.management(400, "The property " + field + " cannot be changed.",
                        "operation_not_supported");
        var encoded = client.path("jwt_configuration").path("secret_encoded");
        var metadata = client.path("client_metadata").deepCopy();
        body.into(client);
        if (metadata instanceof ObjectNode before && client.get("client_metadata") instanceof ObjectNode after) {
            var merged = before.setAll(after);
            ((ObjectNode) merged).properties().removeIf(field -> field.getValue().isNull());
            client.set("client_metadata", merged);
        }
        if (client.get("jwt_configuration") instanceof ObjectNode tokens && !encoded.isMissingNode())
            client.set("jwt_configuration", Shapes.node().<ObjectNode>set("secret_encoded", encoded).setAll(tokens));
        return Outgoing.json(200, client.deepCopy());
    }

    private Outgoing delete(Incoming request) {
        var id = request.variable("id");
        var state = core.state();
        var client = state.client(id);
        if (client == null)
            return Outgoing.empty(204);
        if (client.path("global").asBoolean())
            throw Refusal.management(400, "Global client cannot be deleted.", "operation_not_supported");
        state.clients().remove(client);
        state.secrets().remove(id);
        state.grants().removeIf(grant -> grant.path("client_id").asText().equals(id));
        state.consents().removeIf(consent -> consent.path("clientID").asText().equals(id));
        for (var connection : state.connections()) {
            var left = new ArrayList<String>();
            connection.path("enabled_clients").forEach(each -> left.add(each.asText()));
            left.remove(id);
            left.forEach(connection.putArray("enabled_clients")::add);
        }
        issued.forgetClient(id);
        return Outgoing.empty(204);
    }

    private ObjectNode existing(Incoming request) {
        var client = core.state().client(request.variable("id"));
        if (client == null)
            throw Refusal.management(404, "The client does not exist", "inexistent_client");
        return client;
    }
}

package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code resource-servers}. Identifiers are compared to the byte and stay as they are for ever. */
final class ApiRoutes {

    private static final Set<String> CHANGEABLE = Set.of("name", "scopes", "signing_alg", "signing_secret",
            "allow_offline_access", "allow_online_access", "skip_consent_for_verifiable_first_party_clients",
            "token_lifetime", "token_lifetime_for_web", "token_dialect", "enforce_policies", "token_encryption",
            "consent_policy", "authorization_details", "proof_of_possession", "subject_type_authorization",
            "authorization_policy");

    private final Core core;

    ApiRoutes(Core core) {
        this.core = core;
    }

    void on(Guard guard) {
        guard.on("GET", "resource-servers", "Get APIs", this::list, "read:resource_servers");
        guard.on("GET", "resource-servers/{id}", "Get API", request -> Listing.one(request, existing(request)),
                "read:resource_servers");
        guard.on("POST", "resource-servers", "Create an API", this::create, "create:resource_servers");
        guard.on("PATCH", "resource-servers/{id}", "Update an API", this::update, "update:resource_servers");
        guard.on("DELETE", "resource-servers/{id}", "Delete an API", this::delete, "delete:resource_servers");
    }

    private Outgoing list(Incoming request) {
        var wanted = request.parameter("identifiers");
        var apis = core.state().apis();
        if (wanted == null)
            return Listing.of(request, "resource_servers", apis);
        var identifiers = Arrays.asList(wanted.split(",", -1));
        return Listing.of(request, "resource_servers",
                apis.stream().filter(api -> identifiers.contains(new Api(api).identifier())).toList());
    }

    private Outgoing create(Incoming request) {
        var allowed = new HashSet<>(CHANGEABLE);
        allowed.add("identifier");
        var body = Body.of(request, allowed);
        var identifier = body.required("identifier", 600);
        check(body);
        if (core.api(identifier) != null)
            throw Refusal.management(409, "A resource server with the same identifier already exists.",
                    "resource_server_conflict");
        if (List.of(core.managementAudience(), core.userInfoAudience(), "https://" + core.canonical() + "/me/",
                "https://" + core.canonical() + "/mfa/")
                .contains(identifier))
            throw Refusal.management(400, "The selected identifier is reserved.", "invalid_body");
        if (core.state().apis().size() > core.plan().apis())
            throw Refusal.tooManyEntities();
        var api = Shapes.api(core.ids(), identifier, identifier);
        fill(body, api);
        core.state().apis().add(api);
        return Outgoing.json(201, api.deepCopy());
    }

    private Outgoing update(Incoming request) {
        var body = Body.of(request, CHANGEABLE);
        check(body);
        var api = existing(request);
        if (new Api(api).system())
            throw Refusal.management(400, "System resource servers cannot be patched.", "operation_not_supported");
        fill(body, api);
        return Outgoing.json(200, api.deepCopy());
    }

    private Outgoing delete(Incoming request) {
        var api = core.state().api(request.variable("id"));
        if (api == null)
            return Outgoing.empty(204);
        if (new Api(api).system())
            throw Refusal.management(400, "System resource servers cannot be deleted.", "operation_not_supported");
        core.state().apis().remove(api);
        core.state().grants().removeIf(grant -> grant.path("audience").equals(api.path("identifier")));
        for (var permissions : List.of(core.state().rolePermissions(), core.state().userPermissions()))
            permissions.removeIf(each -> each.path("resource_server_identifier").equals(api.path("identifier")));
        return Outgoing.empty(204);
    }

    private ObjectNode existing(Incoming request) {
        var api = core.state().api(request.variable("id"));
        if (api == null)
            throw Refusal.management(404, "The resource server does not exist", "inexistent_resource_server");
        return api;
    }

    private void fill(Body body, ObjectNode api) {
        body.into(api);
        if (new Api(api).signingAlg().equals("HS256")) {
            if (!api.has("signing_secret"))
                api.put("signing_secret", core.ids().letters(32));
        } else {
            api.remove("signing_secret");
        }
    }

    private static void check(Body body) {
        var name = body.text("name", 200);
        if (name != null && (name.contains("<") || name.contains(">")))
            throw Refusal.invalidBody("'String does not match pattern: ^[^<>]*$' on property name.");
        body.oneOf("signing_alg", List.of("HS256", "RS256", "RS512", "PS256"));
        body.oneOf("token_dialect",
                List.of("access_token", "access_token_authz", "rfc9068_profile", "rfc9068_profile_authz"));
        for (var scope : body.node().path("scopes")) {
            var value = scope.path("value").asText();
            if (value.isEmpty() || value.length() > 280 || scope.path("description").asText("").length() > 500)
                throw Refusal.invalidBody("'String length' on property scopes.value.");
        }
        var lifetime = body.node().path("token_lifetime");
        if (!lifetime.isMissingNode() && (lifetime.asInt(-1) < 0 || lifetime.asInt(-1) > 2592000))
            throw Refusal.invalidBody("'Value out of range' on property token_lifetime.");
    }
}

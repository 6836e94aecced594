package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * {@code client-grants}: which application, or which kind of application, may use which API. A grant that does not say
 * otherwise is for the application itself and does not help anyone who signs in.
 */
final class GrantRoutes {

    private static final Set<String> CHANGEABLE = Set.of("scope", "allow_all_scopes", "organization_usage",
            "allow_any_organization", "authorization_details_types");
    private static final Set<String> WRITABLE = Set.of("client_id", "default_for", "audience", "subject_type", "scope",
            "allow_all_scopes", "organization_usage", "allow_any_organization", "authorization_details_types");

    private final Core core;

    GrantRoutes(Core core) {
        this.core = core;
    }

    void on(Guard guard) {
        guard.on("GET", "client-grants", "Get client grants", this::list, "read:client_grants");
        guard.on("GET", "client-grants/{id}", "Get client grant", request -> Listing.one(request, existing(request)),
                "read:client_grants");
        guard.on("POST", "client-grants", "Create a client grant", this::create, "create:client_grants");
        guard.on("PATCH", "client-grants/{id}", "Update a client grant", this::update, "update:client_grants");
        guard.on("DELETE", "client-grants/{id}", "Delete a client grant", request -> {
            core.state().grants().removeIf(grant -> grant.path("id").asText().equals(request.variable("id")));
            return Outgoing.empty(204);
        }, "delete:client_grants");
    }

    private Outgoing list(Incoming request) {
        var filters = List.of("audience", "client_id", "subject_type", "default_for", "allow_any_organization");
        return Listing.of(request, "client_grants", core.state().grants().stream().filter(grant -> filters.stream()
                .allMatch(field -> request.parameter(field) == null || grant.path(field).asText().equals(request
                        .parameter(field))))
                .toList());
    }

    private Outgoing create(Incoming request) {
        var body = Body.of(request, WRITABLE);
        var audience = body.required("audience", 600);
        body.oneOf("subject_type", List.of("user", "client"));
        body.oneOf("default_for", List.of("third_party_clients"));
        if (body.node().hasNonNull("client_id") == body.node().hasNonNull("default_for"))
            throw Refusal.invalidBody("'Exactly one of client_id and default_for is needed'.");
        var api = core.api(audience);
        if (api == null)
            throw Refusal.management(404, "Resource server not found", "inexistent_resource_server");
        var clientId = body.text("client_id", 600);
        var app = core.app(clientId);
        if (clientId != null && app == null)
            throw Refusal.management(404, "Client not found", "inexistent_client");
        if (api.system() && (app == null || !app.firstParty()))
            throw Refusal.management(400, "Client grants for this API cannot be created for third-party clients.",
                    "operation_not_supported");
        var grant = Shapes.node().put("id", "cgr_" + core.ids().letters(16));
        body.into(grant);
        if (!grant.has("subject_type"))
            grant.put("subject_type", "client");
        scopes(grant);
        for (var other : core.state().grants())
            if (List.of("audience", "client_id", "default_for", "subject_type").stream()
                    .allMatch(field -> other.path(field).equals(grant.path(field))))
                throw Refusal.management(409, "A resource server with the same identifier already exists.",
                        "resource_conflict");
        if (core.state().grants().size() >= core.plan().grants())
            throw Refusal.tooManyEntities();
        core.state().grants().add(grant);
        return Outgoing.json(201, grant.deepCopy());
    }

    private Outgoing update(Incoming request) {
        var body = Body.of(request, CHANGEABLE);
        var grant = existing(request);
        if (body.node().has("scope"))
            grant.remove("allow_all_scopes");
        body.into(grant);
        scopes(grant);
        return Outgoing.json(200, grant.deepCopy());
    }

    private ObjectNode existing(Incoming request) {
        var grant = TenantState.find(core.state().grants(), "id", request.variable("id"));
        if (grant == null)
            throw Refusal.management(404, "Client grant not found", "inexistent_client_grant");
        return grant;
    }

    /** All scopes, now and later, or those that are listed. */
    private static void scopes(ObjectNode grant) {
        if (grant.path("allow_all_scopes").asBoolean())
            grant.remove("scope");
        else if (!grant.has("scope"))
            grant.putArray("scope");
    }
}

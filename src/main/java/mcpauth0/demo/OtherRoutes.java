package mcpauth0.demo;

import java.util.List;

/** What people agreed to ({@code grants}), and small things that the set-up only reads. */
final class OtherRoutes {

    private final Core core;

    OtherRoutes(Core core) {
        this.core = core;
    }

    void on(Guard guard) {
        guard.on("GET", "grants", "Get grants", this::consents, "read:grants");
        guard.on("DELETE", "grants/{id}", "Delete a grant", request -> {
            core.state().consents().removeIf(each -> each.path("id").asText().equals(request.variable("id")));
            return Outgoing.empty(204);
        }, "delete:grants");
        guard.on("DELETE", "grants", "Delete a user's grants", request -> {
            var user = request.parameter("user_id");
            if (user == null)
                throw Refusal.management(400, "Query validation error: 'Missing required property: user_id'.",
                        "invalid_query_string");
            core.state().consents().removeIf(each -> each.path("user_id").asText().equals(user));
            return Outgoing.empty(204);
        }, "delete:grants");
        guard.on("GET", "custom-domains", "Get custom domains",
                request -> Listing.of(request, "custom_domains", core.state().customDomains()),
                "read:custom_domains");
        guard.on("GET", "rules", "Get rules", request -> Listing.of(request, "rules", core.state().rules().stream()
                .filter(rule -> request.parameter("enabled") == null
                        || rule.path("enabled").asText().equals(request.parameter("enabled")))
                .toList()), "read:rules");
    }

    private Outgoing consents(Incoming request) {
        return Listing.of(request, "grants", core.state().consents().stream()
                .filter(consent -> List.of("client_id", "user_id", "audience").stream().allMatch(filter -> {
                    var wanted = request.parameter(filter);
                    return wanted == null
                            || consent.path(filter.equals("client_id") ? "clientID" : filter).asText().equals(wanted);
                })).toList());
    }
}

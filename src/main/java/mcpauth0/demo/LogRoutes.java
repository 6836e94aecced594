package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code logs}, the newest first, and {@code grants}: what people agreed to. */
final class LogRoutes {

    private final Core core;

    LogRoutes(Core core) {
        this.core = core;
    }

    void on(Guard guard) {
        guard.on("GET", "logs", "Get logs", this::list, "read:logs");
        guard.on("GET", "logs/{id}", "Get log", request -> {
            var entry = TenantState.find(core.state().logs(), "log_id", request.variable("id"));
            if (entry == null)
                throw Refusal.management(404, "The log does not exist", "inexistent_log");
            return Listing.one(request, entry);
        }, "read:logs");
        guard.on("GET", "grants", "Get grants",
                request -> Listing.of(request, "grants", core.state().consents().stream()
                        .filter(consent -> request.parameter("client_id") == null
                                || consent.path("clientID").asText().equals(request.parameter("client_id")))
                        .toList()),
                "read:grants");
        guard.on("DELETE", "grants/{id}", "Delete a grant", request -> {
            core.state().consents().removeIf(each -> each.path("id").asText().equals(request.variable("id")));
            return Outgoing.empty(204);
        }, "delete:grants");
    }

    private Outgoing list(Incoming request) {
        var query = request.parameter("q");
        return Listing.of(request, "logs", core.state().logs().reversed().stream()
                .filter(entry -> query == null || matches(query, entry)).toList());
    }

    /** The small part of the search language that is field and value, joined by AND. */
    private static boolean matches(String query, ObjectNode entry) {
        return List.of(query.split("\\s+AND\\s+", -1)).stream().allMatch(term -> {
            var at = term.indexOf(':');
            return at < 0
                    ? entry.toString().contains(term.strip())
                    : entry.path(term.substring(0, at).strip()).asText()
                            .equals(term.substring(at + 1).strip().replace("\"", ""));
        });
    }
}

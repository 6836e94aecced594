package mcpauth0.demo;

/** {@code logs}, the newest first. */
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
    }

    private Outgoing list(Incoming request) {
        var query = Query.of(request.parameter("q"));
        return Listing.of(request, "logs", core.state().logs().reversed().stream().filter(query::fits).toList());
    }
}

package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code logs}: by search, the newest first unless {@code sort} says otherwise, and from a checkpoint on, the oldest
 * first. What is older than the plan keeps is not there any more.
 */
final class LogRoutes {

    private static final int MOST_FOUND = 1000;
    private static final Comparator<ObjectNode> BY_ID = Comparator.comparing(entry -> entry.path("log_id").asText());

    private final Core core;

    LogRoutes(Core core) {
        this.core = core;
    }

    void on(Guard guard) {
        guard.on("GET", "logs", "Get logs", this::list, "read:logs", "read:logs_users");
        guard.on("GET", "logs/{id}", "Get log", request -> {
            var entry = TenantState.find(kept(), "log_id", request.variable("id"));
            if (entry == null)
                throw Refusal.management(404, "The log does not exist", "inexistent_log");
            return Listing.one(request, entry);
        }, "read:logs", "read:logs_users");
    }

    private List<ObjectNode> kept() {
        var since = core.now().minus(core.plan().logs());
        return core.state().logs().stream()
                .filter(entry -> !Instant.parse(entry.path("date").asText()).isBefore(since)).toList();
    }

    private Outgoing list(Incoming request) {
        var from = request.parameter("from");
        return from == null ? found(request) : since(request, from);
    }

    /** Everything but {@code from} and {@code take} is ignored. */
    private Outgoing since(Incoming request, String from) {
        var size = Listing.number(request, "take", 50, 100);
        var page = kept().stream().sorted(BY_ID).filter(entry -> entry.path("log_id").asText().compareTo(from) > 0)
                .limit(size).toList();
        var answer = Shapes.node().arrayNode();
        page.forEach(entry -> answer.add(entry.deepCopy()));
        var next = page.isEmpty() ? from : page.getLast().path("log_id").asText();
        return Outgoing.json(200, answer).with("Link",
                "<" + core.managementAudience() + "logs?from=" + next + "&take=" + size + ">; rel=\"next\"");
    }

    private Outgoing found(Incoming request) {
        var size = Listing.number(request, "per_page", 50, 100);
        var page = Listing.number(request, "page", 0, Integer.MAX_VALUE / 100);
        if ((page + 1) * size > MOST_FOUND)
            throw Refusal.management(400, "You can only page through the first 1000 records.", "invalid_paging");
        var query = Query.of(request.parameter("q"));
        var search = Query.of(request.parameter("search"));
        return Listing.paged(request, "logs",
                kept().stream().sorted(order(request.parameter("sort"))).filter(query::fits)
                        .filter(search::fits).toList());
    }

    private static Comparator<ObjectNode> order(@Nullable String sort) {
        if (sort == null || sort.isEmpty())
            return BY_ID.reversed();
        var at = sort.indexOf(':');
        if (at < 1 || !List.of("1", "-1").contains(sort.substring(at + 1)))
            throw Refusal.management(400, "Query validation error: 'Invalid sort: " + sort + "'.",
                    "invalid_query_string");
        var field = sort.substring(0, at);
        var order = Comparator.<ObjectNode, String>comparing(entry -> entry.path(field).asText())
                .thenComparing(BY_ID);
        return sort.endsWith(":-1") ? order.reversed() : order;
    }
}

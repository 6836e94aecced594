package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/** A line of the tenant's log in the making, with the fields of Auth0's log schemas. It is in the log from the start. */
final class LogEntry {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Core core;
    private final ObjectNode node;

    private LogEntry(Core core, ObjectNode node) {
        this.core = core;
        this.node = node;
    }

    /**
     * @param type Auth0's event type code: {@code s} login, {@code f} failed login, {@code seacft} code exchanged,
     *            {@code sapi} API operation …
     */
    static LogEntry write(Core core, String type, String description, Instant when) {
        var id = idOf(when, core.state().logs().size());
        var node = Shapes.node().put("date", when.truncatedTo(ChronoUnit.MILLIS).toString()).put("type", type)
                .put("description", description).put("client_name", "").put("ip", "127.0.0.1").put("user_agent", "")
                .put("hostname", core.domain()).put("user_id", "").put("user_name", "").put("log_id", id)
                .put("_id", id).put("isMobile", false);
        core.state().logs().add(node);
        return new LogEntry(core, node);
    }

    /** Ids are compared as text, and the later one is the greater one. */
    private static String idOf(Instant when, int count) {
        return "900" + STAMP.format(when) + "%034d".formatted(count);
    }

    LogEntry by(App app) {
        return by(app.id(), app.name());
    }

    /** @param clientId as it was sent: there may be no such application */
    LogEntry by(String clientId, String clientName) {
        node.put("client_id", clientId).put("client_name", clientName);
        return this;
    }

    LogEntry by(User user) {
        node.put("user_id", user.subject()).put("user_name", user.email());
        for (var each : core.state().users())
            if (each.path("user_id").asText().equals(user.subject()))
                at(each.path("identities").path(0).path("connection").asText());
        return this;
    }

    private void at(String name) {
        var connection = TenantState.find(core.state().connections(), "name", name);
        if (connection == null)
            return;
        var strategy = connection.path("strategy").asText();
        node.put("connection", name).put("connection_id", connection.path("id").asText()).put("strategy", strategy)
                .put("strategy_type", strategy.equals("auth0") ? "database" : "social");
    }

    LogEntry of(Delegation delegation) {
        var api = delegation.api();
        node.put("audience", api == null ? core.userInfoAudience() : api.identifier()).put("scope",
                String.join(" ", delegation.scope()));
        return by(delegation.app()).by(delegation.user());
    }

    /** The parameters of an authorization request, and what ties the entries of one login together. */
    LogEntry asked(Map<String, String> parameters) {
        var query = details().putObject("qs");
        parameters.forEach(query::put);
        var correlation = parameters.get("correlation_id");
        if (correlation != null && !correlation.isEmpty())
            node.putObject("references").put("correlation_id", correlation);
        return this;
    }

    LogEntry failed(String error, String message) {
        details().putObject("error").put("message", message).put("oauthError", error).put("type",
                "oauth-authorization");
        return this;
    }

    ObjectNode details() {
        return node.withObject("details");
    }

    ObjectNode node() {
        return node;
    }
}

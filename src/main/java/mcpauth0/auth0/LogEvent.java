package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import mcpauth0.http.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * One event of a tenant's log, as Auth0's published log schemas describe it; of its details only what is named here, and
 * no secret.
 *
 * @param type Auth0's event type code: {@code s} sign-in, {@code f} failed sign-in, {@code fp} wrong password,
 *            {@code sapi} operation of the Management API …
 * @param error OAuth error code, empty where the event has none
 * @param words what went wrong or happened, as the tenant words it
 * @param user whose event it is: a name, else an id; empty for a machine
 * @param correlationId what the authorization request carried, up to 64 characters; null where it carried none
 * @param redirect where the sign-in was to come back to; null where the event does not tell
 * @param call the Management API operation; null for other events
 */
public record LogEvent(String id, Instant date, String type, String error, String words, @Nullable String clientId,
        String clientName, String user, String ip, @Nullable String correlationId,
        @Nullable String redirect, @Nullable Call call) {

    /**
     * What an operation wrote.
     *
     * @param path below {@code /api/v2/}; that of another address, such as {@code /oidc/register}, in full
     * @param set the fields of the request by dotted names
     * @param made id of the object that came of it, empty for none
     * @param dashboard whether it was done in Auth0's dashboard
     */
    public record Call(String method, String path, Map<String, JsonNode> set, String made, boolean dashboard) {
        public Call {
            set = Map.copyOf(set);
        }
    }

    private static final String API = "/api/v2/";

    static LogEvent of(JsonNode raw) {
        var details = raw.path("details");
        var who = details.path("request").path("auth").path("user");
        return new LogEvent(first(raw.path("log_id"), raw.path("_id")), date(raw.path("date").asText()),
                raw.path("type").asText(), details.path("error").path("oauthError").asText(),
                Redaction.text(first(details.path("error").path("message"), raw.path("description"))),
                emptyAsNull(raw.path("client_id").asText("")), raw.path("client_name").asText(),
                first(raw.path("user_name"), who.path("email"), who.path("name"), raw.path("user_id"),
                        who.path("user_id")),
                raw.path("ip").asText(),
                emptyAsNull(first(raw.path("references").path("correlation_id"),
                        details.path("qs").path("correlation_id"))),
                emptyAsNull(details.path("qs").path("redirect_uri").asText("")),
                details.path("request").has("path") ? call(details) : null);
    }

    private static Call call(JsonNode details) {
        var request = details.path("request");
        var path = request.path("path").asText();
        var answer = details.path("response").path("body");
        return new Call(request.path("method").asText().toUpperCase(java.util.Locale.ROOT),
                path.startsWith(API) ? path.substring(API.length()) : path,
                Leaves.of(Redaction.json(request.path("body"))), first(answer.path("client_id"), answer.path("id")),
                request.path("channel").asText().contains("manage."));
    }

    /** Who did it, as far as the log tells: a person, else an application; empty for nobody. */
    public String by() {
        return !user.isEmpty() ? user : !clientName.isEmpty() ? clientName : clientId == null ? "" : clientId;
    }

    private static String first(JsonNode... nodes) {
        return Stream.of(nodes).map(node -> node.asText("")).filter(text -> !text.isBlank()).findFirst().orElse("");
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Instant date(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}

package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

/** Ends a request with an answer that says no. */
final class Refusal extends RuntimeException {

    private final transient Outgoing answer;

    private Refusal(Outgoing answer) {
        super("refused with " + answer.status(), null, false, false);
        this.answer = answer;
    }

    Outgoing answer() {
        return answer;
    }

    /** In the Management API's envelope. */
    static Refusal management(int status, String message, @Nullable String errorCode) {
        var body = JsonNodeFactory.instance.objectNode().put("statusCode", status).put("error", reason(status))
                .put("message", message);
        if (errorCode != null)
            body.put("errorCode", errorCode);
        return new Refusal(Outgoing.json(status, body));
    }

    /** The Management API's envelope for tokens that are no good. */
    static Refusal unauthorized(String message) {
        var body = JsonNodeFactory.instance.objectNode().put("statusCode", 401).put("error", reason(401)).put("message",
                message);
        body.putObject("attributes").put("error", message);
        return new Refusal(Outgoing.json(401, body));
    }

    static Refusal invalidBody(String message) {
        return management(400, "Payload validation error: " + message, "invalid_body");
    }

    static Refusal tooManyEntities() {
        return management(403, "You reached the limit of entities of this type for this tenant.", "too_many_entities");
    }

    /** As an OAuth error response (RFC 6749 §5.2), with the status codes that Auth0 uses. */
    static Refusal oauth(int status, String error, String description) {
        return new Refusal(Outgoing.json(status,
                JsonNodeFactory.instance.objectNode().put("error", error).put("error_description", description)));
    }

    private static String reason(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 409 -> "Conflict";
            case 429 -> "Too Many Requests";
            default -> "Internal Server Error";
        };
    }
}

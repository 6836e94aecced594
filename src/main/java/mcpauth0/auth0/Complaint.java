package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mcpauth0.http.Failure;
import mcpauth0.http.Json;
import mcpauth0.http.Redaction;

/**
 * What the Management API says is wrong, from its envelope {@code statusCode, error, message, errorCode}. The bundles hold
 * {@code management.<id>.problem}, {@code .cause} and {@code .cure} for each.
 *
 * <p>The message decides before the error code: {@code insufficient_scope} also stands in refusals for want of a
 * subscription.
 *
 * @param values what is put into the texts; for those without a sentence of their own the status and the message
 */
public record Complaint(String id, List<String> values) {

    public Complaint {
        values = values.stream().map(Redaction::line).toList();
    }

    /** Groups of the pattern become the values. */
    private record Sign(String id, int status, Pattern message) {
        static Sign of(String id, int status, String message) {
            return new Sign(id, status, Pattern.compile(message, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
        }
    }

    /** By message, the first that fits. */
    private static final List<Sign> BY_MESSAGE = List.of(
            Sign.of("missing-permission", 403, "^Insufficient scope[,;]? expected any of: (.+)$"),
            Sign.of("subscription", 403, "^(Please upgrade your subscription.*)$"),
            Sign.of("limit-of-plan", 403, "^You reached the limit of entities of this type for this tenant.*"),
            Sign.of("operation-not-allowed", 403, "^The account is not allowed to perform this operation.*"),
            Sign.of("token-expired", 401, "^Expired token received.*"),
            Sign.of("token-signature", 401, "^Invalid signature received.*"),
            Sign.of("token-client", 401, "^Client is not global.*"),
            Sign.of("token-invalid", 401, ".*"),
            Sign.of("field-refused", 400, "^Payload validation error: '(.+)' on property (\\S+).*"),
            Sign.of("identifier-reserved", 400, "^The selected identifier is reserved.*"),
            Sign.of("system-api", 400, "^System resource servers cannot be (?:patched|deleted).*"),
            Sign.of("no-third-party-grant", 400,
                    "^Client grants for this API cannot be created for third-party clients.*"),
            Sign.of("global-client", 400, "^Global client cannot be deleted.*"),
            Sign.of("document-unreachable", 400, "^The Client Metadata at \\[?(\\S+?)\\]? could not be retrieved.*"),
            Sign.of("document-refused", 400,
                    "^The Client Metadata document at \\[?(\\S+?)\\]? cannot be applied.*"),
            Sign.of("identifier-taken", 409, "^A resource server with the same identifier already exists.*"),
            Sign.of("one-domain-connection", 409, "^There is already a domain connection enabled for strategy.*"),
            Sign.of("too-many-requests", 429, ".*"),
            Sign.of("no-such-api", 404, "^(?:The )?resource server (?:does not exist|not found).*"),
            Sign.of("no-such-client", 404, "^(?:The )?client (?:does not exist|not found).*"),
            Sign.of("no-such-connection", 404, "^The connection does not exist.*"));

    /** By error code, where the message may be any. */
    private static final List<String> CODES = List.of("insufficient_entitlement=subscription",
            "too_many_entities=limit-of-plan", "inexistent_resource_server=no-such-api",
            "inexistent_client=no-such-client", "inexistent_connection=no-such-connection",
            "invalid_body=body-refused", "invalid_uri=address-refused", "invalid_query_string=query-refused",
            "operation_not_supported=not-supported");

    private static final List<String> OTHERS = List.of("gone", "conflict", "trouble", "other");

    /** Every id that there is. */
    public static List<String> ids() {
        return Stream
                .of(BY_MESSAGE.stream().map(Sign::id),
                        CODES.stream().map(each -> each.substring(each.indexOf('=') + 1)),
                        OTHERS.stream())
                .flatMap(each -> each).distinct().toList();
    }

    /** Empty for a failure that is no answer of the Management API. */
    public static Optional<Complaint> of(Failure failure) {
        if (!(failure instanceof Failure.Refused(var status, var body)))
            return Optional.empty();
        return Json.parse(body).filter(json -> json.path("message").isTextual()).map(json -> of(status, json))
                .or(() -> status == 429
                        ? Optional.of(new Complaint("too-many-requests", List.of()))
                        : Optional.empty());
    }

    private static Complaint of(int status, JsonNode envelope) {
        var message = envelope.path("message").textValue().strip();
        for (var sign : BY_MESSAGE) {
            var found = sign.message.matcher(message);
            if (sign.status == status && found.matches())
                return new Complaint(sign.id, values(found));
        }
        var code = envelope.path("errorCode").asText() + "=";
        return CODES.stream().filter(each -> each.startsWith(code))
                .map(each -> new Complaint(each.substring(code.length()), List.of(message))).findFirst()
                .orElseGet(() -> new Complaint(other(status), List.of(String.valueOf(status), message)));
    }

    private static String other(int status) {
        return status == 404 ? "gone" : status == 409 ? "conflict" : status >= 500 ? "trouble" : "other";
    }

    private static List<String> values(Matcher found) {
        return IntStream.rangeClosed(1, found.groupCount()).mapToObj(found::group).toList();
    }

    /** The name of the texts for any failure of a call to the Management API: {@code management.<id>} or the general one. */
    public static String key(Failure failure) {
        return of(failure).map(complaint -> "management." + complaint.id).orElse("failure." + failure.id());
    }

    /** What is put into the texts of {@link #key}. */
    public static List<String> values(Failure failure) {
        return of(failure).map(Complaint::values).orElseGet(failure::values);
    }
}

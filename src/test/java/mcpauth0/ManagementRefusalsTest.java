package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import mcpauth0.auth0.Complaint;
import mcpauth0.http.Failure;
import mcpauth0.http.Json;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which the Management API says no: met in the middle of applying, it has its own sentence and a cure. */
class ManagementRefusalsTest {

    @TempDir
    Path state;

    /** As a tenant answers; values are what the sentences must name. */
    private record Refusal(String id, int status, String message, String code, List<String> values) {

        static Refusal of(String id, int status, String message, String code, String... values) {
            return new Refusal(id, status, message, code, List.of(values));
        }

        String body() {
            var json = Json.object().put("statusCode", status).put("error", "Said by the tenant").put("message",
                    message);
            if (!code.isEmpty())
                json.put("errorCode", code);
            return Json.write(json);
        }
    }

    private static final List<Refusal> ALL = List.of(
            Refusal.of("missing-permission", 403, "Insufficient scope, expected any of: create:resource_servers",
                    "insufficient_scope", "create:resource_servers"),
            Refusal.of("missing-permission", 403, "Insufficient scope; expected any of: update:connections",
                    "insufficient_scope", "update:connections"),
            Refusal.of("subscription", 403, "Please upgrade your subscription to use bot detection",
                    "insufficient_entitlement", "bot detection"),
            Refusal.of("subscription", 403, "Please upgrade your subscription to enable Akamai Signals.",
                    "insufficient_scope", "Akamai Signals"),
            Refusal.of("limit-of-plan", 403, "You reached the limit of entities of this type for this tenant.",
                    "too_many_entities", "10 applications"),
            Refusal.of("operation-not-allowed", 403, "The account is not allowed to perform this operation.", ""),
            Refusal.of("token-expired", 401, "Expired token received for JSON Web Token validation", ""),
            Refusal.of("token-signature", 401, "Invalid signature received for JSON Web Token validation", ""),
            Refusal.of("token-client", 401, "Client is not global.", ""),
            Refusal.of("token-invalid", 401, "Invalid token.", ""),
            Refusal.of("token-invalid", 401, "Bad audience: https://other.example/api/v2/", ""),
            Refusal.of("field-refused", 400,
                    "Payload validation error: 'String is too long (210 chars), maximum 200' on property name (The name).",
                    "invalid_body", "“name”", "String is too long (210 chars), maximum 200"),
            Refusal.of("identifier-reserved", 400, "The selected identifier is reserved.", ""),
            Refusal.of("system-api", 400, "System resource servers cannot be patched.", ""),
            Refusal.of("system-api", 400, "System resource servers cannot be deleted.", ""),
            Refusal.of("no-third-party-grant", 400,
                    "Client grants for this API cannot be created for third-party clients because of its settings.",
                    ""),
            Refusal.of("global-client", 400, "Global client cannot be deleted.", ""),
            Refusal.of("document-unreachable", 400,
                    "The Client Metadata at [https://client.example/meta] could not be retrieved.", "",
                    "https://client.example/meta"),
            Refusal.of("document-refused", 400,
                    "The Client Metadata document at [https://client.example/meta] cannot be applied.", "",
                    "https://client.example/meta"),
            Refusal.of("identifier-taken", 409, "A resource server with the same identifier already exists.", ""),
            Refusal.of("one-domain-connection", 409,
                    "There is already a domain connection enabled for strategy", ""),
            Refusal.of("no-such-api", 404, "The resource server does not exist", "inexistent_resource_server"),
            Refusal.of("no-such-api", 404, "Resource server not found", ""),
            Refusal.of("no-such-client", 404, "The client does not exist", "inexistent_client"),
            Refusal.of("no-such-connection", 404, "The connection does not exist", "inexistent_connection"),
            Refusal.of("gone", 404, "The template does not exist.", "inexistent_email_template", "template"),
            Refusal.of("conflict", 409, "There is one already.", "", "There is one already."),
            Refusal.of("body-refused", 400, "The body makes no sense.", "invalid_body", "makes no sense"),
            Refusal.of("address-refused", 400, "The path makes no sense.", "invalid_uri", "path"),
            Refusal.of("query-refused", 400, "The query makes no sense.", "invalid_query_string", "query"),
            Refusal.of("not-supported", 400, "The operation is not supported.", "operation_not_supported",
                    "not supported"),
            Refusal.of("other", 402, "Payment is due.", "", "Payment is due."),
            Refusal.of("trouble", 500, "Something broke.", "", "Something broke."));

    @Test
    void eachHasItsOwnSentenceOnTheScreen() throws Exception {
        var texts = Texts.english();
        try (var window = OpenWindow.open(state)) {
            window.press("start-practice");
            for (var i = 0; i < 6; i++)
                window.press("main-button");
            for (var refusal : ALL) {
                // A token that has run out is renewed once, so it has to happen twice.
                for (var times = refusal.id.equals("token-expired") ? 2 : 1; times > 0; times--)
                    window.pair().tenant().failNext(
                            seen -> seen.method().equals("POST") && seen.path().endsWith("/resource-servers"),
                            refusal.status, refusal.body());
                window.press("main-button");
                assertThat(window.title()).as(refusal.id).isEqualTo("It stopped in the middle");
                var words = window.words();
                assertThat(words).as(refusal.id).contains(texts.get("management." + refusal.id + ".problem",
                        Complaint.values(new Failure.Refused(refusal.status, refusal.body()))));
                assertThat(refusal.values).as(refusal.id).allSatisfy(value -> assertThat(words).contains(value));
                window.press("read-again");
            }
            window.press("main-button");
            assertThat(window.title()).contains("changes are done");
        }
    }

    /** 429 is met with patience first, so it is met where there is none. */
    @Test
    void allOfThemWereMet() {
        var met = new HashSet<>(ALL.stream().map(Refusal::id).toList());
        met.add(Complaint.key(new Failure.Refused(429, "{\"statusCode\":429,\"error\":\"Too Many Requests\","
                + "\"message\":\"Global limit has been reached\",\"errorCode\":\"too_many_requests\"}"))
                .substring("management.".length()));
        assertThat(met).containsExactlyInAnyOrderElementsOf(Complaint.ids());
        var texts = Texts.english();
        assertThat(Complaint.ids().stream().map(id -> texts.get("management." + id + ".problem", "a", "b")))
                .doesNotHaveDuplicates();
        assertThat(Complaint.key(new Failure.Refused(404, "<html>"))).isEqualTo("failure.refused");
    }
}

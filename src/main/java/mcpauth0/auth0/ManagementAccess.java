package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mcpauth0.http.Answer;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.http.Request;
import mcpauth0.plan.Change;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;
import org.jspecify.annotations.Nullable;

/** The door to a tenant: gets or examines a Management API token before anything is asked with it. */
public final class ManagementAccess {

    /** What became of knocking. */
    public sealed interface Entry {

        /** The token is this tenant's, for the Management API, and has not run out. */
        record Open(Tenant tenant) implements Entry {
        }

        /**
         * The credentials are not good for this tenant. The bundles hold {@code access.<id>.problem}, {@code .cause} and
         * {@code .cure} for each of {@link #IDS}.
         */
        record Closed(String id, List<String> values) implements Entry {
            public static final List<String> IDS = List.of("empty", "wrong-secret", "not-authorized", "grant-type",
                    "custom-domain", "not-a-tenant", "busy", "refused", "opaque", "truncated", "other-tenant",
                    "other-audience", "expired", "not-accepted");

            public Closed {
                values = List.copyOf(values);
            }
        }

        /** Nobody could be asked. */
        record Failed(Failure failure) implements Entry {
        }
    }

    private final Http http;
    private final TenantDomain domain;

    private ManagementAccess(Http http, TenantDomain domain) {
        this.http = http;
        this.domain = domain;
    }

    /**
     * Sends at most one request, to the tenant alone: for an application the one that fetches its token, for a pasted
     * token one that reads the settings, after the token was found to be meant for this tenant.
     *
     * @param http trusts what is trusted for the tenant, and is used for all its calls
     */
    public static Entry open(Http http, TenantDomain domain, Credentials credentials) {
        var access = new ManagementAccess(http, domain);
        return switch (credentials) {
            case Credentials.Application(var id, var secret) ->
                id.isBlank() || secret.isEmpty() ? closed("empty") : access.fetch(id.strip(), secret);
            case Credentials.Token(var token) -> token.isEmpty() ? closed("empty") : access.pasted(token);
        };
    }

    private Entry fetch(String id, Secret secret) {
        var exchange = http.send(tokenRequest(domain, id, secret, domain.managementAudience()));
        var answer = exchange.answer();
        if (answer == null)
            return failed(exchange.failure());
        var json = answer.json().filter(JsonNode::isObject).orElse(null);
        if (json == null || (!json.has("access_token") && !json.has("error")))
            return answer.status() == 429
                    ? closed("busy")
                    : answer.status() >= 500 ? failed(refusal(answer)) : closed("not-a-tenant", domain.value());
        if (!answer.ok())
            return refused(answer, json);
        return switch (ManagementToken.examine(json.path("access_token").asText(), domain, http.network().clock())) {
            case ManagementToken.Good good -> new Entry.Open(tenant(good));
            case ManagementToken.Bad(var bad) -> bad;
        };
    }

    /** The request of RFC 6749 §4.4 with Auth0's {@code audience}. */
    static Request tokenRequest(TenantDomain domain, String id, Secret secret, String audience) {
        return Request.post(domain.issuer() + "oauth/token", "application/x-www-form-urlencoded",
                "grant_type=client_credentials&client_id=" + encoded(id) + "&client_secret=" + encoded(secret.reveal())
                        + "&audience=" + encoded(audience))
                .with("Accept", "application/json");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Entry refused(Answer answer, JsonNode json) {
        var error = json.path("error").asText();
        var description = json.path("error_description").asText(json.path("message").asText());
        if (answer.status() == 429)
            return closed("busy");
        if (answer.status() >= 500)
            return failed(refusal(answer));
        if (description.startsWith("Service not enabled within domain"))
            return closed("custom-domain", domain.value());
        if (description.startsWith("Client is not authorized to access"))
            return closed("not-authorized", domain.managementAudience());
        if (error.equals("unauthorized_client"))
            return closed("grant-type");
        if (answer.status() == 401)
            return closed("wrong-secret");
        return closed("refused", description.isEmpty() ? error : description);
    }

    private Entry pasted(Secret token) {
        return switch (ManagementToken.examine(token.reveal(), domain, http.network().clock())) {
            case ManagementToken.Good good -> tried(tenant(good));
            case ManagementToken.Bad(var bad) -> bad;
        };
    }

    /** Whether the tenant takes it: nobody but the tenant can tell that a signature is good and the token not revoked. */
    private Entry tried(Tenant tenant) {
        try {
            tenant.call(new Change.Call("GET", Part.SETTINGS.path(), null));
            return new Entry.Open(tenant);
        } catch (FailureException e) {
            return switch (e.failure()) {
                case Failure.Refused(var status, var body) when status == 401 -> closed("not-accepted",
                        Json.parse(body).map(json -> json.path("message").asText()).orElse(""));
                case Failure.Refused refused when !Permissions.missing(refused).isEmpty() -> new Entry.Open(tenant);
                case Failure.Refused(var status, var _) when status == 429 -> closed("busy");
                case Failure.Refused(var status, var _) when status < 500 -> closed("not-a-tenant", domain.value());
                case Failure.Malformed _ -> closed("not-a-tenant", domain.value());
                case Failure other -> failed(other);
            };
        }
    }

    private Tenant tenant(ManagementToken.Good token) {
        return new Tenant(domain, new Management(http, domain, token.token(), Thread::sleep), token.permissions(),
                token.expires());
    }

    static Entry.Closed closed(String id, String... values) {
        return new Entry.Closed(id, List.of(values));
    }

    private static Failure refusal(Answer answer) {
        return new Failure.Refused(answer.status(), answer.text());
    }

    private static Entry failed(@Nullable Failure failure) {
        return new Entry.Failed(failure == null ? new Failure.Unexpected(new IllegalStateException()) : failure);
    }
}

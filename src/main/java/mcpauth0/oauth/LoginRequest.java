package mcpauth0.oauth;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mcpauth0.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * A login as it is to be made.
 *
 * @param server its issuer is what the answer must come from
 * @param resource the protected resource metadata's own word, sent unchanged with both requests; null only for servers
 *            of 2025-03-26, which know no such parameter
 * @param scopes if there are none, the parameter is left out
 * @param extra further parameters of the authorization request, such as {@code prompt} and {@code correlation_id}
 * @param timeout for the person; what is sent by ourselves has {@code perRequest}
 */
public record LoginRequest(ServerMetadata server, RegisteredClient client, @Nullable String resource,
        List<String> scopes, Map<String, String> extra, Duration timeout, Duration perRequest) {

    /** Auth0's parameter that marks a login in the tenant's log; other servers ignore it (RFC 6749 §3.1). */
    private static final String CORRELATION = "correlation_id";

    public LoginRequest {
        scopes = List.copyOf(scopes);
        extra = Map.copyOf(extra);
    }

    public static LoginRequest of(ServerMetadata server, RegisteredClient client, @Nullable String resource,
            List<String> scopes) {
        return new LoginRequest(server, client, resource, scopes,
                Map.of(CORRELATION, UUID.randomUUID().toString()), Duration.ofSeconds(60), Request.USUAL_TIMEOUT);
    }

    /** Under what the authorization server's log has this login, where it heeds the parameter; empty for nothing. */
    public String correlationId() {
        return extra.getOrDefault(CORRELATION, "");
    }

    public LoginRequest within(Duration forPerson) {
        return new LoginRequest(server, client, resource, scopes, extra, forPerson, perRequest);
    }

    /** With these besides those that it has. */
    public LoginRequest withExtra(Map<String, String> parameters) {
        var all = new HashMap<>(extra);
        all.putAll(parameters);
        return new LoginRequest(server, client, resource, scopes, all, timeout, perRequest);
    }

    public LoginRequest withPerRequest(Duration duration) {
        return new LoginRequest(server, client, resource, scopes, extra, timeout, duration);
    }

    public LoginRequest withClient(RegisteredClient other) {
        return new LoginRequest(server, other, resource, scopes, extra, timeout, perRequest);
    }
}

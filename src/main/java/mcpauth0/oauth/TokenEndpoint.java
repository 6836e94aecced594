package mcpauth0.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mcpauth0.http.Answer;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import mcpauth0.http.Http;
import mcpauth0.http.Redaction;
import mcpauth0.http.Request;
import mcpauth0.oauth.TokenOutcome.Failed;
import mcpauth0.oauth.TokenOutcome.Given;
import mcpauth0.oauth.TokenOutcome.Refused;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/** Asks a token endpoint (RFC 6749 §3.2). Codes, client secrets and refresh tokens go to it alone. */
public final class TokenEndpoint {

    private final Http http;
    private final @Nullable String url;
    private final RegisteredClient client;
    private final Duration timeout;

    public TokenEndpoint(Http http, ServerMetadata server, RegisteredClient client) {
        this(http, server, client, Request.USUAL_TIMEOUT);
    }

    public TokenEndpoint(Http http, ServerMetadata server, RegisteredClient client, Duration timeout) {
        this.http = http;
        this.url = server.tokenEndpoint();
        this.client = client;
        this.timeout = timeout;
    }

    /** @param resource sent unchanged; null sends none */
    TokenOutcome code(Secret code, String redirectUri, Secret verifier, @Nullable String resource,
            List<String> requested) {
        var form = form("authorization_code", resource);
        form.put("code", code.reveal());
        form.put("redirect_uri", redirectUri);
        form.put("code_verifier", verifier.reveal());
        return ask(form, requested);
    }

    /**
     * A new access token for a refresh token, and perhaps a new refresh token in the place of the old one.
     *
     * @param resource sent unchanged; null sends none
     * @param scopes fewer than before, or none for the same
     */
    public TokenOutcome refresh(Secret refreshToken, @Nullable String resource, List<String> scopes) {
        var form = form("refresh_token", resource);
        form.put("refresh_token", refreshToken.reveal());
        scope(form, scopes);
        return ask(form, scopes);
    }

    /**
     * A token for the client itself.
     *
     * @param resource sent unchanged; null sends none
     * @param audience Auth0's own parameter; null sends none
     */
    public TokenOutcome clientCredentials(@Nullable String resource, @Nullable String audience, List<String> scopes) {
        var form = form("client_credentials", resource);
        if (audience != null)
            form.put("audience", audience);
        scope(form, scopes);
        return ask(form, scopes);
    }

    private static Map<String, String> form(String grant, @Nullable String resource) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", grant);
        if (resource != null)
            form.put("resource", resource);
        return form;
    }

    private static void scope(Map<String, String> form, List<String> scopes) {
        if (!scopes.isEmpty())
            form.put("scope", String.join(" ", scopes));
    }

    private TokenOutcome ask(Map<String, String> form, List<String> requested) {
        if (url == null || !Endpoints.safe(url))
            return new Failed(new Failure.Malformed("token_endpoint", url == null ? "" : url), null);
        ClientAuthentication authentication;
        try {
            authentication = ClientAuthentication.of(client, http.network().clock().instant());
        } catch (JOSEException e) {
            return new Failed(new Failure.Malformed("client_assertion", String.valueOf(e.getMessage())), null);
        }
        var request = Request.of("POST", url).with("Content-Type", "application/x-www-form-urlencoded")
                .with("Accept", "application/json").within(timeout);
        if (authentication.header() != null)
            request = request.with("Authorization", authentication.header());
        var parameters = new LinkedHashMap<String, List<String>>();
        form.forEach((name, value) -> parameters.put(name, List.of(value)));
        parameters.putAll(authentication.form());
        return read(http.send(request.withBody(URLUtils.serializeParameters(parameters))), requested);
    }

    private static TokenOutcome read(Exchange exchange, List<String> requested) {
        var answer = exchange.answer();
        if (answer == null)
            return new Failed(Endpoints.failureOf(exchange), exchange);
        if (!answer.ok())
            return refused(answer, exchange);
        if (!(answer.json().orElse(null) instanceof ObjectNode json))
            return new Failed(new Failure.Malformed("token", answer.mediaType()), exchange);
        var access = Fields.text(json, "access_token");
        if (access == null || access.isEmpty())
            return json.has("error")
                    ? refused(answer, exchange)
                    : new Failed(new Failure.Malformed("token", "access_token"), exchange);
        return new Given(new Tokens(AccessToken.of(Secret.of(access)), secret(json, "refresh_token"),
                secret(json, "id_token"), Fields.text(json, "token_type"), seconds(json), Fields.text(json, "scope"),
                requested, (ObjectNode) Redaction.json(json), exchange));
    }

    private static Refused refused(Answer answer, Exchange exchange) {
        var words = ErrorWords.of(answer);
        return new Refused(answer.status(), words.error(), words.description(), exchange);
    }

    private static @Nullable Secret secret(ObjectNode json, String name) {
        var text = Fields.text(json, name);
        return text == null || text.isEmpty() ? null : Secret.of(text);
    }

    /** Some servers send the number as text. */
    private static @Nullable Long seconds(ObjectNode json) {
        var field = json.path("expires_in");
        return field.isIntegralNumber() || (field.isTextual() && field.textValue().matches("\\d{1,15}"))
                ? Long.valueOf(field.asLong())
                : null;
    }
}

package mcpauth0.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.openid.connect.sdk.rp.ApplicationType;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientMetadata;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcpauth0.http.Answer;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.http.Redaction;
import mcpauth0.http.Request;
import mcpauth0.oauth.RegistrationOutcome.Failed;
import mcpauth0.oauth.RegistrationOutcome.Refused;
import mcpauth0.oauth.RegistrationOutcome.Registered;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Dynamic client registration (RFC 7591) of this program: a native client with the fixed loopback callbacks, public
 * where the server does not refuse that. An issuer gets one client, which is remembered and used again.
 */
public final class Registration {

    /** As the consent page shows it. */
    public static final String CLIENT_NAME = "MCP Auth0 Setup";

    private final Http http;
    private final ClientStore store;
    private final LoopbackPorts ports;
    private final Duration timeout;

    public Registration(Http http, ClientStore store) {
        this(http, store, LoopbackPorts.STANDARD, Request.USUAL_TIMEOUT);
    }

    public Registration(Http http, ClientStore store, LoopbackPorts ports, Duration timeout) {
        this.http = http;
        this.store = store;
        this.ports = ports;
        this.timeout = timeout;
    }

    /** The remembered client of that issuer, or a new one. */
    public synchronized RegistrationOutcome client(ServerMetadata server) {
        var remembered = store.find(issuer(server))
                .filter(client -> client.redirectUris().stream().anyMatch(ports.redirectUris()::contains));
        return remembered.isPresent() ? new Registered(remembered.get(), null) : again(server);
    }

    /** A new client in the place of one that the server no longer knows. */
    public synchronized RegistrationOutcome again(ServerMetadata server) {
        store.forget(issuer(server));
        // Public clients are made by many servers that do not list them.
        var outcome = trial(server, wanted());
        var known = server.tokenAuthMethods();
        if (outcome instanceof Refused refused && "invalid_client_metadata".equals(refused.error()) && known != null
                && !known.contains(AuthMethod.NONE.value()))
            outcome = trial(server, wanted(AuthMethod.forSecret(known)));
        if (outcome instanceof Registered(var client, _))
            store.remember(client);
        return outcome;
    }

    /** Asks for a client as another program would; nothing of it is remembered. */
    public RegistrationOutcome trial(ServerMetadata server, ObjectNode wanted) {
        var endpoint = server.registrationEndpoint();
        if (endpoint == null || !Endpoints.safe(endpoint))
            return new Failed(new Failure.Malformed("registration_endpoint", endpoint == null ? "" : endpoint), null);
        var exchange = http.send(Request.post(endpoint, "application/json", Json.write(wanted))
                .with("Accept", "application/json").within(timeout));
        var answer = exchange.answer();
        if (answer == null)
            return new Failed(Endpoints.failureOf(exchange), exchange);
        return answer.ok() ? read(server, answer, exchange) : refused(answer, exchange);
    }

    private RegistrationOutcome read(ServerMetadata server, Answer answer, Exchange exchange) {
        if (!(answer.json().orElse(null) instanceof ObjectNode json))
            return new Failed(new Failure.Malformed("registration", answer.mediaType()), exchange);
        var id = Fields.text(json, "client_id");
        if (id == null || id.isEmpty())
            return json.has("error")
                    ? refused(answer, exchange)
                    : new Failed(new Failure.Malformed("registration", "client_id"), exchange);
        var secret = Fields.text(json, "client_secret");
        var method = method(Fields.text(json, "token_endpoint_auth_method"), secret != null, server);
        if (method == null)
            return new Failed(new Failure.Malformed("registration", "token_endpoint_auth_method"), exchange);
        var redirects = Fields.texts(json, "redirect_uris");
        return new Registered(new RegisteredClient(issuer(server), id,
                secret == null || method == AuthMethod.NONE ? null : Secret.of(secret), method,
                redirects == null || redirects.isEmpty() ? ports.redirectUris() : redirects,
                (ObjectNode) Redaction.json(json)), exchange);
    }

    /** The server's word counts; where it has none, what a client with or without a secret can do there. */
    private static @Nullable AuthMethod method(@Nullable String answered, boolean secret, ServerMetadata server) {
        if (answered != null)
            return AuthMethod.of(answered)
                    .filter(method -> method == AuthMethod.NONE || (secret && method.withSecret())).orElse(null);
        var known = server.tokenAuthMethods();
        if (!secret || known == null || known.contains(AuthMethod.NONE.value()))
            return AuthMethod.NONE;
        return known.contains(AuthMethod.SECRET_BASIC.value()) ? AuthMethod.SECRET_BASIC : AuthMethod.SECRET_POST;
    }

    private static Refused refused(Answer answer, Exchange exchange) {
        var words = ErrorWords.of(answer);
        return new Refused(answer.status(), words.error(), words.description(), exchange);
    }

    /** What the program asks for itself. */
    public ObjectNode wanted() {
        return wanted(AuthMethod.NONE);
    }

    private ObjectNode wanted(AuthMethod method) {
        var metadata = new OIDCClientMetadata();
        metadata.setName(CLIENT_NAME);
        metadata.setApplicationType(ApplicationType.NATIVE);
        Set<URI> redirects = new LinkedHashSet<>();
        ports.redirectUris().forEach(uri -> redirects.add(URI.create(uri)));
        metadata.setRedirectionURIs(redirects);
        metadata.setGrantTypes(
                new LinkedHashSet<>(List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN)));
        metadata.setResponseTypes(Set.of(ResponseType.CODE));
        metadata.setTokenEndpointAuthMethod(ClientAuthenticationMethod.parse(method.value()));
        return (ObjectNode) Json.parse(metadata.toJSONObject(true).toJSONString()).orElseThrow();
    }

    private static String issuer(ServerMetadata server) {
        var issuer = server.issuer();
        return issuer == null ? "" : issuer;
    }
}

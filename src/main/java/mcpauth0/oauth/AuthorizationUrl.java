package mcpauth0.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import mcpauth0.setup.Secret;

/**
 * The authorization request of one login (RFC 6749 §4.1.1): a state and a verifier of its own, each with 256 bits of
 * chance. Who wants to stay signed in asks for consent with it, as the SDKs' clients do: an authorization server may pass
 * over {@code offline_access} without it (OpenID Connect Core §11).
 */
record AuthorizationUrl(String url, Secret state, Secret verifier) {

    private static final String OFFLINE = "offline_access";

    /** @param endpoint a safe address; its own query stays */
    static AuthorizationUrl of(String endpoint, LoginRequest request, String redirectUri) {
        var verifier = new CodeVerifier();
        var state = new State();
        var builder = new AuthorizationRequest.Builder(new ResponseType(ResponseType.Value.CODE),
                new ClientID(request.client().clientId())).redirectionURI(URI.create(redirectUri)).state(state)
                .codeChallenge(verifier, CodeChallengeMethod.S256);
        if (!request.scopes().isEmpty())
            builder = builder.scope(Scope.parse(request.scopes()));
        var parameters = new LinkedHashMap<>(builder.build().toParameters());
        if (request.resource() != null)
            parameters.put("resource", List.of(request.resource()));
        if (request.scopes().contains(OFFLINE))
            parameters.put("prompt", List.of("consent"));
        request.extra().forEach((name, value) -> parameters.put(name, List.of(value)));
        var mark = endpoint.indexOf('?') < 0 ? "?" : endpoint.endsWith("?") || endpoint.endsWith("&") ? "" : "&";
        return new AuthorizationUrl(endpoint + mark + URLUtils.serializeParameters(parameters),
                Secret.of(state.getValue()), Secret.of(verifier.getValue()));
    }
}

package mcpauth0.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretJWT;
import com.nimbusds.oauth2.sdk.auth.JWTAuthentication;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request to the token endpoint carries to show which client asks.
 *
 * @param header value of {@code Authorization}; null for none
 * @param form parameters of the body
 */
record ClientAuthentication(@Nullable String header, Map<String, List<String>> form) {

    /** How long a signed statement is good. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(2);

    ClientAuthentication {
        form = Map.copyOf(form);
    }

    /**
     * Made anew for each request.
     *
     * @param now by this computer's clock
     * @throws JOSEException when the client has no secret or key that can sign
     */
    static ClientAuthentication of(RegisteredClient client, Instant now) throws JOSEException {
        var held = client.secret();
        var secret = new Secret(held == null ? "" : held.reveal());
        return switch (client.authMethod()) {
            case NONE -> inForm(Map.of("client_id", client.clientId()));
            case SECRET_POST -> inForm(held == null
                    ? Map.of("client_id", client.clientId())
                    : Map.of("client_id", client.clientId(), "client_secret", secret.getValue()));
            case SECRET_BASIC -> new ClientAuthentication(
                    new ClientSecretBasic(new ClientID(client.clientId()), secret).toHTTPAuthorizationHeader(),
                    Map.of());
            case SECRET_JWT -> signed(new ClientSecretJWT(
                    statement(client, now, JWSAlgorithm.HS256, new MACSigner(secret.getValueBytes()))));
            case PRIVATE_KEY_JWT -> {
                var key = client.key();
                if (key == null)
                    throw new JOSEException("no key");
                yield signed(new PrivateKeyJWT(statement(client, now, key.algorithm(), key.signer())));
            }
        };
    }

    private static ClientAuthentication inForm(Map<String, String> parameters) {
        var form = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, value) -> form.put(name, List.of(value)));
        return new ClientAuthentication(null, form);
    }

    /** The client's name goes along for servers that look for it before they open the statement. */
    private static ClientAuthentication signed(JWTAuthentication statement) {
        var form = new LinkedHashMap<>(statement.toParameters());
        form.put("client_id", List.of(statement.getClientID().getValue()));
        return new ClientAuthentication(null, form);
    }

    /** For the issuer alone: a statement for the token endpoint's address could be used at another server's. */
    private static SignedJWT statement(RegisteredClient client, Instant now, JWSAlgorithm algorithm, JWSSigner signer)
            throws JOSEException {
        var claims = new JWTAuthenticationClaimsSet(new ClientID(client.clientId()),
                List.of(new Audience(client.issuer())), Date.from(now.plus(GOOD_FOR)), null, Date.from(now),
                new JWTID());
        var jwt = new SignedJWT(new JWSHeader(algorithm), claims.toJWTClaimsSet());
        jwt.sign(signer);
        return jwt;
    }

    /** Never what it carries. */
    @Override
    public String toString() {
        return "ClientAuthentication" + form.keySet();
    }
}

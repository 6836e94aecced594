package mcpauth0.auth0;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Management API tokens as Auth0 makes them. */
final class Tokens {

    private static final RSAKey KEY = key();

    private Tokens() {
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("k").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(String issuer, List<String> audience, Instant expires, String scope) {
        var claims = new JWTClaimsSet.Builder().issuer(issuer).subject("abc@clients").audience(audience)
                .expirationTime(Date.from(expires)).claim("gty", "client-credentials").claim("azp", "abc")
                .claim("scope", scope).build();
        var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID("k").build(),
                claims);
        try {
            jwt.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    static String of(String domain, Instant expires) {
        return of("https://" + domain + "/", List.of("https://" + domain + "/api/v2/"), expires,
                "read:tenant_settings update:tenant_settings");
    }
}

package mcpauth0.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an application proves itself with a private key (RFC 7523 §3, with Auth0's limits: once each, five minutes at
 * most). The answer is the same whatever is wrong; the reason stands in the tenant's log.
 */
final class Assertions {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final List<JWSAlgorithm> ALGORITHMS = List.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384,
            JWSAlgorithm.PS256);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Core core;
    private final Set<String> used = new HashSet<>();

    Assertions(Core core) {
        this.core = core;
    }

    /** Whom the assertion names; empty where it is none. */
    static String by(String assertion) {
        try {
            var subject = SignedJWT.parse(assertion).getJWTClaimsSet().getSubject();
            return subject == null ? "" : subject;
        } catch (ParseException e) {
            return "";
        }
    }

    /** @throws Refusal where the application is not proven */
    void check(App app, @Nullable String type, @Nullable String assertion) {
        var problem = problem(app, type, assertion);
        if (problem == null)
            return;
        core.log("feccft", "Failed client authentication").by(app).details().put("client_authentication_error",
                problem);
        throw Refusal.oauth(401, "invalid_client", "Client authentication failed");
    }

    private @Nullable String problem(App app, @Nullable String type, @Nullable String assertion) {
        var key = core.state().keys().get(app.id());
        if (assertion == null || !TYPE.equals(type) || key == null)
            return "client_assertion is missing";
        try {
            var jwt = SignedJWT.parse(assertion);
            if (!ALGORITHMS.contains(jwt.getHeader().getAlgorithm()))
                return "algorithm " + jwt.getHeader().getAlgorithm() + " is not allowed";
            if (!jwt.verify(new RSASSAVerifier(key)))
                return "invalid signature";
            return problem(app, jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException e) {
            return "malformed client_assertion";
        }
    }

    private @Nullable String problem(App app, JWTClaimsSet claims) {
        if (!app.id().equals(claims.getIssuer()) || !app.id().equals(claims.getSubject()))
            return "'iss' and 'sub' claims must be the client_id";
        if (!claims.getAudience().contains(core.issuer())
                && !claims.getAudience().contains("https://" + core.canonical() + "/"))
            return "'aud' claim must be " + core.issuer();
        var expires = claims.getExpirationTime();
        if (expires == null || !expires.toInstant().isAfter(core.now()))
            return "'exp' claim timestamp check failed";
        var begins = claims.getIssueTime() == null ? core.now() : claims.getIssueTime().toInstant();
        if (expires.toInstant().isAfter(begins.plus(LONGEST)))
            return "'exp' claim must specify a time that is no more than 5 minutes after 'iat'";
        var id = claims.getJWTID();
        if (id == null || !used.add(id))
            return "'jti' claim must be present and not used before";
        return null;
    }
}

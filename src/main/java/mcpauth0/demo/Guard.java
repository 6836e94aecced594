package mcpauth0.demo;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Set;

/**
 * Stands before the Management API: the rate limit, then the token, then its permissions. What gets through and writes
 * is logged.
 */
final class Guard {

    private final Core core;
    private final Loopback loopback;
    private final RateLimit limit;

    Guard(Core core, Loopback loopback, RateLimit limit) {
        this.core = core;
        this.loopback = loopback;
        this.limit = limit;
    }

    /** @param permissions any one of them is enough */
    Guard on(String method, String path, String what, Route route, String... permissions) {
        loopback.on(method, "/api/v2/" + path, request -> {
            var turn = limit.take();
            try {
                if (!turn.allowed())
                    throw Refusal.management(429, "Global limit has been reached", "too_many_requests");
                check(request, permissions);
                var answer = route.answer(request);
                if (!method.equals("GET"))
                    core.log("sapi", what, null);
                return turn.on(answer);
            } catch (Refusal refusal) {
                return turn.on(refusal.answer());
            }
        });
        return this;
    }

    private void check(Incoming request, String... permissions) {
        var token = request.bearer();
        if (token == null)
            throw Refusal.unauthorized("Missing authentication");
        try {
            var jwt = SignedJWT.parse(token);
            if (!core.keys().signed(jwt))
                throw Refusal.unauthorized("Invalid signature received for JSON Web Token validation");
            var claims = jwt.getJWTClaimsSet();
            if (claims.getExpirationTime() == null || !claims.getExpirationTime().toInstant().isAfter(core.now()))
                throw Refusal.unauthorized("Expired token received for JSON Web Token validation");
            if (!claims.getAudience().contains(core.managementAudience()))
                throw Refusal.unauthorized("Bad audience: " + String.join(", ", claims.getAudience()));
            if (!core.issuer().equals(claims.getIssuer()))
                throw Refusal.unauthorized("Invalid token.");
            var scope = claims.getStringClaim("scope");
            var held = Set.of(scope == null ? new String[0] : scope.strip().split("\\s+"));
            if (List.of(permissions).stream().noneMatch(held::contains))
                throw Refusal.management(403,
                        "Insufficient scope, expected any of: " + String.join(",", permissions), "insufficient_scope");
        } catch (ParseException e) {
            throw Refusal.unauthorized("Invalid token.");
        }
    }
}

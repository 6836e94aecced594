package mcpauth0.demo;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /userinfo}: for tokens that are meant for it. Strict third-party applications never get one. */
final class UserInfo {

    private final Core core;

    UserInfo(Core core) {
        this.core = core;
    }

    void on(Loopback loopback) {
        for (var method : Set.of("GET", "POST"))
            loopback.on(method, "/userinfo", request -> {
                var token = request.bearer();
                var claims = token == null ? null : claims(token);
                if (claims == null || !claims.getAudience().contains(core.userInfoAudience())
                        || !claims.getExpirationTime().toInstant().isAfter(core.now()))
                    return Outgoing.text(401, "Unauthorized").with("WWW-Authenticate",
                            "Bearer error=\"invalid_token\"");
                var user = TenantState.find(core.state().users(), "user_id", claims.getSubject());
                if (user == null)
                    return Outgoing.text(401, "Unauthorized");
                return Outgoing.json(200,
                        user.deepCopy().retain("name", "nickname", "email", "email_verified").put("sub",
                                claims.getSubject()));
            });
    }

    private @Nullable JWTClaimsSet claims(String token) {
        if (token.split("\\.", -1).length == 5)
            return core.keys().unseal(token);
        try {
            var jwt = SignedJWT.parse(token);
            return core.keys().signed(jwt) ? jwt.getJWTClaimsSet() : null;
        } catch (ParseException e) {
            return null;
        }
    }
}

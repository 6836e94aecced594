package mcpauth0.demo;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom the practice server believes to be calling.
 *
 * @param subject of the token
 * @param client that the token was issued to
 * @param scopes that the token carries
 */
record Caller(String subject, String client, Set<String> scopes) {

    Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Somebody whom nothing is known about, and who may do everything: what a server without checks believes. */
    static Caller anyone() {
        return new Caller("anyone", "unknown", Set.of(ResourceMetadataDocument.SCOPE));
    }

    static Caller of(JWTClaimsSet claims) {
        return new Caller(text(claims, "sub"), text(claims, "azp"), scopesOf(text(claims, "scope")));
    }

    private static Set<String> scopesOf(String line) {
        var scopes = new TreeSet<>(Set.of(line.split(" ")));
        scopes.remove("");
        return scopes;
    }

    private static String text(JWTClaimsSet claims, String name) {
        try {
            var value = claims.getStringClaim(name);
            return value == null ? "" : value;
        } catch (ParseException e) {
            return "";
        }
    }
}

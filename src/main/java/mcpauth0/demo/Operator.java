package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who calls the Management API: an application, or a person who sits at the dashboard.
 *
 * @param person null for an application
 */
record Operator(String clientId, Set<String> scopes, @Nullable User person) {

    /** The client id of every tenant's dashboard. */
    static final String DASHBOARD = "HXWWGKk1Zj3JF8GvMrnCSirccDs4qvrd";

    Operator {
        scopes = Set.copyOf(scopes);
    }

    static Operator of(JWTClaimsSet claims) {
        var scope = text(claims, "scope").strip();
        var scopes = scope.isEmpty() ? Set.<String>of() : new TreeSet<>(Set.of(scope.split("\\s+")));
        var client = text(claims, "azp");
        var person = client.equals(DASHBOARD)
                ? new User(text(claims, "sub"), text(claims, "email"), text(claims, "name"))
                : null;
        return new Operator(client, scopes, person);
    }

    /** Fills {@code details.request.auth} of a log entry. */
    void sign(ObjectNode auth) {
        var user = auth.putObject("user");
        var who = person;
        if (who != null)
            user.put("name", who.name()).put("email", who.email()).put("user_id", who.subject());
        auth.put("strategy", "jwt");
        var credentials = auth.putObject("credentials");
        if (who == null)
            scopes.stream().sorted().forEach(credentials.putArray("scopes")::add);
        else
            credentials.put("jti", Integer.toHexString(who.hashCode()));
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

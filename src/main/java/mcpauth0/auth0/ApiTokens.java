package mcpauth0.auth0;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import mcpauth0.setup.TokenSettings;
import mcpauth0.setup.TokenSettings.Dialect;
import mcpauth0.setup.TokenSettings.Signing;

/** An API's fields that say how its access tokens are made. */
final class ApiTokens {

    private static final List<String> CARRIED = List.of("token_lifetime", "token_lifetime_for_web",
            "enforce_policies", "subject_type_authorization", "skip_consent_for_verifiable_first_party_clients");

    private ApiTokens() {
    }

    /** What a new API takes over from the one that it replaces, as far as it can serve people at all. */
    static void carry(Snapshot.Api old, ObjectNode body) {
        CARRIED.forEach(field -> {
            var value = old.raw().get(field);
            if (value != null)
                body.set(field, value);
        });
        if (old.userPolicy().equals("deny_all"))
            body.remove("subject_type_authorization");
        for (var signing : Signing.values())
            if (signing.name().equals(old.signingAlg()))
                body.put("signing_alg", signing.name());
    }

    /** What is chosen for a new API. */
    static void choose(TokenSettings tokens, ObjectNode body) {
        var signing = tokens.signing();
        if (signing != null)
            body.put("signing_alg", signing.name());
        else if (!body.has("signing_alg"))
            body.put("signing_alg", Signing.RS256.name());
        lifetimesAndRoles(tokens, body);
        dialect(tokens.dialect(), body.path("enforce_policies").asBoolean(), body);
    }

    /** What is chosen for an API that is there; roles are never switched off, for they protect it. */
    static void align(TokenSettings tokens, Snapshot.Api api, ObjectNode wanted) {
        dialect(tokens.dialect(), tokens.roles() || api.roles() || api.dialect().endsWith("_authz"), wanted);
        lifetimesAndRoles(tokens, wanted);
    }

    private static void dialect(Dialect dialect, boolean roles, ObjectNode body) {
        body.put("token_dialect", dialect.id() + (roles ? "_authz" : ""));
    }

    private static void lifetimesAndRoles(TokenSettings tokens, ObjectNode body) {
        if (tokens.roles())
            body.put("enforce_policies", true);
        var seconds = tokens.seconds();
        if (seconds != null)
            body.put("token_lifetime", seconds);
        var inBrowsers = tokens.secondsInBrowsers();
        if (inBrowsers != null)
            body.put("token_lifetime_for_web", inBrowsers);
    }
}

package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** A resource server, as the authorization server reads it. */
record Api(ObjectNode node) {

    String id() {
        return node.path("id").asText();
    }

    String identifier() {
        return node.path("identifier").asText();
    }

    String name() {
        return node.path("name").asText();
    }

    boolean system() {
        return node.path("is_system").asBoolean();
    }

    boolean offlineAccess() {
        return node.path("allow_offline_access").asBoolean();
    }

    String signingAlg() {
        return node.path("signing_alg").asText("RS256");
    }

    String dialect() {
        return node.path("token_dialect").asText("access_token");
    }

    boolean enforcesPermissions() {
        return node.path("enforce_policies").asBoolean();
    }

    boolean encrypted() {
        return node.path("token_encryption").isObject();
    }

    /** Seconds. */
    int lifetime() {
        return node.path("token_lifetime").asInt(86400);
    }

    Set<String> scopes() {
        var values = new LinkedHashSet<String>();
        node.path("scopes").forEach(scope -> values.add(scope.path("value").asText()));
        return values;
    }

    String describe(String scope) {
        for (var each : node.path("scopes"))
            if (each.path("value").asText().equals(scope))
                return each.path("description").asText("");
        return "";
    }

    /** {@code allow_all}, {@code require_client_grant} or {@code deny_all}. */
    String policy(SubjectType subject) {
        return node.path("subject_type_authorization").path(subject.id()).path("policy")
                .asText(subject == SubjectType.USER ? "allow_all" : "require_client_grant");
    }
}

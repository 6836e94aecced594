package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** New entities with the fields that Auth0 fills in by itself. */
final class Shapes {

    private Shapes() {
    }

    static ObjectNode api(Ids ids, String name, String identifier) {
        var api = node().put("id", ids.hex(24)).put("name", name).put("identifier", identifier)
                .put("allow_offline_access", false).put("skip_consent_for_verifiable_first_party_clients", false);
        var policies = api.putObject("subject_type_authorization");
        policies.putObject("client").put("policy", "require_client_grant");
        policies.putObject("user").put("policy", "allow_all");
        return api.put("token_lifetime", 86400).put("token_lifetime_for_web", 7200).put("signing_alg", "RS256");
    }

    static void addScope(ObjectNode api, String value, String description) {
        api.withArray("scopes").addObject().put("value", value).put("description", description);
    }

    static ObjectNode defaultGrant(Ids ids, String audience, SubjectType subject, Collection<String> scope) {
        return grant(ids, "default_for", "third_party_clients", audience, subject, scope);
    }

    static ObjectNode clientGrant(Ids ids, String clientId, String audience, SubjectType subject,
            Collection<String> scope) {
        return grant(ids, "client_id", clientId, audience, subject, scope);
    }

    private static ObjectNode grant(Ids ids, String whose, String who, String audience, SubjectType subject,
            Collection<String> scope) {
        var grant = node().put("id", "cgr_" + ids.letters(16)).put(whose, who).put("audience", audience);
        scope.forEach(grant.putArray("scope")::add);
        return grant.put("subject_type", subject.id());
    }

    static ObjectNode connection(Ids ids, String name, String strategy, ObjectNode options) {
        var connection = node().put("id", "con_" + ids.letters(16));
        connection.set("options", options);
        connection.put("strategy", strategy).put("name", name).put("is_domain_connection", false);
        connection.putObject("authentication").put("active", true);
        connection.putObject("connected_accounts").put("active", false);
        connection.putArray("realms").add(name);
        connection.putArray("enabled_clients");
        return connection;
    }

    /** A third-party application under the enhanced security controls. */
    static ObjectNode strictClient(Ids ids, String name, String authMethod, List<String> callbacks,
            List<String> grantTypes) {
        var client = client(ids.strictClient(), name, authMethod.equals("none") ? "native" : "regular_web", authMethod,
                callbacks, grantTypes);
        client.put("is_first_party", false);
        client.withObject("jwt_configuration").put("lifetime_in_seconds", 3600);
        return client.put("third_party_security_mode", "strict").put("redirection_policy", "open_redirect_protection");
    }

    /** An ordinary application of the tenant's own. */
    static ObjectNode client(String id, String name, String type, String authMethod, List<String> callbacks,
            List<String> grantTypes) {
        var client = node().put("name", name).put("client_id", id).put("app_type", type).put("is_first_party", true)
                .put("is_token_endpoint_ip_header_trusted", false).put("oidc_conformant", true);
        callbacks.forEach(client.putArray("callbacks")::add);
        client.putObject("jwt_configuration").put("secret_encoded", false).put("alg", "RS256")
                .put("lifetime_in_seconds", 36000);
        client.put("sso_disabled", false).put("cross_origin_authentication", false);
        grantTypes.forEach(client.putArray("grant_types")::add);
        client.put("custom_login_page_on", true).put("token_endpoint_auth_method", authMethod);
        client.set("refresh_token", refreshTokens(authMethod.equals("none")));
        return client;
    }

    private static ObjectNode refreshTokens(boolean isPublic) {
        var rules = node().put("rotation_type", isPublic ? "rotating" : "non-rotating")
                .put("expiration_type", "expiring").put("leeway", 0)
                .put("token_lifetime", isPublic ? 2592000 : 31557600);
        return isPublic
                ? rules.put("idle_token_lifetime", 1296000)
                : rules.put("infinite_token_lifetime", true).put("infinite_idle_token_lifetime", false)
                        .put("idle_token_lifetime", 2592000);
    }

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}

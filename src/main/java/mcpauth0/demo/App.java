package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** An application (client), as the authorization server reads it. */
record App(ObjectNode node) {

    String id() {
        return node.path("client_id").asText();
    }

    String name() {
        return node.path("name").asText();
    }

    boolean firstParty() {
        return node.path("is_first_party").asBoolean(true);
    }

    /** A third-party application under Auth0's enhanced security controls. */
    boolean strict() {
        return !firstParty() && node.path("third_party_security_mode").asText().equals("strict");
    }

    /** Whether errors stay on the tenant's own page and never reach the callback. */
    boolean keepsErrors() {
        return strict() && !node.path("redirection_policy").asText().equals("allow_always");
    }

    List<String> callbacks() {
        return texts("callbacks");
    }

    boolean allows(String grantType) {
        return texts("grant_types").contains(grantType);
    }

    /** {@code none}, {@code client_secret_post} or {@code client_secret_basic}. */
    String authMethod() {
        return node.path("token_endpoint_auth_method").asText("client_secret_post");
    }

    boolean rotates() {
        return node.path("refresh_token").path("rotation_type").asText().equals("rotating");
    }

    private List<String> texts(String field) {
        var found = new ArrayList<String>();
        node.path(field).forEach(each -> found.add(each.asText()));
        return found;
    }
}

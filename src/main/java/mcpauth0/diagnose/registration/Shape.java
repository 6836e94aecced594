package mcpauth0.diagnose.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import mcpauth0.auth0.TestClient;

/**
 * A registration as a client sends it.
 *
 * @param client after which it is modelled, as in its profile
 * @param features in which it differs from the program's own, which was accepted
 */
record Shape(String client, List<Feature> features, ObjectNode wanted) {

    private static final String HOSTED = "https://claude.ai/api/mcp/auth_callback";

    Shape {
        features = List.copyOf(features);
    }

    /**
     * As clients of several kinds send it; together they have every feature.
     *
     * @param own the program's own
     */
    static List<Shape> known(ObjectNode own) {
        return List.of(with("claude", own, List.of(Feature.AUTH_METHOD, Feature.REDIRECT)),
                with("claude-code", own, List.of(Feature.NAME, Feature.APPLICATION_TYPE)),
                mixed(own));
    }

    /** The program's own with that one feature. */
    static Shape with(String client, ObjectNode own, List<Feature> features) {
        var wanted = own.deepCopy().put("client_name", TestClient.name());
        for (var feature : features)
            switch (feature) {
                case AUTH_METHOD -> wanted.put("token_endpoint_auth_method", "client_secret_post");
                case REDIRECT -> wanted.put("application_type", "web").putArray("redirect_uris").add(HOSTED);
                case NAME -> wanted.put("client_name", TestClient.name() + " (server)");
                case APPLICATION_TYPE -> wanted.remove("application_type");
            }
        return new Shape(client, features, wanted);
    }

    /** A program on the person's computer that also comes back to a page in a cloud. */
    private static Shape mixed(ObjectNode own) {
        var wanted = own.deepCopy().put("client_name", TestClient.name());
        wanted.putArray("redirect_uris").add("https://vscode.dev/redirect").add("http://127.0.0.1:33418/");
        return new Shape("vscode", List.of(Feature.REDIRECT, Feature.APPLICATION_TYPE), wanted);
    }
}

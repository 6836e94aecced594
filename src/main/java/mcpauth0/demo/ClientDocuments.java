package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The client ID metadata documents of well-known clients, as they are published. */
final class ClientDocuments {

    private ClientDocuments() {
    }

    static Map<String, ObjectNode> wellKnown() {
        var all = new LinkedHashMap<String, ObjectNode>();
        add(all, "https://claude.ai/oauth/mcp-oauth-client-metadata", "Claude", "https://claude.ai",
                "https://claude.ai/api/mcp/auth_callback");
        add(all, "https://claude.ai/oauth/claude-code-client-metadata", "Claude Code", "https://claude.ai",
                "http://localhost/callback", "http://127.0.0.1/callback");
        add(all, "https://vscode.dev/oauth/client-metadata.json", "Visual Studio Code", "https://vscode.dev",
                "http://127.0.0.1:33418/", "https://vscode.dev/redirect");
        add(all, "https://chatgpt.com/oauth/client.json", "ChatGPT", "https://chatgpt.com",
                "https://chatgpt.com/connector_platform_oauth_redirect")
                .put("token_endpoint_auth_method", "private_key_jwt")
                .put("jwks_uri", "https://chatgpt.com/oauth/jwks.json");
        return all;
    }

    private static ObjectNode add(Map<String, ObjectNode> all, String url, String name, String home,
            String... callbacks) {
        var document = Shapes.node().put("client_id", url).put("client_name", name).put("client_uri", home);
        List.of(callbacks).forEach(document.putArray("redirect_uris")::add);
        document.putArray("grant_types").add("authorization_code").add("refresh_token");
        document.putArray("response_types").add("code");
        document.put("token_endpoint_auth_method", "none");
        all.put(url, document);
        return document;
    }
}

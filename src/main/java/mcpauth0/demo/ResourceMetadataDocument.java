package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The practice server's protected resource metadata (RFC 9728 §2), and where it stands (§3.1). */
final class ResourceMetadataDocument {

    /** The one scope of the server; calling a tool needs it. */
    static final String SCOPE = "mcp:use";

    private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

    private final URI resource;
    private final String issuer;
    private final Set<String> faults;

    /**
     * @param resource the server's URL
     * @param issuer of the tenant, with its slash
     */
    ResourceMetadataDocument(String resource, String issuer, Set<String> faults) {
        this.resource = URI.create(resource);
        this.issuer = issuer;
        this.faults = faults;
    }

    /** The paths that answer with it: the one with the server's path in it, and the root one. */
    List<String> paths() {
        if (faults.contains("prm-not-found"))
            return List.of();
        return faults.contains("prm-path-variant-missing") ? List.of(WELL_KNOWN) : List.of(path(), WELL_KNOWN);
    }

    /** What challenges point to. */
    String url() {
        if (faults.contains("challenge-relative-or-bad-url"))
            return path();
        var there = resource.resolve(faults.contains("challenge-pointer-dead")
                ? WELL_KNOWN + "/gone"
                : faults.contains("prm-path-variant-missing") ? WELL_KNOWN : path()).toString();
        return faults.contains("challenge-off-origin-pointer") ? there.replace("//localhost:", "//127.0.0.1:") : there;
    }

    Outgoing answer() {
        if (faults.contains("prm-not-json"))
            return Outgoing.text(200, "resource: " + resource + "\nauthorization_servers:\n- " + issuer + "\n");
        return Outgoing.json(200, json());
    }

    private List<String> scopes() {
        var scopes = new ArrayList<String>();
        if (faults.contains("authz-oidc-scope-third-party"))
            scopes.addAll(List.of("openid", "profile"));
        scopes.add(SCOPE);
        if (faults.contains("prm-scope-unknown"))
            scopes.add("mcp:admin");
        return scopes;
    }

    private String path() {
        return WELL_KNOWN + resource.getPath();
    }

    private ObjectNode json() {
        var document = JsonNodeFactory.instance.objectNode();
        document.put("resource",
                faults.contains("prm-resource-mismatch") ? "https://mcp.internal/mcp" : resource.toString());
        var servers = document.putArray("authorization_servers");
        if (!faults.contains("prm-authorization-servers-empty")) {
            if (faults.contains("prm-first-as-broken"))
                servers.add(issuer + "retired/");
            servers.add(named());
            if (faults.contains("tls-plain-http"))
                servers.add(issuer.replaceFirst("^https:", "http:"));
        }
        if (!faults.contains("prm-scopes-missing"))
            scopes().forEach(document.putArray("scopes_supported")::add);
        document.putArray("bearer_methods_supported").add(faults.contains("prm-bearer-methods") ? "query" : "header");
        document.put("resource_name", "Practice MCP server");
        return document;
    }

    private String named() {
        if (faults.contains("prm-as-is-mcp-host"))
            return resource.resolve("/").toString();
        return faults.contains("as-issuer-trailing-slash") ? withoutSlash(issuer) : issuer;
    }

    private static String withoutSlash(String url) {
        return url.substring(0, url.length() - 1);
    }
}

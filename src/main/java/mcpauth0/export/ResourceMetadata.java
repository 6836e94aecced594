package mcpauth0.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import mcpauth0.http.Json;

/** The protected resource metadata of a server (RFC 9728 §2), and where it is published (§3.1). */
public final class ResourceMetadata {

    private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

    private ResourceMetadata() {
    }

    /** The issuer to the byte, its slash included. */
    public static ObjectNode document(HandOver facts) {
        var document = Json.object().put("resource", facts.audience());
        document.putArray("authorization_servers").add(facts.issuer());
        facts.scopes().forEach(document.putArray("scopes_supported")::add);
        document.putArray("bearer_methods_supported").add("header");
        return document;
    }

    /** What goes with 401 (RFC 9728 §5.1), the scopes as MCP wants them there. */
    public static String challenge(HandOver facts) {
        return "Bearer resource_metadata=" + quoted(facts.resourceMetadataUrl()) + ", scope="
                + quoted(String.join(" ", facts.scopes()));
    }

    /** On the server, in the order in which clients look. */
    static List<String> paths(HandOver facts) {
        return Stream.of(URI.create(facts.resourceMetadataUrl()).getRawPath(), WELL_KNOWN).distinct().toList();
    }

    /** Where the resource of a server has its document: the well-known part goes between host and path. */
    static String address(URI resource) {
        var path = resource.getRawPath() == null || resource.getRawPath().equals("/") ? "" : resource.getRawPath();
        var query = resource.getRawQuery() == null ? "" : "?" + resource.getRawQuery();
        return resource.getScheme() + "://" + resource.getRawAuthority() + WELL_KNOWN + path + query;
    }

    /** A quoted string of HTTP (RFC 9110 §5.6.4), which has no line end. */
    private static String quoted(String text) {
        return '"' + text.replaceAll("\\p{Cntrl}", " ").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

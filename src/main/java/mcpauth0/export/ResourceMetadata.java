package mcpauth0.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
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

    /** In one line of plain characters; no language takes a dollar of it for a variable. */
    static String text(HandOver facts) {
        try {
            return Json.MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(document(facts))
                    .replace("$", "\\u0024");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What goes with 401 (RFC 9728 §5.1), the scopes as MCP wants them there. */
    public static String challenge(HandOver facts) {
        return challenge(facts, "");
    }

    /** What goes with 403, so that clients ask for more (RFC 6750 §3.1). */
    static String insufficient(HandOver facts) {
        return challenge(facts, "error=\"insufficient_scope\", ");
    }

    private static String challenge(HandOver facts, String error) {
        return "Bearer " + error + "resource_metadata=" + quoted(facts.resourceMetadataUrl()) + ", scope="
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

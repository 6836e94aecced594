package mcpauth0.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import mcpauth0.http.Json;
import mcpauth0.text.Texts;

/**
 * The facts as JSON, described by {@code server.schema.json} beside this class's resources. JSON has no comments, so
 * {@code about} has them, under the name of the value that they are about.
 */
final class JsonFile implements Export {

    private static final int SCHEMA = 1;

    private static final List<String> METHODS = List.of("GET", "POST", "DELETE", "OPTIONS");
    private static final List<String> ALLOWED = List.of("Authorization", "Content-Type", "Accept", "Last-Event-ID",
            "Mcp-Session-Id", "MCP-Protocol-Version", "Mcp-Method", "Mcp-Name");
    private static final List<String> EXPOSED = List.of("WWW-Authenticate", "Mcp-Session-Id");

    @Override
    public String id() {
        return "json";
    }

    @Override
    public Group group() {
        return Group.SERVER;
    }

    @Override
    public String fileName() {
        return "mcp-auth0.json";
    }

    @Override
    public String write(HandOver facts, Texts texts) {
        var file = Json.object().put("schema", SCHEMA).put("server", facts.server()).put("issuer", facts.issuer())
                .put("jwksUri", facts.jwksUri());
        put(file, "algorithms", List.of(facts.algorithm()));
        file.put("audience", facts.audience());
        put(file, "scopes", facts.scopes());
        put(file, "requiredScopes", facts.scopes());
        var metadata = file.putObject("resourceMetadata").put("url", facts.resourceMetadataUrl());
        put(metadata, "paths", ResourceMetadata.paths(facts));
        metadata.set("document", ResourceMetadata.document(facts));
        file.putObject("challenge").put("unauthorized", ResourceMetadata.challenge(facts)).put("insufficientScope",
                ResourceMetadata.insufficient(facts));
        var cors = file.putObject("cors");
        put(cors, "origins", facts.browsers());
        put(cors, "methods", METHODS);
        put(cors, "allowHeaders", ALLOWED);
        put(cors, "exposeHeaders", EXPOSED);
        about(file.putObject("about"), facts, texts);
        return Json.pretty(file) + "\n";
    }

    private static void about(ObjectNode about, HandOver facts, Texts texts) {
        about(about, "server", "head", facts, texts);
        about(about, "issuer", "issuer", facts, texts);
        about(about, "jwksUri", "jwks", facts, texts);
        about(about, "algorithms", "algorithm", facts, texts);
        about(about, "audience", "audience", facts, texts);
        about(about, "scopes", "scopes", facts, texts);
        about(about, "requiredScopes", "required", facts, texts);
        about(about, "resourceMetadata", "metadata", facts, texts);
        about(about, "challenge", "challenge", facts, texts);
        about(about, "cors", "browsers", facts, texts);
    }

    private static void about(ObjectNode about, String value, String note, HandOver facts, Texts texts) {
        about.put(value, Template.said(note, facts, texts));
    }

    private static void put(ObjectNode file, String name, List<String> values) {
        values.forEach(file.putArray(name)::add);
    }
}

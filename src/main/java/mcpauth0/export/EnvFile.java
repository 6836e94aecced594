package mcpauth0.export;

import java.util.List;
import mcpauth0.text.Texts;

/** Environment variables for the server, each with a comment that tells where its value comes from. */
final class EnvFile implements Export {

    private record Line(String name, String value) {
    }

    @Override
    public String id() {
        return "env";
    }

    @Override
    public Group group() {
        return Group.SERVER;
    }

    @Override
    public String fileName() {
        return "mcp-auth0.env";
    }

    @Override
    public String write(HandOver facts, Texts texts) {
        var text = new StringBuilder();
        text.append("# ").append(texts.get("export-note.head", facts.server())).append('\n');
        var lines = List.of(new Line("ISSUER", facts.issuer()), new Line("JWKS_URI", facts.jwksUri()),
                new Line("AUDIENCE", facts.audience()), new Line("SCOPES", String.join(" ", facts.scopes())),
                new Line("RESOURCE_METADATA_URL", facts.resourceMetadataUrl()));
        for (var line : lines) {
            text.append("\n# ").append(texts.get("export.env.MCP_AUTH_" + line.name())).append('\n');
            text.append("MCP_AUTH_").append(line.name()).append('=').append(quoted(line.value())).append('\n');
        }
        return text.toString();
    }

    /** In double quotes, as dotenv readers and shells both take it; a line can never end early. */
    private static String quoted(String value) {
        var quoted = new StringBuilder("\"");
        for (var c : value.toCharArray())
            switch (c) {
                case '"', '\\', '$', '`' -> quoted.append('\\').append(c);
                case '\n', '\r' -> quoted.append(' ');
                default -> quoted.append(c);
            }
        return quoted.append('"').toString();
    }
}

package mcpauth0.export;

import java.util.List;
import java.util.regex.Pattern;
import mcpauth0.text.Texts;

/** Environment variables for the server, each with a comment that tells where its value comes from. */
final class EnvFile implements Export {

    /** What shells, dotenv readers, systemd and Docker all take as it is. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9:/._~,@%+-]+");

    private record Line(String name, String note, String value) {
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
        var text = new StringBuilder(Remark.of("# ", Template.said("head", facts, texts))).append('\n');
        var scopes = String.join(" ", facts.scopes());
        var lines = List.of(new Line("ISSUER", "issuer", facts.issuer()),
                new Line("JWKS_URI", "jwks", facts.jwksUri()), new Line("ALGORITHM", "algorithm", facts.algorithm()),
                new Line("AUDIENCE", "audience", facts.audience()), new Line("SCOPES", "scopes", scopes),
                new Line("REQUIRED_SCOPES", "required", scopes),
                new Line("RESOURCE_METADATA_URL", "metadata", facts.resourceMetadataUrl()),
                new Line("RESOURCE_METADATA_PATHS", "metadata-paths", String.join(",", ResourceMetadata.paths(facts))),
                new Line("RESOURCE_METADATA", "document", ResourceMetadata.text(facts)),
                new Line("CHALLENGE", "challenge", ResourceMetadata.challenge(facts)),
                new Line("ALLOWED_ORIGINS", "browsers", String.join(",", facts.browsers())));
        for (var line : lines) {
            text.append('\n').append(Remark.of("# ", Template.said(line.note(), facts, texts)));
            text.append("\nMCP_AUTH_").append(line.name()).append('=').append(quoted(line.value())).append('\n');
        }
        return text.toString();
    }

    /** Quotes only where they are needed, for Docker keeps them; double ones where single ones do not do. */
    private static String quoted(String value) {
        if (PLAIN.matcher(value).matches())
            return value;
        var line = value.replaceAll("\\R|\\p{Cntrl}", " ");
        return line.contains("'") ? '"' + line.replaceAll("[\"\\\\$`]", "\\\\$0") + '"' : "'" + line + "'";
    }
}

package mcpauth0.export;

import java.net.URI;
import java.util.stream.Collectors;
import mcpauth0.text.Texts;

/** Locations for nginx: the metadata, which it answers itself, and the server behind it. */
final class NginxFile implements Export {

    @Override
    public String id() {
        return "nginx";
    }

    @Override
    public Group group() {
        return Group.PROXY;
    }

    @Override
    public String fileName() {
        return "mcp-auth0.nginx.conf";
    }

    @Override
    public String write(HandOver facts, Texts texts) {
        return """
            %s
            %s

            %s
            %s

            %s
            location = %s {
            %s
                proxy_pass http://127.0.0.1:8080;
                proxy_http_version 1.1;
                proxy_set_header Host $http_host;
                proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                proxy_set_header X-Forwarded-Proto $scheme;
            %s
                proxy_buffering off;
                proxy_read_timeout 1h;
            }
            """.formatted(note("# ", "head", facts, texts), note("# ", "nginx", facts, texts),
                note("# ", "document", facts, texts), metadata(facts), note("# ", "path", facts, texts),
                quoted(decoded(facts.path())), note("    # ", "upstream", facts, texts),
                note("    # ", "stream", facts, texts));
    }

    private static String note(String sign, String id, HandOver facts, Texts texts) {
        return Remark.of(sign, Template.said(id, facts, texts));
    }

    /** A location for each path at which clients look. */
    static String metadata(HandOver facts) {
        return ResourceMetadata.paths(facts).stream().map(path -> """
            location = %s {
                default_type application/json;
                add_header Access-Control-Allow-Origin "*" always;
                add_header Access-Control-Allow-Headers "*" always;
                return 200 %s;
            }""".formatted(quoted(decoded(path)), quoted(ResourceMetadata.text(facts))))
                .collect(Collectors.joining("\n"));
    }

    /** Locations are compared with the path without its percent signs. */
    private static String decoded(String path) {
        var plain = URI.create(path).getPath();
        return plain.chars().anyMatch(Character::isISOControl) ? path : plain;
    }

    /** Nothing but a backslash and the quote itself is special in single quotes of a location or of a plain text. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}

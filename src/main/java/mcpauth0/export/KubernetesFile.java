package mcpauth0.export;

import java.util.Map;
import java.util.stream.Collectors;
import mcpauth0.text.Texts;

/** An ingress for the server, and a small nginx that answers for the metadata. */
final class KubernetesFile implements Export {

    @Override
    public String id() {
        return "kubernetes";
    }

    @Override
    public Group group() {
        return Group.PROXY;
    }

    @Override
    public String fileName() {
        return "mcp-auth0.yaml";
    }

    @Override
    public String write(HandOver facts, Texts texts) {
        var server = "server {\n  listen 8080;\n" + NginxFile.metadata(facts).indent(2) + "}";
        var routes = ResourceMetadata.paths(facts).stream().map(KubernetesFile::route).collect(Collectors.joining());
        return Template.of("ingress.yaml").filled(facts, texts, Literal::of,
                Map.of("metadata-server", server.indent(4).strip(), "metadata-routes", routes.strip()));
    }

    private static String route(String path) {
        return """
                      - path: %s
                        pathType: Exact
                        backend:
                          service:
                            name: mcp-metadata
                            port:
                              number: 8080
            """.formatted(Literal.of(path));
    }
}

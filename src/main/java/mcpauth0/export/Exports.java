package mcpauth0.export;

import java.util.List;
import java.util.Optional;

/** Every kind of file, in the order in which they are offered within their group. */
public final class Exports {

    private static final List<Export> ALL = List.of(new EnvFile(), new JsonFile(),
            CodeFile.server("typescript", "server.ts"),
            CodeFile.server("fastmcp-typescript", "server.ts", "server-fastmcp.ts"),
            CodeFile.server("cloudflare-worker", "worker.ts"), CodeFile.server("python", "server.py"),
            CodeFile.server("fastmcp-python", "server.py", "server-fastmcp.py"),
            CodeFile.server("java-servlet", "TokenFilter.java"), new SpringSettings(),
            CodeFile.server("spring-security", "McpSecurity.java"), CodeFile.server("go", "main.go"),
            CodeFile.server("aspnet-settings", "appsettings.json"), CodeFile.server("aspnet", "Program.cs"),
            new NginxFile(), new KubernetesFile(), new SetupExport(), new TenantScript(), new DeployFile(),
            new TerraformFile());

    private Exports() {
    }

    public static List<Export> all() {
        return ALL;
    }

    public static List<Export> of(Export.Group group) {
        return ALL.stream().filter(export -> export.group() == group).toList();
    }

    public static Optional<Export> named(String id) {
        return ALL.stream().filter(export -> export.id().equals(id)).findFirst();
    }
}

package mcpauth0.cli;

import java.nio.file.Path;
import mcpauth0.auth0.Credentials;
import mcpauth0.auth0.Tenant;
import mcpauth0.http.Network;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A look into the tenant beside what a client does; the client's own id and secret have the names that it would need. */
final class TenantLook {

    @Option(names = "--tenant", paramLabel = "DOMAIN", descriptionKey = "cli.check.tenant")
    @Nullable
    String tenant;
    @Option(names = "--management-token-file", paramLabel = "FILE", descriptionKey = "cli.tenant.token")
    @Nullable
    Path tokenFile;
    @Option(names = "--tenant-ca", paramLabel = "FILE", descriptionKey = "cli.tenant.ca")
    @Nullable
    Path ca;

    /** Null where no tenant is named. */
    @Nullable
    Tenant open(Terminal terminal, Network network) throws TenantOptions.NotReached {
        if (tenant == null) {
            if (tokenFile != null || ca != null)
                throw new WrongWords(terminal.sentence("cli.check.tenant-missing"));
            return null;
        }
        var domain = TenantOptions.domain(terminal, tenant);
        return TenantOptions.open(terminal, domain, new Credentials.Token(token(terminal)),
                network.withTrust(TrustWords.with(terminal, ca)));
    }

    private Secret token(Terminal terminal) {
        if (tokenFile != null)
            return FileWords.secret(terminal, tokenFile);
        var fromEnvironment = terminal.environment().getOrDefault("MCP_AUTH0_SETUP_MANAGEMENT_TOKEN", "");
        if (fromEnvironment.isBlank())
            throw new WrongWords(terminal.sentence("cli.check.no-key"));
        return Secret.of(fromEnvironment);
    }
}

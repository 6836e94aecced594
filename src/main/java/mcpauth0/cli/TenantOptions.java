package mcpauth0.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import mcpauth0.access.NamedConnection;
import mcpauth0.access.NamedConnection.Kind;
import mcpauth0.auth0.Credentials;
import mcpauth0.auth0.ManagementAccess;
import mcpauth0.auth0.Tenant;
import mcpauth0.http.Failure;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which tenant, and what lets the program in. Secrets come from files, standard input or the environment alone. */
final class TenantOptions {

    @Option(names = "--tenant", paramLabel = "DOMAIN", descriptionKey = "cli.tenant.tenant")
    @Nullable
    String tenant;
    @Option(names = "--management-token-file", paramLabel = "FILE", descriptionKey = "cli.tenant.token")
    @Nullable
    Path tokenFile;
    @Option(names = "--client-id", paramLabel = "ID", descriptionKey = "cli.tenant.client-id")
    @Nullable
    String clientId;
    @Option(names = "--client-secret-file", paramLabel = "FILE", descriptionKey = "cli.tenant.client-secret")
    @Nullable
    Path secretFile;
    @Option(names = "--client-key-file", paramLabel = "FILE", descriptionKey = "cli.tenant.client-key")
    @Nullable
    Path keyFile;
    @Option(names = "--client-key-algorithm", paramLabel = "RS256|RS384|PS256", descriptionKey = "cli.tenant.key-algorithm")
    @Nullable
    String keyAlgorithm;
    @Option(names = "--connection", paramLabel = "NAME", descriptionKey = "cli.tenant.connection")
    @Nullable
    String connection;
    @Option(names = "--tenant-ca", paramLabel = "FILE", descriptionKey = "cli.tenant.ca")
    @Nullable
    Path ca;

    /** The domain that was named, by itself or by the name of a connection; null without one. */
    @Nullable
    TenantDomain domain(Terminal terminal) {
        var known = known(terminal);
        var named = tenant == null ? null : domain(terminal, tenant);
        if (known != null && named != null && !named.equals(known.tenant()))
            throw new WrongWords(terminal.sentence("cli.connection.other-tenant", known.name(), known.tenant(), named));
        return known == null ? named : known.tenant();
    }

    private @Nullable NamedConnection known(Terminal terminal) {
        return connection == null ? null : ConnectionWords.find(terminal, connection);
    }

    static TenantDomain domain(Terminal terminal, String typed) {
        return switch (TenantDomain.parse(typed)) {
            case Parsed.Good<TenantDomain>(var domain) -> domain;
            case Parsed.Bad<TenantDomain>(var id, var values) ->
                throw new WrongWords(terminal.trouble("input." + id, values));
        };
    }

    /**
     * Where the named tenant and that of a file must be one.
     *
     * @param inFile null where the file names none
     */
    TenantDomain agreed(Terminal terminal, @Nullable TenantDomain inFile) {
        var named = domain(terminal);
        if (named == null && inFile == null)
            throw new WrongWords(terminal.sentence("cli.tenant.which"));
        if (named != null && inFile != null && !named.equals(inFile))
            throw new WrongWords(terminal.sentence("cli.tenant.two", inFile, named));
        return named != null ? named : Objects.requireNonNull(inFile);
    }

    /**
     * Knocks. What is wrong with the credentials counts as wrong words.
     *
     * @throws NotReached when nobody could be asked
     */
    Tenant open(Terminal terminal, TenantDomain domain) throws NotReached {
        var network = Network.system().withTrust(TrustWords.with(terminal, ca));
        return open(terminal, domain, credentials(terminal), network);
    }

    static Tenant open(Terminal terminal, TenantDomain domain, Credentials credentials, Network network)
            throws NotReached {
        return switch (ManagementAccess.open(new Http(network), domain, credentials)) {
            case ManagementAccess.Entry.Open(var tenant) -> tenant;
            case ManagementAccess.Entry.Closed(var id, var values) ->
                throw new WrongWords(terminal.trouble("access." + id, values));
            case ManagementAccess.Entry.Failed(var failure) -> throw new NotReached(failure);
        };
    }

    private Credentials credentials(Terminal terminal) {
        var known = known(terminal);
        if (known != null) {
            if (clientId != null || keyFile != null)
                throw new WrongWords(terminal.sentence("cli.connection.and-client", known.name()));
            return ConnectionWords.credentials(terminal, known, known.kind() == Kind.TOKEN ? tokenFile : secretFile);
        }
        var application = clientId != null || secretFile != null || keyFile != null;
        if ((application && tokenFile != null) || (secretFile != null && keyFile != null))
            throw new WrongWords(terminal.sentence("cli.tenant.both"));
        if (clientId != null && secretFile != null)
            return new Credentials.Application(clientId, FileWords.secret(terminal, secretFile));
        if (clientId != null && keyFile != null)
            return new Credentials.KeyApplication(clientId,
                    FileWords.key(terminal, keyFile, keyAlgorithm == null ? "RS256" : keyAlgorithm));
        if (application)
            throw new WrongWords(terminal.sentence("cli.tenant.half"));
        if (tokenFile != null)
            return new Credentials.Token(FileWords.secret(terminal, tokenFile));
        return fromEnvironment(terminal)
                .orElseThrow(() -> new WrongWords(terminal.sentence("cli.tenant.no-key")));
    }

    static Optional<Credentials> fromEnvironment(Terminal terminal) {
        var token = terminal.environment().getOrDefault("MCP_AUTH0_SETUP_MANAGEMENT_TOKEN", "");
        return token.isBlank() ? Optional.empty() : Optional.of(new Credentials.Token(Secret.of(token)));
    }

    /** Nobody at the tenant could be asked. */
    static final class NotReached extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Failure failure;

        NotReached(Failure failure) {
            this.failure = failure;
        }

        String sentence(Terminal terminal) {
            return terminal.trouble("failure." + failure.id(), failure.values());
        }
    }
}

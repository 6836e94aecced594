package mcpauth0.diagnose;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import mcpauth0.auth0.Tenant;
import mcpauth0.oauth.UserAgent;
import mcpauth0.plan.Journal;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What one run looks at and how far it may go.
 *
 * @param userAgent who signs in; null for no login
 * @param token an access token to use instead of a login
 * @param clientId a client registered by hand; null registers one, where a login is wanted
 * @param scopes asked for instead of the advertised ones; null for those
 * @param deep also forged and misdirected tokens and strange sessions, read-only calls alone
 * @param tenant access to the tenant's settings, null without
 * @param journal where what the deep check makes in the tenant is written down, to be deleted after a crash; null keeps
 *            it in a temporary folder
 * @param timeout per request
 * @param loginTimeout for the whole login
 * @param clients ids of the known clients that the operator means the server for; empty for all
 * @param publicResolver whether a public resolver may be asked for the server's name; without it, names go to nobody but
 *            this computer's own resolver
 */
public record CheckOptions(McpUrl target, @Nullable UserAgent userAgent, @Nullable Secret token,
        @Nullable String clientId, @Nullable Secret clientSecret, @Nullable List<String> scopes, boolean deep,
        @Nullable Tenant tenant, @Nullable Journal journal, Duration timeout, Duration loginTimeout,
        Set<String> clients, boolean publicResolver) {

    public CheckOptions {
        clients = Set.copyOf(clients);
    }

    public static CheckOptions of(McpUrl target) {
        return new CheckOptions(target, null, null, null, null, null, false, null, null, Duration.ofSeconds(10),
                Duration.ofSeconds(60), Set.of(), false);
    }

    /** The tenant's journal, or one in a temporary folder where none is given. */
    public Journal journalOf(Tenant of) throws IOException {
        return journal != null
                ? journal
                : Journal.open(Files.createTempDirectory("mcp-auth0-setup"), of.domain().value());
    }

    /** The same for another server. */
    public CheckOptions to(McpUrl other) {
        return new CheckOptions(other, userAgent, token, clientId, clientSecret, scopes, deep, tenant, journal,
                timeout, loginTimeout, clients, publicResolver);
    }

    public CheckOptions withUserAgent(@Nullable UserAgent agent) {
        return new CheckOptions(target, agent, token, clientId, clientSecret, scopes, deep, tenant, journal,
                timeout, loginTimeout, clients, publicResolver);
    }

    public CheckOptions withToken(@Nullable Secret newToken) {
        return new CheckOptions(target, userAgent, newToken, clientId, clientSecret, scopes, deep, tenant, journal,
                timeout, loginTimeout, clients, publicResolver);
    }

    public CheckOptions withClient(@Nullable String id, @Nullable Secret secret) {
        return new CheckOptions(target, userAgent, token, id, secret, scopes, deep, tenant, journal, timeout,
                loginTimeout, clients, publicResolver);
    }

    public CheckOptions withScopes(@Nullable List<String> newScopes) {
        return new CheckOptions(target, userAgent, token, clientId, clientSecret, newScopes, deep, tenant, journal,
                timeout, loginTimeout, clients, publicResolver);
    }

    public CheckOptions withDeep(boolean wanted) {
        return new CheckOptions(target, userAgent, token, clientId, clientSecret, scopes, wanted, tenant, journal,
                timeout, loginTimeout, clients, publicResolver);
    }

    public CheckOptions withTenant(@Nullable Tenant newTenant) {
        return new CheckOptions(target, userAgent, token, clientId, clientSecret, scopes, deep, newTenant, journal,
                timeout, loginTimeout, clients, publicResolver);
    }

    public CheckOptions withJournal(@Nullable Journal newJournal) {
        return new CheckOptions(target, userAgent, token, clientId, clientSecret, scopes, deep, tenant, newJournal,
                timeout, loginTimeout, clients, publicResolver);
    }

    public CheckOptions within(Duration perRequest, Duration perLogin) {
        return new CheckOptions(target, userAgent, token, clientId, clientSecret, scopes, deep, tenant, journal,
                perRequest, perLogin, clients, publicResolver);
    }

    public CheckOptions withClients(Set<String> ids) {
        return new CheckOptions(target, userAgent, token, clientId, clientSecret, scopes, deep, tenant, journal,
                timeout, loginTimeout, ids, publicResolver);
    }

    public CheckOptions withPublicResolver(boolean agreed) {
        return new CheckOptions(target, userAgent, token, clientId, clientSecret, scopes, deep, tenant, journal,
                timeout, loginTimeout, clients, agreed);
    }
}

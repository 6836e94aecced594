package mcpauth0.setup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the operator chose, and never a secret. It is the wizard's one state and the file that is saved,
 * resumed and handed to {@code plan}.
 *
 * @param server the MCP server, once known
 * @param resource the server's own name for itself: {@code resource} of its protected resource metadata, to the byte;
 *            null until it was read, then the API identifier follows it and no longer the typed address
 * @param tenant the canonical domain, which the Management API is called on
 * @param loginDomain the custom domain that users sign in on, where there is one; it decides the issuer
 * @param api name, scopes and switches of the API
 * @param connections names of the connections that registered clients may offer, in the operator's order
 * @param defaultAudience whether the API also becomes the tenant's default audience (affects every application)
 * @param registration how clients become known to the tenant
 * @param roles who gets which permissions, where {@code api.tokens().roles()}
 * @param page id of the wizard's page to come back to, null where it was not begun
 * @param unknown fields of a newer version, kept as they were
 */
public record Setup(@Nullable McpUrl server, @Nullable String resource, @Nullable TenantDomain tenant,
        @Nullable TenantDomain loginDomain, Api api, List<String> connections, boolean defaultAudience,
        Registration registration, List<Role> roles, @Nullable String page, Map<String, JsonNode> unknown) {

    /**
     * The API that stands for the server.
     *
     * @param name at most 200 characters, none of {@code < >}
     * @param scopes at least one, so that the default grant has something to grant
     * @param offlineAccess whether clients may get refresh tokens
     * @param replaces identifier of an older API that stood for the server under another name; its scopes, token
     *            settings and grants are carried over, and it stays as it is
     * @param replaceMachineGrant whether a default grant for machines makes room for the one for people
     */
    public record Api(String name, List<Scope> scopes, boolean offlineAccess, TokenSettings tokens,
            @Nullable String replaces, boolean replaceMachineGrant) {
        public Api {
            scopes = List.copyOf(scopes);
        }

        public Api(String name, List<Scope> scopes, boolean offlineAccess) {
            this(name, scopes, offlineAccess, TokenSettings.PLAIN, null, false);
        }

        public Api withName(String newName) {
            return new Api(newName, scopes, offlineAccess, tokens, replaces, replaceMachineGrant);
        }

        public Api withScopes(List<Scope> newScopes) {
            return new Api(name, newScopes, offlineAccess, tokens, replaces, replaceMachineGrant);
        }

        public Api withOfflineAccess(boolean allowed) {
            return new Api(name, scopes, allowed, tokens, replaces, replaceMachineGrant);
        }

        public Api withTokens(TokenSettings newTokens) {
            return new Api(name, scopes, offlineAccess, newTokens, replaces, replaceMachineGrant);
        }

        public Api replacing(@Nullable String identifier) {
            return new Api(name, scopes, offlineAccess, tokens, identifier, replaceMachineGrant);
        }

        public Api replacingMachineGrant(boolean wanted) {
            return new Api(name, scopes, offlineAccess, tokens, replaces, wanted);
        }

        public List<String> scopeValues() {
            return scopes.stream().map(Scope::value).toList();
        }
    }

    public Setup {
        connections = List.copyOf(connections);
        roles = List.copyOf(roles);
        unknown = Map.copyOf(unknown);
    }

    /** A set-up on which nothing was chosen yet; the defaults are the safe ones. */
    public static Setup empty() {
        return new Setup(null, null, null, null,
                new Api("", List.of(new Scope("mcp:use", "Use the tools of this server")), true), List.of(), false,
                Registration.BY_THEMSELVES, List.of(), null, Map.of());
    }

    /** The API identifier, which is also the token's audience: the server's own word, or else the typed address. */
    public @Nullable String audience() {
        return resource != null ? resource : server == null ? null : server.value();
    }

    /** The issuer that the MCP server must expect, with its slash. */
    public @Nullable String issuer() {
        return loginDomain != null ? loginDomain.issuer() : tenant == null ? null : tenant.issuer();
    }

    public Setup withServer(@Nullable McpUrl newServer) {
        return new Setup(newServer, resource, tenant, loginDomain, api, connections, defaultAudience, registration,
                roles, page, unknown);
    }

    public Setup withResource(@Nullable String newResource) {
        return new Setup(server, newResource, tenant, loginDomain, api, connections, defaultAudience, registration,
                roles, page, unknown);
    }

    public Setup withTenant(@Nullable TenantDomain newTenant) {
        return new Setup(server, resource, newTenant, loginDomain, api, connections, defaultAudience, registration,
                roles, page, unknown);
    }

    public Setup withLoginDomain(@Nullable TenantDomain newDomain) {
        return new Setup(server, resource, tenant, newDomain, api, connections, defaultAudience, registration, roles,
                page, unknown);
    }

    public Setup withApi(Api newApi) {
        return new Setup(server, resource, tenant, loginDomain, newApi, connections, defaultAudience, registration,
                roles, page, unknown);
    }

    public Setup withConnections(List<String> newConnections) {
        return new Setup(server, resource, tenant, loginDomain, api, newConnections, defaultAudience, registration,
                roles, page, unknown);
    }

    public Setup withDefaultAudience(boolean wanted) {
        return new Setup(server, resource, tenant, loginDomain, api, connections, wanted, registration, roles, page,
                unknown);
    }

    public Setup withRegistration(Registration newRegistration) {
        return new Setup(server, resource, tenant, loginDomain, api, connections, defaultAudience, newRegistration,
                roles, page, unknown);
    }

    public Setup withRoles(List<Role> newRoles) {
        return new Setup(server, resource, tenant, loginDomain, api, connections, defaultAudience, registration,
                newRoles, page, unknown);
    }

    public Setup withPage(@Nullable String newPage) {
        return new Setup(server, resource, tenant, loginDomain, api, connections, defaultAudience, registration, roles,
                newPage, unknown);
    }

    /** Whether clients may register themselves. */
    public boolean dynamicRegistration() {
        return registration.dynamic();
    }

    public Setup withDynamicRegistration(boolean wanted) {
        return withRegistration(registration.withDynamic(wanted));
    }
}

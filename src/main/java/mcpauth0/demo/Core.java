package mcpauth0.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of one practice tenant share.
 *
 * @param domain that this request came to: the tenant's own, or the custom one
 * @param canonical the tenant's own domain
 * @param mcpUrl the address of the pair's own server: faults of tokens touch only tokens for it
 * @param faults ids of the tenant's faults
 * @param old whether third-party applications were in use before April 2026, so that the tenant may go on without the
 *            enhanced controls
 */
record Core(String domain, String canonical, String mcpUrl, TenantState state, SigningKeys keys, Ids ids, Clock clock,
        Set<String> faults,
        Plan plan, boolean old) {

    /** The same tenant, asked at another domain. */
    Core at(String other) {
        return new Core(other, canonical, mcpUrl, state, keys, ids, clock, faults, plan, old);
    }

    /** With its slash. */
    String issuer() {
        return "https://" + domain + "/";
    }

    /** The same at every domain. */
    String managementAudience() {
        return "https://" + canonical + "/api/v2/";
    }

    /** The same at every domain. */
    String userInfoAudience() {
        return "https://" + canonical + "/userinfo";
    }

    boolean broken(String fault) {
        return faults.contains(fault);
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * The application of that id, or of that client ID metadata document where the tenant says that it takes such; a
     * document that nobody imported is as unknown as any other name.
     */
    @Nullable
    App app(@Nullable String clientId) {
        if (clientId == null)
            return null;
        var node = state.client(clientId);
        if (node == null && state.settings().path("client_id_metadata_document_supported").asBoolean())
            node = TenantState.find(state.clients(), "external_client_id", clientId);
        return node == null || node.path("global").asBoolean() ? null : new App(node);
    }

    /** The API whose identifier is exactly this. */
    @Nullable
    Api api(String identifier) {
        var node = TenantState.find(state.apis(), "identifier", identifier);
        return node == null ? null : new Api(node);
    }

    /** Whether the plan has no room for another application; the tenant's own global one does not count. */
    boolean full() {
        return state.clients().stream().filter(client -> !client.path("global").asBoolean()).count() >= plan
                .applications();
    }

    /** Writes a line of the tenant's log; see {@link LogEntry} for the types. */
    LogEntry log(String type, String description) {
        return LogEntry.write(this, type, description, now());
    }
}

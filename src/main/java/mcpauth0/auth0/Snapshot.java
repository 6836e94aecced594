package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as it was read: what the steps need, with the objects as they came beside it. {@code raw} never holds what the
 * program must not keep: secrets that a list shows are taken out when it is read.
 */
public record Snapshot(Settings settings, List<Api> apis, List<Grant> grants, List<Connection> connections,
        List<Client> clients) {

    public Snapshot {
        apis = List.copyOf(apis);
        grants = List.copyOf(grants);
        connections = List.copyOf(connections);
        clients = List.copyOf(clients);
    }

    /**
     * The tenant's own settings.
     *
     * @param resourceProfile {@code audience} or {@code compatibility}; null where the tenant does not tell
     * @param issInResponses whether authorization responses carry {@code iss} (RFC 9207)
     * @param dynamicRegistration whether anyone can register a client
     * @param registrationMode {@code strict} or {@code permissive}; null where the tenant does not tell
     * @param defaultAudience an API identifier, empty for none
     */
    public record Settings(@Nullable String resourceProfile, boolean issInResponses, boolean dynamicRegistration,
            @Nullable String registrationMode, String defaultAudience, JsonNode raw) {
    }

    /**
     * An API ("resource server").
     *
     * @param identifier the audience, compared byte for byte
     * @param userPolicy {@code allow_all}, {@code require_client_grant} or {@code deny_all}
     * @param system whether it is Auth0's own
     */
    public record Api(String id, String identifier, String name, List<String> scopes, String signingAlg, String dialect,
            boolean offlineAccess, String userPolicy, boolean system, JsonNode raw) {
        public Api {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * What clients may ask of an API.
     *
     * @param clientId null for a default grant
     * @param defaultFor {@code third_party_clients} for a default grant, else null
     * @param subjectType {@code user} for sign-ins, {@code client} for machines
     */
    public record Grant(String id, String audience, @Nullable String clientId, @Nullable String defaultFor,
            String subjectType, List<String> scope, boolean allScopes, JsonNode raw) {
        public Grant {
            scope = List.copyOf(scope);
        }
    }

    /**
     * A way to sign in.
     *
     * @param domainLevel whether every third-party client may offer it
     * @param developerKeys whether a social connection runs on Auth0's shared keys, which are for trying only
     * @param openSignUp whether strangers can make themselves an account (databases)
     */
    public record Connection(String id, String name, String strategy, boolean domainLevel, boolean developerKeys,
            boolean openSignUp, JsonNode raw) {
    }

    /**
     * An application.
     *
     * @param strict whether it is under the rules for third-party clients of 2026
     */
    public record Client(String id, String name, boolean firstParty, boolean strict, List<String> callbacks,
            JsonNode raw) {
        public Client {
            callbacks = List.copyOf(callbacks);
        }
    }

    /** The API with exactly this identifier. */
    public Optional<Api> api(@Nullable String identifier) {
        return apis.stream().filter(api -> api.identifier().equals(identifier)).findFirst();
    }

    public Optional<Connection> connection(String name) {
        return connections.stream().filter(connection -> connection.name().equals(name)).findFirst();
    }
}

package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as it was read: what the steps need, with the objects as they came beside it. Secrets that the Management API
 * may show are not in {@code raw}: they are left out when it is read.
 *
 * @param people how many sign in with one of these connections; absent where that was not counted
 */
public record Snapshot(Settings settings, List<Api> apis, List<Grant> grants, List<Connection> connections,
        List<Client> clients, Directory directory, Map<List<String>, Integer> people) {

    /** What a default grant is for that dynamically registered clients use. */
    static final String THIRD_PARTY = "third_party_clients";

    private static final Set<String> WITHOUT_DEVELOPER_KEYS = Set.of("auth0", "email", "sms", "ad", "adfs", "waad",
            "samlp", "oidc", "okta", "pingfederate", "google-apps", "office365", "sharepoint", "oauth1", "oauth2", "ip",
            "custom", "auth0-adldap", "auth0-oidc", "passkey", "guardian");

    public Snapshot {
        apis = List.copyOf(apis);
        grants = List.copyOf(grants);
        connections = List.copyOf(connections);
        clients = List.copyOf(clients);
        people = Map.copyOf(people);
    }

    Snapshot(Settings settings, List<Api> apis, List<Grant> grants, List<Connection> connections,
            List<Client> clients) {
        this(settings, apis, grants, connections, clients, Directory.UNREAD, Map.of());
    }

    /** Of the objects as they came. */
    static Snapshot of(JsonNode settings, List<JsonNode> apis, List<JsonNode> grants, List<JsonNode> connections,
            List<JsonNode> clients) {
        return new Snapshot(Settings.of(settings), apis.stream().map(Api::of).toList(),
                grants.stream().map(Grant::of).toList(), connections.stream().map(Connection::of).toList(),
                clients.stream().map(Client::of).toList());
    }

    Snapshot with(Directory newDirectory) {
        return new Snapshot(settings, apis, grants, connections, clients, newDirectory, people);
    }

    Snapshot counting(Map<List<String>, Integer> newPeople) {
        return new Snapshot(settings, apis, grants, connections, clients, directory, newPeople);
    }

    /**
     * The tenant's own settings.
     *
     * @param resourceProfile {@code audience} or {@code compatibility}; null where the tenant does not tell
     * @param issInResponses whether authorization responses carry {@code iss} (RFC 9207)
     * @param dynamicRegistration whether anyone can register a client
     * @param registrationMode {@code strict} or {@code permissive}; null where the tenant does not tell
     * @param documents whether it says that it knows client ID metadata documents; each must be imported all the same
     * @param defaultAudience an API identifier, empty for none
     */
    public record Settings(@Nullable String resourceProfile, boolean issInResponses, boolean dynamicRegistration,
            @Nullable String registrationMode, boolean documents, String defaultAudience, JsonNode raw) {

        static Settings of(JsonNode raw) {
            return new Settings(text(raw, "resource_parameter_profile"),
                    raw.path("authorization_response_iss_parameter_supported").asBoolean(),
                    raw.path("flags").path("enable_dynamic_client_registration").asBoolean(),
                    text(raw, "dynamic_client_registration_security_mode"),
                    raw.path("client_id_metadata_document_supported").asBoolean(),
                    raw.path("default_audience").asText(""),
                    raw);
        }
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

        static Api of(JsonNode raw) {
            return new Api(raw.path("id").asText(), raw.path("identifier").asText(), raw.path("name").asText(),
                    raw.path("scopes").findValuesAsText("value"), raw.path("signing_alg").asText("RS256"),
                    raw.path("token_dialect").asText("access_token"), raw.path("allow_offline_access").asBoolean(),
                    raw.path("subject_type_authorization").path("user").path("policy").asText("allow_all"),
                    raw.path("is_system").asBoolean(), raw);
        }

        /** Whether tokens carry only the permissions that a person's roles give (RBAC). */
        public boolean roles() {
            return raw.path("enforce_policies").asBoolean();
        }

        /** Whether its access tokens are encrypted, so that only the server itself could read them. */
        public boolean encrypted() {
            return raw.path("token_encryption").isObject();
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

        static Grant of(JsonNode raw) {
            var scope = new ArrayList<String>();
            raw.path("scope").forEach(value -> scope.add(value.asText()));
            return new Grant(raw.path("id").asText(), raw.path("audience").asText(), text(raw, "client_id"),
                    text(raw, "default_for"), raw.path("subject_type").asText("client"), scope,
                    raw.path("allow_all_scopes").asBoolean(), raw);
        }

        /** Whether it is a default grant that does not help anyone who signs in. */
        public boolean forMachines() {
            return THIRD_PARTY.equals(defaultFor) && !subjectType.equals("user");
        }

        /** Whether it is what dynamically registered clients get for people who sign in to this API. */
        public boolean defaultForUsers(String ofAudience) {
            return audience.equals(ofAudience) && THIRD_PARTY.equals(defaultFor) && subjectType.equals("user");
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

        static Connection of(JsonNode raw) {
            var strategy = raw.path("strategy").asText();
            var options = raw.path("options");
            return new Connection(raw.path("id").asText(), raw.path("name").asText(), strategy,
                    raw.path("is_domain_connection").asBoolean(),
                    !WITHOUT_DEVELOPER_KEYS.contains(strategy) && options.path("client_id").asText("").isEmpty(),
                    strategy.equals("auth0") && !options.path("disable_signup").asBoolean(), raw);
        }
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

        static Client of(JsonNode raw) {
            var callbacks = new ArrayList<String>();
            raw.path("callbacks").forEach(value -> callbacks.add(value.asText()));
            var id = raw.path("client_id").asText();
            return new Client(id, raw.path("name").asText(), raw.path("is_first_party").asBoolean(true),
                    raw.path("third_party_security_mode").asText().equals("strict") || id.startsWith("tpc_"), callbacks,
                    raw);
        }

        /** The address of its client ID metadata document; null where it was not imported from one. */
        public @Nullable String document() {
            return text(raw, "external_client_id");
        }

        /** Whether people can sign in with it: a machine alone has no audience to be given. */
        public boolean signsPeopleIn() {
            var grants = raw.path("grant_types");
            return !raw.path("app_type").asText().equals("non_interactive")
                    && (grants.isEmpty() || !grants.valueStream().allMatch(
                            grant -> grant.asText().equals("client_credentials")));
        }
    }

    /** The API with exactly this identifier. */
    public Optional<Api> api(@Nullable String identifier) {
        return apis.stream().filter(api -> api.identifier().equals(identifier)).findFirst();
    }

    /** What an application is called; its id where nobody knows it. */
    String nameOf(String clientId) {
        return clients.stream().filter(client -> client.id().equals(clientId)).map(Client::name).findFirst()
                .orElse(clientId);
    }

    public Optional<Connection> connection(String name) {
        return connections.stream().filter(connection -> connection.name().equals(name)).findFirst();
    }

    /** The object that a path of the Management API names; null where there is none. */
    @Nullable
    JsonNode object(String path) {
        if (path.equals(Part.SETTINGS.path()))
            return settings.raw();
        var slash = path.indexOf('/');
        var id = path.substring(slash + 1);
        return collection(slash < 0 ? path : path.substring(0, slash)).stream()
                .filter(item -> Part.idOf(item).equals(id)).findFirst().orElse(null);
    }

    /** The objects of a list of the Management API. */
    List<JsonNode> collection(String path) {
        if (path.equals(Part.APIS.path()))
            return apis.stream().map(Api::raw).toList();
        if (path.equals(Part.GRANTS.path()))
            return grants.stream().map(Grant::raw).toList();
        if (path.equals(Part.CONNECTIONS.path()))
            return connections.stream().map(Connection::raw).toList();
        if (path.equals(Part.ROLES.path()))
            return directory.roles();
        return clients.stream().map(Client::raw).toList();
    }

    private static @Nullable String text(JsonNode object, String field) {
        var value = object.path(field);
        return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : null;
    }
}

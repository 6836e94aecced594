package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import mcpauth0.http.FailureException;
import mcpauth0.http.Json;

/** The parts of a tenant that are read, each with as few requests as it has pages. */
enum Part {
    SETTINGS("tenants/settings"), APIS("resource-servers"), GRANTS("client-grants"), CONNECTIONS(
            "connections"), CLIENTS("clients"), ROLES("roles"), USERS("users");

    /** Fields are chosen so that client secrets are never asked for. */
    private static final List<String> OF_CLIENTS = List.of("client_id", "name", "is_first_party", "app_type",
            "grant_types", "callbacks", "third_party_security_mode", "client_metadata", "external_client_id",
            "token_endpoint_auth_method",
            "global");
    private static final List<String> OF_OPTIONS = List.of("client_id", "disable_signup");

    private final String path;

    Part(String path) {
        this.path = path;
    }

    /** Below {@code /api/v2/}. */
    String path() {
        return path;
    }

    /** The fields that make an object the only one of its kind, so that it is found before its id is known. */
    List<String> key() {
        return switch (this) {
            case SETTINGS, CONNECTIONS, USERS -> List.of();
            case APIS -> List.of("identifier");
            case GRANTS -> List.of("audience", "client_id", "default_for", "subject_type");
            case CLIENTS -> List.of("external_client_id", "client_metadata." + Applications.MARKER);
            case ROLES -> List.of("name");
        };
    }

    /** The part that a call of the Management API is about. */
    static Optional<Part> of(String callPath) {
        for (var part : values())
            if (callPath.equals(part.path) || callPath.startsWith(part.path + "/"))
                return Optional.of(part);
        return Optional.empty();
    }

    static String idOf(JsonNode object) {
        return object.path(object.has("client_id") && !object.has("id") ? "client_id" : "id").asText();
    }

    /** One object for the settings, a list of objects for the others. */
    List<JsonNode> read(Management management) throws FailureException {
        return switch (this) {
            case SETTINGS -> List.of(management.get(path));
            case APIS -> management.all(path, "resource_servers", "").stream().map(this::kept).toList();
            case GRANTS -> management.allFrom(path, "client_grants", "");
            case CONNECTIONS -> management.allFrom(path, "connections", "").stream().map(this::kept).toList();
            case ROLES -> management.all(path, "roles", "");
            case USERS -> throw new IllegalStateException("people are looked up one by one");
            case CLIENTS ->
                management.all(path, "clients", "fields=" + String.join(",", OF_CLIENTS) + "&include_fields=true")
                        .stream().map(this::kept).filter(client -> !client.path("global").asBoolean()).toList();
        };
    }

    /** What is remembered of an object that came as an answer: no secret. */
    JsonNode kept(JsonNode object) {
        if (!(object instanceof ObjectNode full))
            return object;
        return switch (this) {
            case SETTINGS, GRANTS, ROLES, USERS -> object;
            case APIS -> full.deepCopy().without("signing_secret");
            case CLIENTS -> full.deepCopy().retain(OF_CLIENTS);
            case CONNECTIONS -> {
                var copy = full.deepCopy();
                if (copy.get("options") instanceof ObjectNode options)
                    options.retain(OF_OPTIONS);
                else
                    copy.set("options", Json.object());
                yield copy;
            }
        };
    }
}

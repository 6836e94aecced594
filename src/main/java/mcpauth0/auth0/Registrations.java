package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcpauth0.http.FailureException;
import org.jspecify.annotations.Nullable;

/**
 * The third-party applications of a tenant, those alike together.
 *
 * @param reach the oldest event that the log still has; null where the log cannot be read or is empty
 * @param agreed whether it is known who agreed to the access of which application
 */
public record Registrations(List<Group> groups, @Nullable Instant reach, boolean agreed) {

    public static final String AGREEMENTS = "read:grants";

    /** What makes an application anew; the rest, above all its secret, is never asked for. */
    private static final List<String> SETTINGS = List.of("client_id", "name", "description", "logo_uri", "app_type",
            "callbacks", "allowed_logout_urls", "allowed_origins", "web_origins", "initiate_login_uri", "grant_types",
            "token_endpoint_auth_method", "oidc_conformant", "sso_disabled", "cross_origin_authentication",
            "jwt_configuration", "refresh_token", "client_metadata", "is_first_party", "third_party_security_mode",
            "redirection_policy", "external_client_id", "global");

    /** Client ids that one search names. */
    private static final int TOGETHER = 20;

    private static final int PAGE = 100;

    /** How the log calls the operations that make an application; that of a metadata document has no known name. */
    private static final String MADE = "type:sapi AND (description:\"Dynamic client registration\" OR description:\"Create a client\")";

    private static final Set<String> NO_USE = Set.of("sapi", "fapi", "mgmt_api_read");

    /** Applications of one name that come back to the same addresses; ports on the person's own computer do not count. */
    public record Group(String name, List<String> callbacks, List<ThirdParty> members) {
        public Group {
            callbacks = List.copyOf(callbacks);
            members = List.copyOf(members);
        }
    }

    public Registrations {
        groups = List.copyOf(groups);
    }

    /** Sends GET requests alone: one for the applications, one for the agreements, a few for the log. */
    public static Registrations read(Tenant tenant) throws FailureException {
        var found = tenant.readAll(Part.CLIENTS.path(), "clients",
                "fields=" + String.join(",", SETTINGS) + "&include_fields=true").stream()
                .filter(ObjectNode.class::isInstance).map(client -> ((ObjectNode) client).deepCopy().retain(SETTINGS))
                .filter(client -> !client.path("is_first_party").asBoolean(true)
                        && !client.path("global").asBoolean())
                .toList();
        var agreed = tenant.permissions().contains(AGREEMENTS);
        var agreements = agreed ? agreements(tenant) : Map.<String, Integer>of();
        var logs = Logs.of(tenant).orElse(null);
        var reach = logs == null ? null : logs.oldest().map(LogEvent::date).orElse(null);
        var ids = found.stream().map(Registrations::id).toList();
        var seen = logs == null ? Map.<String, Instant>of() : lastUse(logs, ids);
        var registered = logs == null ? Map.<String, Instant>of() : registered(logs);
        var now = tenant.http().network().clock().instant();
        var all = found.stream()
                .map(client -> new ThirdParty(id(client), client.path("name").asText(), texts(client, "callbacks"),
                        seen.get(id(client)), registered.get(id(client)),
                        agreed ? agreements.getOrDefault(id(client), 0) : -1, client, now))
                .toList();
        return new Registrations(groups(all), reach, agreed);
    }

    /** All but these: what this program made is told apart from what others did. */
    public Registrations without(Set<String> ids) {
        return new Registrations(groups(groups.stream().flatMap(group -> group.members().stream())
                .filter(one -> !ids.contains(one.id())).toList()), reach, agreed);
    }

    private static String id(JsonNode client) {
        return client.path("client_id").asText();
    }

    private static List<String> texts(JsonNode client, String field) {
        return client.path(field).valueStream().map(JsonNode::asText).toList();
    }

    private static Map<String, Integer> agreements(Tenant tenant) throws FailureException {
        var counted = new HashMap<String, Integer>();
        for (var grant : tenant.readAll("grants", "grants", ""))
            counted.merge(grant.path("clientID").asText(), 1, Integer::sum);
        return counted;
    }

    /** The newest event of each; one search serves many, as long as one of them does not fill it. */
    private static Map<String, Instant> lastUse(Logs logs, List<String> ids) throws FailureException {
        var seen = new HashMap<String, Instant>();
        var open = new LinkedHashSet<>(ids);
        while (!open.isEmpty()) {
            var asked = open.stream().limit(TOGETHER).toList();
            var query = String.join(" OR ", asked.stream().map(id -> "client_id:\"" + id + "\"").toList());
            var events = logs.search(query, PAGE);
            var before = open.size();
            for (var event : events)
                if (event.clientId() != null && !NO_USE.contains(event.type())) {
                    seen.merge(event.clientId(), event.date(), (one, other) -> one.isAfter(other) ? one : other);
                    open.remove(event.clientId());
                }
            if (events.size() < PAGE || open.size() == before)
                open.removeAll(asked);
        }
        return seen;
    }

    private static Map<String, Instant> registered(Logs logs) throws FailureException {
        var found = new HashMap<String, Instant>();
        for (var event : logs.search(MADE, Logs.MOST)) {
            var call = event.call();
            if (call != null)
                found.put(call.made(), event.date());
            // Whoever makes another application is the client of that event.
            if (event.clientId() != null && (call == null || !call.path().equals(Part.CLIENTS.path())))
                found.put(event.clientId(), event.date());
        }
        return found;
    }

    private static List<Group> groups(List<ThirdParty> all) {
        var together = new LinkedHashMap<String, List<ThirdParty>>();
        for (var one : all)
            together.computeIfAbsent(one.name() + "\n" + String.join("\n", alike(one.callbacks())),
                    _ -> new ArrayList<>()).add(one);
        return together.values().stream()
                .map(members -> new Group(members.getFirst().name(), alike(members.getFirst().callbacks()), members))
                .sorted((one, other) -> other.members().size() - one.members().size()).toList();
    }

    /** Programs on a person's computer listen on another port each time. */
    private static List<String> alike(List<String> callbacks) {
        return callbacks.stream()
                .map(callback -> callback.replaceFirst("^(http://(?:localhost|127\\.0\\.0\\.1|\\[::1])):\\d+", "$1:*"))
                .distinct().sorted().toList();
    }

    /** How many applications there are. */
    public int count() {
        return groups.stream().mapToInt(group -> group.members().size()).sum();
    }

    /** Whether it is proposed for retirement: never one that the log has seen lately. */
    public boolean stale(ThirdParty one) {
        return one.stale(reach);
    }
}

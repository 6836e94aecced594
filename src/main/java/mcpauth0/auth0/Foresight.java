package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as it is going to be once calls were sent, without sending them. An API takes its grants and its permissions
 * in roles with it, an application its grants.
 */
final class Foresight {

    private JsonNode settings;
    private final Map<Part, List<JsonNode>> parts = new HashMap<>();
    private final Map<String, List<JsonNode>> lists;
    private final Snapshot now;

    private Foresight(Snapshot now) {
        this.now = now;
        settings = now.settings().raw();
        for (var part : List.of(Part.APIS, Part.GRANTS, Part.CONNECTIONS, Part.CLIENTS, Part.ROLES))
            parts.put(part, now.collection(part.path()));
        lists = new HashMap<>(now.directory().lists());
    }

    static Snapshot after(Snapshot now, List<Change.Call> calls) {
        if (calls.isEmpty())
            return now;
        var ahead = new Foresight(now);
        calls.forEach(ahead::send);
        return ahead.snapshot();
    }

    private Snapshot snapshot() {
        return Snapshot.of(settings, of(Part.APIS), of(Part.GRANTS), of(Part.CONNECTIONS), of(Part.CLIENTS))
                .with(now.directory().with(of(Part.ROLES), lists)).counting(now.people());
    }

    private List<JsonNode> of(Part part) {
        return parts.getOrDefault(part, List.of());
    }

    private void send(Change.Call call) {
        var part = Part.of(call.path()).orElseThrow(() -> new IllegalArgumentException(call.path()));
        var body = call.body();
        if (Edit.lists(call.path()))
            list(call, body);
        else if (part == Part.USERS)
            leave(call, body);
        else
            switch (call.method()) {
                case "POST" -> change(part, items -> with(items, body));
                case "PATCH" -> patch(part, call.path(), body);
                default -> delete(part, id(call.path()));
            }
    }

    private static String id(String path) {
        return path.substring(path.indexOf('/') + 1);
    }

    private void change(Part part, UnaryOperator<List<JsonNode>> how) {
        parts.put(part, how.apply(of(part)));
    }

    private static List<JsonNode> with(List<JsonNode> items, @Nullable JsonNode item) {
        var all = new ArrayList<>(items);
        if (item != null)
            all.add(item);
        return all;
    }

    private void patch(Part part, String path, @Nullable JsonNode body) {
        if (body == null)
            return;
        if (part == Part.SETTINGS)
            settings = merged(settings, body);
        else
            change(part, items -> items.stream()
                    .map(item -> Part.idOf(item).equals(id(path)) ? merged(item, body) : item).toList());
    }

    private static JsonNode merged(JsonNode object, JsonNode body) {
        var all = object instanceof ObjectNode known ? known.deepCopy() : Json.object();
        body.properties().forEach(field -> all.set(field.getKey(), field.getValue().isObject()
                ? merged(all.path(field.getKey()), field.getValue())
                : field.getValue()));
        return all;
    }

    private void delete(Part part, String id) {
        var gone = of(part).stream().filter(item -> Part.idOf(item).equals(id)).toList();
        change(part, items -> items.stream().filter(item -> !gone.contains(item)).toList());
        for (var item : gone)
            switch (part) {
                case APIS -> {
                    var identifier = item.path("identifier");
                    change(Part.GRANTS, grants -> without(grants, "audience", identifier));
                    lists.replaceAll((_, items) -> without(items, "resource_server_identifier", identifier));
                }
                case CLIENTS -> change(Part.GRANTS, grants -> without(grants, "client_id", item.path("client_id")));
                case ROLES -> Directory.LISTS.forEach(list -> lists.remove(Part.ROLES.path() + "/" + id + "/" + list));
                case SETTINGS, GRANTS, CONNECTIONS, USERS -> {
                    // Nothing else goes with it.
                }
            }
    }

    private static List<JsonNode> without(List<JsonNode> items, String field, JsonNode value) {
        return items.stream().filter(item -> !item.path(field).equals(value)).toList();
    }

    /** Only taking off is foreseen: taking back never adds to a role. */
    private void list(Change.Call call, @Nullable JsonNode body) {
        if (!call.method().equals("DELETE") || body == null)
            return;
        var off = now.directory().with(of(Part.ROLES), lists);
        var gone = body.elements().next();
        off.path(call.path()).ifPresent(path -> lists.computeIfPresent(path, (_, items) -> items.stream()
                .filter(item -> !Directory.holds(gone, item)).toList()));
    }

    private void leave(Change.Call call, @Nullable JsonNode body) {
        var user = call.path().split("/", -1)[1];
        var id = Json.object().put("user_id", URLDecoder.decode(user, StandardCharsets.UTF_8));
        if (body != null)
            body.path("roles").forEach(
                    role -> lists.computeIfPresent(Part.ROLES.path() + "/" + role.asText() + "/users",
                            (_, items) -> items.stream().filter(item -> !item.path("user_id").equals(id.get("user_id")))
                                    .toList()));
    }
}

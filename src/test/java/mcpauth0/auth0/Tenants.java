package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import mcpauth0.http.Json;

/** Tenants as somebody wrote them down. */
final class Tenants {

    private Tenants() {
    }

    /** JSON with single quotes; what is left out is empty. */
    static Snapshot tenant(String json) {
        var root = Json.parse(json.replace('\'', '"')).orElseThrow();
        var lists = new HashMap<String, List<JsonNode>>();
        root.path("lists").properties()
                .forEach(list -> lists.put(list.getKey(), list.getValue().valueStream().toList()));
        var people = new HashMap<String, List<Directory.Person>>();
        list(root, "people").map(Directory.Person::of)
                .forEach(person -> people.merge(person.email(), List.of(person),
                        (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
        var counts = new HashMap<List<String>, Integer>();
        root.path("counts").properties()
                .forEach(each -> counts.put(List.of(each.getKey().split(", ", -1)), each.getValue().asInt()));
        var reach = root.has("reach")
                ? Directory.Reach.valueOf(root.path("reach").asText())
                : root.has("roles") ? Directory.Reach.CHANGE : Directory.Reach.NONE;
        return Snapshot.of(root.path("settings").isMissingNode() ? Json.object() : root.path("settings"),
                list(root, "apis").toList(), list(root, "grants").toList(), list(root, "connections").toList(),
                list(root, "clients").toList())
                .with(new Directory(list(root, "roles").toList(), Map.copyOf(lists), people, reach))
                .counting(counts);
    }

    private static Stream<JsonNode> list(JsonNode root, String name) {
        return StreamSupport.stream(root.path(name).spliterator(), false);
    }
}

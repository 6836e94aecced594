package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mcpauth0.http.Json;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** A tenant's log as Auth0 serves it: from a checkpoint in its order, or searched, the newest first. */
final class ScriptedLog extends Dispatcher {

    private final List<ObjectNode> events = new ArrayList<>();
    private int asked;

    /** A tenant that has this log and nothing else. */
    static Tenant tenant(ScriptedTenant scripted, ScriptedLog log) {
        scripted.server.setDispatcher(log);
        return scripted.tenant(Set.of(Logs.PERMISSION));
    }

    synchronized ScriptedLog write(ObjectNode event) {
        var id = "9002026110209%012d".formatted(events.size());
        events.add(event.put("log_id", id).put("_id", id));
        return this;
    }

    synchronized int asked() {
        return asked;
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        asked++;
        var url = request.getUrl();
        if (!url.encodedPath().equals("/api/v2/logs"))
            return new MockResponse.Builder().code(404).build();
        var from = url.queryParameter("from");
        var found = from == null
                ? page(url.queryParameter("sort").equals("date:1") ? events : events.reversed(),
                        Integer.parseInt(url.queryParameter("page")), Integer.parseInt(url.queryParameter("per_page")))
                : events.stream().filter(event -> event.path("log_id").asText().compareTo(from) > 0)
                        .limit(Integer.parseInt(url.queryParameter("take"))).toList();
        var body = Json.MAPPER.createArrayNode();
        found.forEach(body::add);
        return new MockResponse.Builder().addHeader("Content-Type", "application/json").body(Json.write(body)).build();
    }

    private static List<ObjectNode> page(List<ObjectNode> all, int page, int size) {
        return all.stream().skip((long) page * size).limit(size).toList();
    }

    static ObjectNode event(String json) {
        return (ObjectNode) Json.parse(json).orElseThrow();
    }

    static ObjectNode event(JsonNode recorded, String client, String correlation) {
        return event(Json.write(recorded).replace("CLIENT", client).replace("CORRELATION", correlation));
    }
}

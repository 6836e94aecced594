package mcpauth0.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mcpauth0.auth0.Blueprint;
import mcpauth0.plan.Change.Call;
import mcpauth0.setup.Setup;

/** What the tenant gets, by kind, for formats that have a word of their own for each. */
final class Tasks {

    private final List<Call> calls;

    private Tasks(List<Call> calls) {
        this.calls = calls;
    }

    static Tasks of(Setup setup) {
        return new Tasks(Blueprint.of(setup, Blueprint.mode(setup)).stream().flatMap(task -> task.calls().stream())
                .toList());
    }

    /** What is made at that path. */
    List<ObjectNode> made(String path) {
        return bodies("POST", path).toList();
    }

    /** All settings together. */
    ObjectNode settings() {
        return bodies("PATCH", "tenants/settings").reduce((all, more) -> all.deepCopy().setAll(more)).orElseThrow();
    }

    private Stream<ObjectNode> bodies(String method, String path) {
        return calls.stream().filter(call -> call.method().equals(method) && call.path().equals(path))
                .map(Tasks::body);
    }

    static ObjectNode body(Call call) {
        return (ObjectNode) Objects.requireNonNull(call.body(), call.path());
    }

    /** The name in braces, where only the tenant knows the id. */
    static String named(String path) {
        return path.substring(path.indexOf('{') + 1, path.lastIndexOf('}'));
    }

    /** What each role may do, by its path. */
    List<ObjectNode> permissions(String role) {
        return made("roles/{" + role + "}/permissions");
    }
}

package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Speaks the protocol of the handshake: {@code initialize}, then a session (MCP 2025-11-25 and 2025-06-18). */
final class LegacyEra {

    /** Newest first. */
    static final List<String> VERSIONS = List.of("2025-11-25", "2025-06-18");

    private final Tools tools;
    private final Sessions sessions;
    private final Set<String> faults;

    LegacyEra(Tools tools, Sessions sessions, Set<String> faults) {
        this.tools = tools;
        this.sessions = sessions;
        this.faults = faults;
    }

    Outgoing answer(Incoming request, Rpc message, Caller caller) {
        if (message.method().equals("initialize") && message.expectsAnswer())
            return Rpc.reply(request, message.result(initialized(message))).with(Sessions.HEADER,
                    sessions.begin(request, caller));
        var refused = refused(request, caller);
        if (refused != null)
            return refused;
        return message.expectsAnswer() ? Rpc.reply(request, reply(message, caller)) : Outgoing.empty(202);
    }

    /** DELETE of a session. */
    Outgoing end(Incoming request, Caller caller) {
        var refused = refused(request, caller);
        var id = request.header(Sessions.HEADER);
        if (refused != null || id == null)
            return refused == null ? bad("The header Mcp-Session-Id is missing") : refused;
        if (faults.contains("session-delete-unsupported"))
            return Outgoing.empty(405).with("Allow", "POST");
        sessions.end(id);
        return Outgoing.empty(204);
    }

    private @Nullable Outgoing refused(Incoming request, Caller caller) {
        var version = request.header("MCP-Protocol-Version");
        if (version != null && !VERSIONS.contains(version))
            return bad("Unsupported protocol version " + version + "; supported are " + String.join(", ", VERSIONS));
        var id = request.header(Sessions.HEADER);
        if (id == null)
            return faults.contains("session-missing-id-accepted")
                    ? null
                    : bad("The header Mcp-Session-Id is missing: begin with initialize");
        return sessions.belongs(id, request, caller)
                ? null
                : Outgoing.json(faults.contains("session-unknown-id-status") ? 400 : 404,
                        Rpc.error(null, Rpc.INVALID_REQUEST, "Session not found"));
    }

    private ObjectNode initialized(Rpc message) {
        var asked = message.params().path("protocolVersion").asText();
        var result = JsonNodeFactory.instance.objectNode();
        result.put("protocolVersion",
                faults.contains("transport-legacy-only")
                        ? VERSIONS.getLast()
                        : VERSIONS.contains(asked) ? asked : VERSIONS.getFirst());
        result.putObject("capabilities").putObject("tools");
        result.set("serverInfo", Tools.server());
        return result.put("instructions", Tools.INSTRUCTIONS);
    }

    private ObjectNode reply(Rpc message, Caller caller) {
        return switch (message.method()) {
            case "ping" -> message.result(JsonNodeFactory.instance.objectNode());
            case "tools/list" -> message.result(tools.list());
            case "tools/call" -> tools.called(message, caller);
            default -> message.error(Rpc.METHOD_NOT_FOUND, "Method not found: " + message.method());
        };
    }

    private static Outgoing bad(String why) {
        return Outgoing.json(400, Rpc.error(null, Rpc.INVALID_REQUEST, why));
    }
}

package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Speaks the protocol without handshake and sessions: each request says in {@code _meta} which version it is of, and
 * repeats in headers what the way there may want to know (MCP 2026-07-28, Streamable HTTP, "Request Metadata").
 */
final class ModernEra {

    static final String VERSION = "2026-07-28";

    private static final String PREFIX = "io.modelcontextprotocol/";
    private static final List<String> SUPPORTED = Stream.concat(Stream.of(VERSION), LegacyEra.VERSIONS.stream())
            .toList();
    private static final List<String> NAMED = List.of("tools/call", "resources/read", "prompts/get");
    private static final int FIVE_MINUTES = 300_000;

    private final Tools tools;
    private final boolean methodUnchecked;

    ModernEra(Tools tools, Set<String> faults) {
        this.tools = tools;
        this.methodUnchecked = faults.contains("transport-header-mismatch-accepted");
    }

    /** Whether it is a message of this era: by what only this era sends. */
    static boolean speaks(Incoming request, Rpc message) {
        if (message.method().equals("initialize"))
            return false;
        return message.method().equals("server/discover") || !version(message).isEmpty()
                || request.header("Mcp-Method") != null || VERSION.equals(request.header("MCP-Protocol-Version"));
    }

    Outgoing answer(Incoming request, Rpc message, Caller caller) {
        if (!message.expectsAnswer())
            return Outgoing.empty(202);
        var refused = refused(request, message);
        if (refused != null)
            return Outgoing.json(400, refused);
        return switch (message.method()) {
            case "server/discover" -> Rpc.reply(request, complete(message.result(discovered()), true));
            case "tools/list" -> Rpc.reply(request, complete(message.result(tools.list()), true));
            case "tools/call" -> Rpc.reply(request, complete(tools.called(message, caller), false));
            default -> Outgoing.json(404,
                    message.error(Rpc.METHOD_NOT_FOUND, "Method not found: " + message.method()));
        };
    }

    private @Nullable ObjectNode refused(Incoming request, Rpc message) {
        var version = version(message);
        var meta = message.params().path("_meta");
        if (version.isEmpty() || !meta.path(PREFIX + "clientCapabilities").isObject())
            return message.error(Rpc.INVALID_PARAMS, "_meta lacks protocolVersion or clientCapabilities");
        var mismatch = mismatch("MCP-Protocol-Version", request.header("MCP-Protocol-Version"), version);
        if (mismatch == null && !version.equals(VERSION))
            return unsupported(message, version);
        if (mismatch == null && !methodUnchecked)
            mismatch = mismatch("Mcp-Method", request.header("Mcp-Method"), message.method());
        if (mismatch == null && NAMED.contains(message.method()))
            mismatch = mismatch("Mcp-Name", decoded(request.header("Mcp-Name")), name(message));
        return mismatch == null ? null : message.error(Rpc.HEADER_MISMATCH, "Header mismatch: " + mismatch);
    }

    private static @Nullable String mismatch(String header, @Nullable String value, String body) {
        if (value == null)
            return "the header " + header + " is missing";
        return value.equals(body) ? null : header + " is '" + value + "', the body says '" + body + "'";
    }

    private static String name(Rpc message) {
        return message.params().path(message.params().has("name") ? "name" : "uri").asText();
    }

    /** Values that do not fit into a header travel as {@code =?base64?…?=}. */
    private static @Nullable String decoded(@Nullable String value) {
        if (value == null || !value.startsWith("=?base64?") || !value.endsWith("?=") || value.length() < 11)
            return value;
        try {
            return new String(Base64.getDecoder().decode(value.substring(9, value.length() - 2)),
                    StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    /** How a server of this era alone answers the other: it names what it speaks. */
    static ObjectNode noHandshake(Rpc message) {
        return unsupported(message, message.params().path("protocolVersion").asText(), List.of(VERSION));
    }

    private static ObjectNode unsupported(Rpc message, String requested) {
        return unsupported(message, requested, SUPPORTED);
    }

    private static ObjectNode unsupported(Rpc message, String requested, List<String> supported) {
        var answer = message.error(Rpc.UNSUPPORTED_VERSION, "Unsupported protocol version");
        var data = answer.withObject("/error").putObject("data").put("requested", requested);
        supported.forEach(data.putArray("supported")::add);
        return answer;
    }

    private static ObjectNode discovered() {
        var result = JsonNodeFactory.instance.objectNode();
        SUPPORTED.forEach(result.putArray("supportedVersions")::add);
        result.putObject("capabilities").putObject("tools");
        return result.put("instructions", Tools.INSTRUCTIONS);
    }

    /** Adds what each result of this era carries. */
    private static ObjectNode complete(ObjectNode answer, boolean cacheable) {
        if (answer.get("result") instanceof ObjectNode result) {
            result.put("resultType", "complete");
            if (cacheable)
                result.put("ttlMs", FIVE_MINUTES).put("cacheScope", "public");
            result.putObject("_meta").set(PREFIX + "serverInfo", Tools.server());
        }
        return answer;
    }

    private static String version(Rpc message) {
        return message.params().path("_meta").path(PREFIX + "protocolVersion").asText();
    }
}

package mcpauth0.oauth.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import mcpauth0.http.Http;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/** A conversation with a server that was opened well. Its token goes to the server's address alone. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class McpSession {

    /** What became of opening one. */
    public sealed interface Opening {

        record Opened(McpSession session) implements Opening {
        }

        /** The server did not answer as it should; the exchange in {@code answer} tells. */
        record Refused(McpAnswer answer) implements Opening {
        }
    }

    /** A tool as {@code tools/list} describes it; nothing is dropped in {@code raw}. */
    public record Tool(String name, @Nullable String description, boolean readOnly, ObjectNode raw) {
    }

    /**
     * The tools, with every answer that was needed to get them.
     *
     * @param complete false where a page failed or there were too many
     */
    public record Tools(List<Tool> tools, boolean complete, List<McpAnswer> answers) {
        public Tools {
            tools = List.copyOf(tools);
            answers = List.copyOf(answers);
        }
    }

    private McpSession() {
    }

    /** Opens one in that era: {@code initialize} and {@code notifications/initialized}, or {@code server/discover}. */
    public static Opening open(Http http, McpUrl server, Era era, @Nullable Secret token) {
        throw new UnsupportedOperationException();
    }

    public Era era() {
        throw new UnsupportedOperationException();
    }

    /** The session id of the older era; null where the server gave none. */
    public @Nullable String id() {
        throw new UnsupportedOperationException();
    }

    /** The answer that opened it. */
    public McpAnswer opening() {
        throw new UnsupportedOperationException();
    }

    /** The answer to {@code notifications/initialized}, in the older era. */
    public @Nullable McpAnswer initialized() {
        throw new UnsupportedOperationException();
    }

    /** A request within this session, with its token, to be changed and sent. */
    public McpCall call(String method) {
        throw new UnsupportedOperationException();
    }

    public McpAnswer send(McpCall call) {
        throw new UnsupportedOperationException();
    }

    public Tools tools() {
        throw new UnsupportedOperationException();
    }

    public McpAnswer callTool(String name, ObjectNode arguments) {
        throw new UnsupportedOperationException();
    }

    /** Ends a session of the older era; a server may refuse (405). Null where there is nothing to end. */
    public @Nullable McpAnswer close() {
        throw new UnsupportedOperationException();
    }
}

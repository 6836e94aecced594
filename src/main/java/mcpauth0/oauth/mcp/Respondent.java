package mcpauth0.oauth.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import mcpauth0.http.Json;

/** Who answers what a server asks back in the middle of a call (MCP 2026-07-28, multi round-trip requests). */
public interface Respondent {

    /** Nobody: the server is told so, and a call that needs more stays unfinished. */
    Respondent NOBODY = new Respondent() {
        @Override
        public ObjectNode capabilities() {
            return Json.object();
        }

        @Override
        public Optional<ObjectNode> answer(String method, ObjectNode params) {
            return Optional.empty();
        }
    };

    /** What the server is told that it may ask. */
    ObjectNode capabilities();

    /**
     * @param method {@code elicitation/create}, {@code sampling/createMessage}, {@code roots/list}
     * @return the result; empty where there is none to give
     */
    Optional<ObjectNode> answer(String method, ObjectNode params);
}

package mcpauth0.oauth.mcp;

import mcpauth0.http.Http;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/** How the calls of a conversation go out: with which token, and what is done when the server wants another. */
interface Line {

    Http http();

    /** The token that a call carries now; null for none. */
    @Nullable
    Secret token();

    McpAnswer send(McpCall call);

    /** With one token, or none, whatever the server says. */
    static Line fixed(Http http, @Nullable Secret token) {
        return new Line() {
            @Override
            public Http http() {
                return http;
            }

            @Override
            public @Nullable Secret token() {
                return token;
            }

            @Override
            public McpAnswer send(McpCall call) {
                return call.send(http);
            }
        };
    }
}

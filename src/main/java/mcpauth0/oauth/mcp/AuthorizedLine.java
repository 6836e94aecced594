package mcpauth0.oauth.mcp;

import mcpauth0.http.Http;
import mcpauth0.oauth.Authorization;
import mcpauth0.oauth.Authorizer;
import mcpauth0.oauth.Challenges;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/** Lets an {@link Authorizer} answer the server's challenges, and sends the call again with what comes of it. */
final class AuthorizedLine implements Line {

    private final Http http;
    private final Authorizer authorizer;

    AuthorizedLine(Http http, Authorizer authorizer) {
        this.http = http;
        this.authorizer = authorizer;
    }

    @Override
    public Http http() {
        return http;
    }

    @Override
    public @Nullable Secret token() {
        var tokens = authorizer.tokens();
        return tokens == null ? null : tokens.access().value();
    }

    /**
     * A 401 is answered once: a new token that is refused as well is not replaced by another. A 403 is answered as long as
     * the authorizer finds more to ask for.
     */
    @Override
    public McpAnswer send(McpCall call) {
        var answer = call.withToken(token()).send(http);
        var renewed = false;
        while (true) {
            Authorization outcome;
            if (answer.status() == 401 && !renewed) {
                renewed = true;
                outcome = authorizer.answer(answer.challenges());
            } else if (answer.status() == 403 && insufficient(answer.challenges())) {
                outcome = authorizer.stepUp(answer.challenges());
            } else {
                return answer;
            }
            if (!(outcome instanceof Authorization.Granted))
                return answer;
            answer = call.withToken(token()).send(http);
        }
    }

    private static boolean insufficient(Challenges challenges) {
        return "insufficient_scope".equals(challenges.parameter("error"));
    }
}

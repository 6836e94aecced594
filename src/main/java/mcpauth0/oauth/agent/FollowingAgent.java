package mcpauth0.oauth.agent;

import java.io.IOException;
import mcpauth0.http.Http;
import mcpauth0.oauth.UserAgent;

/** Follows redirects until one leads to the loopback callback, and goes there: for servers that ask nobody. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class FollowingAgent implements UserAgent {

    public FollowingAgent(Http http) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void visit(String url) throws IOException {
        throw new UnsupportedOperationException();
    }
}

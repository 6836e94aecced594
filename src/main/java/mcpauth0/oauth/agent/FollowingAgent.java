package mcpauth0.oauth.agent;

import java.io.IOException;
import mcpauth0.http.Http;
import mcpauth0.http.Request;
import mcpauth0.oauth.Endpoints;
import mcpauth0.oauth.PageError;
import mcpauth0.oauth.UserAgent;

/**
 * Follows redirects until one leads to the loopback callback, and goes there: for authorization servers that ask nobody.
 * A page that waits for a person stops it.
 */
public final class FollowingAgent implements UserAgent {

    private final Http http;

    public FollowingAgent(Http http) {
        this.http = http;
    }

    @Override
    public void visit(String url) throws IOException {
        var hops = new Hops(http, url, to -> Endpoints.safe(to.toString()));
        var last = hops.go(Request.get(url).with("Accept", "text/html"));
        if (hops.arrived(last))
            return;
        var answer = last.answer();
        if (answer != null && answer.ok())
            throw new Refused("asks-person", Endpoints.bare(last.request().url()));
        throw PageError.stopped(last);
    }

    @Override
    public boolean needsPerson() {
        return false;
    }
}

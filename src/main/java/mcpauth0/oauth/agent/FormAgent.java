package mcpauth0.oauth.agent;

import java.io.IOException;
import mcpauth0.http.Http;
import mcpauth0.oauth.UserAgent;
import mcpauth0.setup.Secret;

/** Stands in for the practice tenant's user: follows redirects, signs in, agrees. Goes to loopback only. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class FormAgent implements UserAgent {

    public FormAgent(Http http, String user, Secret password) {
        throw new UnsupportedOperationException();
    }

    /** One who declines where the page asks for consent. */
    public FormAgent declining() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void visit(String url) throws IOException {
        throw new UnsupportedOperationException();
    }
}

package mcpauth0.oauth;

import java.util.List;
import mcpauth0.http.Http;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/** Asks a token endpoint. Client secrets and refresh tokens go to it alone. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class TokenEndpoint {

    public TokenEndpoint(Http http, ServerMetadata server, RegisteredClient client) {
        throw new UnsupportedOperationException();
    }

    /** @param resource sent unchanged; null sends none */
    public TokenOutcome refresh(Secret refreshToken, @Nullable String resource, List<String> scopes) {
        throw new UnsupportedOperationException();
    }

    /** @param audience Auth0's own parameter; null sends none */
    public TokenOutcome clientCredentials(@Nullable String resource, @Nullable String audience, List<String> scopes) {
        throw new UnsupportedOperationException();
    }
}

package mcpauth0.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.util.List;
import java.util.Map;
import mcpauth0.http.Json;
import org.junit.jupiter.api.Test;

/** What the authorization request says beside what every login says. */
class AuthorizationUrlTest {

    private static final String CALLBACK = "http://127.0.0.1:28457/callback";

    @Test
    void whoWantsToStaySignedInAsksForConsent() {
        assertThat(prompt(request("read", "offline_access"))).containsExactly("consent");
        assertThat(prompt(request("read"))).isEmpty();
        assertThat(prompt(request())).isEmpty();
    }

    @Test
    void whatTheCallerAsksForComesFirst() {
        assertThat(prompt(request("offline_access").withExtra(Map.of("prompt", "none")))).containsExactly("none");
    }

    private static LoginRequest request(String... scopes) {
        return LoginRequest.of(new ServerMetadata(Json.object()),
                new RegisteredClient("https://as.example/", "client", null, AuthMethod.NONE, List.of(CALLBACK),
                        Json.object()),
                "https://mcp.example/mcp", List.of(scopes));
    }

    private static List<String> prompt(LoginRequest request) {
        var url = AuthorizationUrl.of("https://as.example/authorize", request, CALLBACK).url();
        return URLUtils.parseParameters(URI.create(url).getRawQuery()).getOrDefault("prompt", List.of());
    }
}

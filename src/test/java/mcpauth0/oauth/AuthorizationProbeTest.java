package mcpauth0.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.http.Network;
import mcpauth0.http.Proxies;
import mcpauth0.http.Trust;
import mcpauth0.oauth.AuthorizationProbe.Answer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/** What the first answer of an authorization endpoint means, as different servers word it. */
class AuthorizationProbeTest {

    private static final String CALLBACK = "http://127.0.0.1:28457/callback";

    private static AuthorizationProbe probe(Consumer<MockResponse.Builder> answer) throws IOException {
        try (var server = new MockWebServer()) {
            var response = new MockResponse.Builder();
            answer.accept(response);
            server.enqueue(response.build());
            server.start();
            var metadata = new ServerMetadata(
                    Json.object().put("authorization_endpoint", server.url("/authorize").toString()));
            var client = new RegisteredClient("https://as.example/", "client", null, AuthMethod.NONE, List.of(CALLBACK),
                    Json.object());
            try (var http = new Http(
                    new Network(Trust.only(List.of()), Network.Resolver.SYSTEM, Proxies.none(), Clock.systemUTC()))) {
                return AuthorizationProbe.send(http,
                        LoginRequest.of(metadata, client, "https://mcp.example/mcp", List.of()));
            }
        }
    }

    private static AuthorizationProbe page(int status, String html) throws IOException {
        return probe(response -> response.code(status).addHeader("Content-Type", "text/html").body(html));
    }

    private static AuthorizationProbe redirect(String location) throws IOException {
        return probe(response -> response.code(302).addHeader("Location", location));
    }

    @Test
    void aLoginPageOrTheWayToOneGoesOn() throws IOException {
        assertThat(page(200, "<form method=post><input type=password name=p></form>").goesOn()).isTrue();
        assertThat(page(200, "<div id=app></div><script src=login.js></script>").goesOn()).isTrue();
        assertThat(redirect("/u/login?state=x").goesOn()).isTrue();
        assertThat(redirect(CALLBACK + "?code=x&state=y").answer()).isEqualTo(Answer.GIVES_CODE);
    }

    @Test
    void anErrorIsFoundWhereverItStands() throws IOException {
        assertThat(redirect(CALLBACK + "?error=invalid_scope").answer()).isEqualTo(Answer.ERROR_TO_CALLBACK);
        assertThat(redirect("https://as.example/error?error=invalid_client&error_description=Client+not+found"))
                .satisfies(probe -> {
                    assertThat(probe.answer()).isEqualTo(Answer.ERROR_PAGE);
                    assertThat(probe.unknownClient()).isTrue();
                });
        assertThat(page(200, "<h1>Sorry</h1><p>invalid_request: no such resource</p>").answer())
                .isEqualTo(Answer.ERROR_PAGE);
        assertThat(page(400, "<p>Invalid parameter: redirect_uri</p>")).satisfies(probe -> {
            assertThat(probe.callbackRefused()).isTrue();
            assertThat(probe.unknownClient()).isFalse();
        });
        assertThat(page(403, "<pre>Callback URL mismatch.: The provided redirect_uri is not in the list</pre>")
                .callbackRefused()).isTrue();
        assertThat(page(400, "<pre>invalid_request: Unknown client: x</pre>")).satisfies(probe -> {
            assertThat(probe.unknownClient()).isTrue();
            assertThat(probe.callbackRefused()).isFalse();
        });
    }
}

package mcpauth0.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.Script;
import mcpauth0.setup.McpUrl;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Nothing waits for an answer that it does not need: answers that nobody needs come last here, or never. */
class WaitingTest {

    private static final String KNOWN = "/.well-known/oauth-protected-resource";

    /** Far beyond what the requests of a run may take, which here wait for one another. */
    private static final int PATIENCE = 8;

    private final CountDownLatch serverAsked = new CountDownLatch(1);
    private final CountDownLatch keysAsked = new CountDownLatch(1);
    private final CountDownLatch toolsAsked = new CountDownLatch(1);

    @Test
    void whatComesNextGoesOnWithTheFirstDocument() throws IOException {
        try (var script = script()) {
            var report = new Checkup(script.http()).run(
                    CheckOptions.of(McpUrl.parse(script.url("/mcp")).orThrow()), Checkup.Watcher.SILENT);
            assertThat(report.exchanges()).extracting(one -> one.request().method() + " " + path(one.request().url())
                    + " " + one.status()).contains("GET " + KNOWN + " 404",
                            "GET /as/.well-known/openid-configuration 404", "GET /mcp 405");
            assertThat(report.exchanges()).extracting(Exchange::status).doesNotContain(504);
            assertThat(script.asked("/keys")).hasSize(1);
        }
    }

    private Script script() throws IOException {
        var script = new Script();
        var issuer = script.url("/as");
        return script
                .on("/mcp", request -> switch (String.valueOf(request.getMethod())) {
                    case "GET" -> after(toolsAsked, 405);
                    default -> {
                        if (request.getBody() != null && request.getBody().utf8().contains("tools/list"))
                            toolsAsked.countDown();
                        yield new MockResponse.Builder().code(401).setHeader("WWW-Authenticate",
                                "Bearer resource_metadata=\"" + script.url(KNOWN + "/mcp") + "\"").build();
                    }
                })
                .on(KNOWN + "/mcp", Script.json(200, "{\"resource\":\"" + script.url("/mcp")
                        + "\",\"authorization_servers\":[\"" + issuer + "\"]}"))
                .on(KNOWN, _ -> after(serverAsked, 404))
                .on("/.well-known/oauth-authorization-server/as", told(serverAsked, Script.json(200,
                        "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + script.url("/keys") + "\"}")))
                .on("/as/.well-known/openid-configuration", _ -> after(keysAsked, 404))
                .on("/keys", told(keysAsked, Script.json(200, "{\"keys\":[]}")));
    }

    private static Function<RecordedRequest, MockResponse> told(CountDownLatch latch, MockResponse answer) {
        return _ -> {
            latch.countDown();
            return answer;
        };
    }

    /** 504 where the other request did not come. */
    private static MockResponse after(CountDownLatch latch, int status) {
        try {
            return new MockResponse.Builder().code(latch.await(PATIENCE, TimeUnit.SECONDS) ? status : 504).build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new MockResponse.Builder().code(504).build();
        }
    }

    private static String path(String url) {
        return url.replaceFirst("^http://[^/]*", "");
    }
}
